import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '@waymark/shared/kernel/dates';

/** `cohortId` null: somebody else's booking, which `holder` names. Set-up and clear-up are minutes outside of start and end. */
@Entity('room_booking')
export class RoomBooking {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') roomId!: string;
  @Column('uuid', { nullable: true }) cohortId!: string | null;
  @Column('text') holder!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('int4') setUp!: number;
  @Column('int4') clearUp!: number;
  @Column('text') status!: string;
  @Column('date', { nullable: true }) holdExpiresOn!: LocalDate | null;
  @Column('int4', { nullable: true }) costPence!: number | null;
  /** Why it was cancelled; empty until it is. */
  @Column('text') reason!: string;
  @Column('int4') version!: number;
}
