import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow, SIGNED_IN } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { Lengthy } from '@waymark/shared/api/request-turns';
import { BankHolidayPage, HolidayImportView, ImportHolidays, ListHolidays } from './holidays.contract';
import { HolidaysQueries } from './holidays.queries';
import { HolidaysService } from './holidays.service';

@Controller()
export class HolidaysController {
  constructor(
    private readonly service: HolidaysService,
    private readonly queries: HolidaysQueries,
  ) {}

  @Get('bank-holidays')
  @Allow(SIGNED_IN)
  @Answers(BankHolidayPage)
  list(@Query({ schema: ListHolidays }) wanted: ListHolidays) {
    return this.queries.list(wanted);
  }

  @Post('holiday-imports')
  @Allow('holidays:import')
  @Lengthy()
  @Answers(HolidayImportView, 201)
  import(@By() actor: Actor, @Body({ schema: ImportHolidays }) wish: ImportHolidays) {
    return this.service.import(actor, wish);
  }
}
