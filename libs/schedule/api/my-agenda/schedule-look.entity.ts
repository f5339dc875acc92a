import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The release somebody last looked at. */
@Entity('schedule_look')
export class ScheduleLook {
  @PrimaryColumn('uuid') cohortId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('uuid') providerId!: string;
  @Column('int4') releaseNumber!: number;
  @Column('timestamptz') at!: Date;
}
