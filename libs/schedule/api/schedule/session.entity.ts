import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `startsAt` and `endsAt` are both null while a session is not on the schedule. `duration`, `setUp` and `clearUp` are minutes. */
@Entity('session')
export class Session {
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
export class SessionGroup {
  @PrimaryColumn('uuid') sessionId!: string;
  @PrimaryColumn('uuid') subGroupId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
}

@Entity('session_facilitator')
export class SessionFacilitator {
  @PrimaryColumn('uuid') sessionId!: string;
  @PrimaryColumn('uuid') facilitatorId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('text') role!: string;
  @Column('text') status!: string;
  /** Why they declined or were stood down; empty while they are expected to lead. */
  @Column('text') reason!: string;
}

@Entity('session_order')
export class SessionOrder {
  @PrimaryColumn('uuid') sessionId!: string;
  @PrimaryColumn('uuid') afterId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('int4') minGap!: number;
}
