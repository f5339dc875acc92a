import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate, Period } from '@waymark/shared/kernel/dates';

@Entity('provider')
export class Provider {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('integer') version!: number;
  /** Whom participants ask. */
  @Column('text', { nullable: true }) contactEmail!: string | null;
}

@Entity('person')
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') givenName!: string;
  @Column('text') familyName!: string;
  @Column('text', { nullable: true }) pronouns!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('integer') version!: number;
}

@Entity('person_email')
export class PersonEmail {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') email!: string;
  @Column('text') folded!: string;
  @Column('boolean') isPrimary!: boolean;
  @Column('timestamptz', { nullable: true }) verifiedAt!: Date | null;
}

/** A provider that knows a person, and so may list them. */
@Entity('person_provider')
export class PersonProvider {
  @PrimaryColumn('uuid') providerId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('text') sortName!: string;
  @Column('timestamptz') since!: Date;
}

@Entity('employment')
export class Employment implements Period {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') jobTitle!: string;
  @Column('text', { nullable: true }) gradeBand!: string | null;
  @Column('uuid', { nullable: true }) lineManagerId!: string | null;
  @Column('text', { nullable: true }) lineManagerEmail!: string | null;
  @Column('date') startsOn!: LocalDate;
  @Column('date', { nullable: true }) endsOn!: LocalDate | null;
  @Column('integer') version!: number;
}
