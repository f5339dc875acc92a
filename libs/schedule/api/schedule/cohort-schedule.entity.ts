import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The schedule of a cohort as a whole, once somebody has changed it or counted its clashes. `version` counts changes; `blockingClashes` is how
 * many kept it from being released when they were last counted, at `countedVersion` of it. See `ClashCounts`.
 */
@Entity('cohort_schedule')
export class CohortSchedule {
  @PrimaryColumn('uuid') cohortId!: string;
  @Column('uuid') providerId!: string;
  @Column('int4') version!: number;
  @Column('int4', { nullable: true }) blockingClashes!: number | null;
  @Column('int4', { nullable: true }) countedVersion!: number | null;
  @Column('timestamptz', { nullable: true }) countedAt!: Date | null;
}
