import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who has a board open. Rows older than a quarter of a minute say nothing any more. */
@Entity('schedule_presence')
export class SchedulePresence {
  @PrimaryColumn('uuid') cohortId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('uuid') providerId!: string;
  @Column('timestamptz') seenAt!: Date;
}
