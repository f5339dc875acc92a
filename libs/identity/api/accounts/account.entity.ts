import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How one person signs in. `passwordHash` is null for somebody who uses links by email. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') email!: string;
  @Column('text') foldedEmail!: string;
  @Column('text', { nullable: true }) passwordHash!: string | null;
  @Column('timestamptz', { nullable: true }) passwordChangedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('int4', { default: 1 }) version!: number;
}
