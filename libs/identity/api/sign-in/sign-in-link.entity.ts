import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link by email that signs in once. */
@Entity('sign_in_link')
export class SignInLink {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}
