import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody's calendar says of a session they were told of: see `CalendarEntryState`. */
@Entity('calendar_entry')
export class CalendarEntry {
  @PrimaryColumn('uuid') personId!: string;
  @PrimaryColumn('uuid') sessionId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('int4') sequence!: number;
  @Column('int4') said!: number;
  @Column('bool') isOn!: boolean;
}
