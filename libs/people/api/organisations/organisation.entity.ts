import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '@waymark/shared/kernel/dates';

/** A body of any sector, shared by the whole installation, or the provider's that has added it. Its names and codes change with time; history keeps the one valid on the day. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('text') officialName!: string;
  @Column('text') shortName!: string;
  @Column('text') sector!: string;
  @Column('text', { nullable: true }) organisationType!: string | null;
  @Column('text', { nullable: true }) nation!: string | null;
  @Column('text', { nullable: true }) region!: string | null;
  @Column('date', { nullable: true }) validFrom!: LocalDate | null;
  @Column('date', { nullable: true }) validTo!: LocalDate | null;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('text') source!: string;
  @Column('integer') version!: number;
}

@Entity('organisation_identifier')
export class OrganisationIdentifier {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('text') scheme!: string;
  @Column('text') value!: string;
  @Column('date', { nullable: true }) validFrom!: LocalDate | null;
  @Column('date', { nullable: true }) validTo!: LocalDate | null;
}

@Entity('organisation_alias')
export class OrganisationAlias {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('text') alias!: string;
  @Column('text') folded!: string;
}

/** Whom one provider speaks with at an organisation. */
@Entity('organisation_contact')
export class OrganisationContact {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') organisationId!: string;
  @Column('integer') position!: number;
  @Column('text') name!: string;
  @Column('text') about!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
}

@Entity('organisation_succession')
export class OrganisationSuccession {
  @PrimaryColumn('uuid') organisationId!: string;
  @PrimaryColumn('uuid') successorId!: string;
}
