import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `startsAt` and `endsAt` are both null while a session is not on the schedule. `duration`, `setUp` and `clearUp` are minutes. */
@Entity('session')
export class SessionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('uuid', { nullable: true }) templateId!: string | null;
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('text') purpose!: string;
  @Column('timestamptz', { nullable: true }) startsAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endsAt!: Date | null;
  @Column('int4') duration!: number;
  @Column('text') zone!: string;
  @Column('boolean') mandatory!: boolean;
  @Column('text') mode!: string;
  @Column('uuid', { nullable: true }) roomId!: string | null;
  @Column('text', { nullable: true }) onlineUrl!: string | null;
  @Column('text', { nullable: true }) layout!: string | null;
  @Column('text', { array: true }) equipment!: string[];
  @Column('int4') setUp!: number;
  @Column('int4') clearUp!: number;
  @Column('text') note!: string;
  @Column('text') status!: string;
  @Column('int4') position!: number;
  @Column('text') icsUid!: string;
  @Column('int4') icsSequence!: number;
  @Column('int4') version!: number;
}

@Entity('session_group')
export class SessionGroupRow {
  @PrimaryColumn('uuid') sessionId!: string;
  @PrimaryColumn('uuid') subGroupId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
}

@Entity('session_facilitator')
export class SessionFacilitatorRow {
  @PrimaryColumn('uuid') sessionId!: string;
  @PrimaryColumn('uuid') facilitatorId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('text') role!: string;
  @Column('text') status!: string;
}

@Entity('session_order')
export class SessionOrderRow {
  @PrimaryColumn('uuid') sessionId!: string;
  @PrimaryColumn('uuid') afterId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('int4') minGap!: number;
}

@Entity('agenda_item')
export class AgendaItemRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('uuid') sessionId!: string;
  @Column('int4') position!: number;
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('int4') offsetMinutes!: number;
  @Column('int4') duration!: number;
  @Column('text', { nullable: true }) presenter!: string | null;
  @Column('int4') version!: number;
}

@Entity('schedule_release')
export class ScheduleReleaseRow {
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

@Entity('clash_override')
export class ClashOverrideRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('text') clashKey!: string;
  @Column('text') rule!: string;
  @Column('text') reason!: string;
  @Column('uuid') overriddenBy!: string;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}

/** Who has a board open. Rows older than a quarter of a minute say nothing any more. */
@Entity('schedule_presence')
export class SchedulePresenceRow {
  @PrimaryColumn('uuid') cohortId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('uuid') providerId!: string;
  @Column('timestamptz') seenAt!: Date;
}

/** The release somebody last looked at. */
@Entity('schedule_look')
export class ScheduleLookRow {
  @PrimaryColumn('uuid') cohortId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('uuid') providerId!: string;
  @Column('int4') releaseNumber!: number;
  @Column('timestamptz') at!: Date;
}

/** A participant has said that what we know about their access needs is right, which may be: none. */
@Entity('access_confirmation')
export class AccessConfirmationRow {
  @PrimaryColumn('uuid') enrolmentId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('timestamptz') at!: Date;
}
