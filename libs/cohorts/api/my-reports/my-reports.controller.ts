import { Controller, Get, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { ReportEnrolmentsAsked, ReportEnrolmentsView } from './my-reports.contract';
import { MyReportsQueries } from './my-reports.queries';

/** What an employer or a line manager sees of where their own people are. */
@Controller('my/reports')
export class MyReportsEnrolmentsController {
  constructor(private readonly queries: MyReportsQueries) {}

  @Get('enrolments')
  @Allow('reports:read')
  @Answers(ReportEnrolmentsView)
  list(@By() actor: Actor, @Query({ schema: ReportEnrolmentsAsked }) asked: ReportEnrolmentsAsked) {
    return this.queries.enrolments(actor, asked.person);
  }
}
