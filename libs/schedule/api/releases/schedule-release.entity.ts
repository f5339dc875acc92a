import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('schedule_release')
export class ScheduleRelease {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('int4') number!: number;
  @Column('timestamptz') releasedAt!: Date;
  @Column('uuid') releasedBy!: string;
  @Column('text') note!: string;
  @Column('jsonb') snapshot!: unknown;
  @Column('jsonb') changes!: unknown;
  @Column('jsonb') affected!: unknown;
}
