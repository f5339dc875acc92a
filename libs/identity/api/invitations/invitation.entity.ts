import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role offered to a person by email. `providerId` is whose list it stands in; null at the installation. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') email!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('text') role!: string;
  @Column('text') scopeKind!: string;
  @Column('uuid', { nullable: true }) scopeId!: string | null;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('uuid') invitedBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('int4', { default: 1 }) version!: number;
}
