import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { SubGroupKind } from '@waymark/cohorts/domain/sub-group-split';

@Entity('sub_group')
export class SubGroup {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('text') name!: string;
  @Column('text') kind!: SubGroupKind;
  @Column('int4') position!: number;
  @Column('date', { nullable: true }) removedOn!: LocalDate | null;
  @Column('int4') version!: number;
}

/** Somebody in a group, from a day to a day, both included. A membership ends, with the enrolment or before, and stays: who was with whom is history. */
@Entity('sub_group_member')
export class SubGroupMember {
  @PrimaryColumn('uuid') subGroupId!: string;
  @PrimaryColumn('uuid') enrolmentId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @PrimaryColumn('date') startsOn!: LocalDate;
  @Column('date', { nullable: true }) endsOn!: LocalDate | null;
}
