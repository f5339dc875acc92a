import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Nation } from '@waymark/catalogue/domain/calendar';
import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';

/** One delivery of a programme. `version` counts the changes of its settings and its stage. */
@Entity('cohort')
export class Cohort {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') programmeId!: string;
  @Column('uuid') blueprintId!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') place!: string;
  @Column('text') nation!: Nation;
  @Column('uuid', { nullable: true }) venueId!: string | null;
  @Column('uuid', { nullable: true }) leadId!: string | null;
  @Column('date') startsOn!: LocalDate;
  @Column('date') endsOn!: LocalDate;
  @Column('int4') capacity!: number;
  @Column('int4') minViable!: number;
  @Column('date', { nullable: true }) goDecisionOn!: LocalDate | null;
  @Column('text') zone!: string;
  @Column('text') stage!: CohortStage;
  @Column('timestamptz', { nullable: true }) toldAt!: Date | null;
  @Column('int4') version!: number;
}

@Entity('cohort_stage_change')
export class CohortStageChange {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('text', { nullable: true }) fromStage!: CohortStage | null;
  @Column('text') toStage!: CohortStage;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid') actorId!: string;
  @Column('timestamptz') at!: Date;
}
