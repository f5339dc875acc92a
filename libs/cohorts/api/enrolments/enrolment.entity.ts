import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { EnrolmentReason, EnrolmentSource, EnrolmentStatus, PlaceType } from '@waymark/cohorts/domain/enrolment-status';

/** A person on a cohort. `substitutedForId` is who gave up the place; `continuedFromId` where a deferral or transfer came from. */
@Entity('enrolment')
export class Enrolment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('uuid') programmeId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('text') placeType!: PlaceType;
  @Column('text') source!: EnrolmentSource;
  @Column('text') status!: EnrolmentStatus;
  @Column('text', { nullable: true }) statusReason!: EnrolmentReason | null;
  @Column('date') enrolledOn!: LocalDate;
  @Column('date', { nullable: true }) endedOn!: LocalDate | null;
  @Column('uuid', { nullable: true }) substitutedForId!: string | null;
  @Column('uuid', { nullable: true }) continuedFromId!: string | null;
  @Column('text', { array: true }) accessNeeds!: string[];
  @Column('timestamptz', { nullable: true }) toldAt!: Date | null;
  @Column('int4') version!: number;
}

/** Append-only: the database refuses to change or remove a row. */
@Entity('enrolment_change')
export class EnrolmentChange {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('uuid') enrolmentId!: string;
  @Column('text', { nullable: true }) fromStatus!: EnrolmentStatus | null;
  @Column('text') toStatus!: EnrolmentStatus;
  @Column('text', { nullable: true }) reasonCode!: EnrolmentReason | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('date') effectiveOn!: LocalDate;
  @Column('uuid') actorId!: string;
  @Column('timestamptz') at!: Date;
}
