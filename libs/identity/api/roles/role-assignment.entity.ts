import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role somebody holds, and where: at an organisation through the provider that gave it, null elsewhere. It is ended, never removed. */
@Entity('role_assignment')
export class RoleAssignment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') role!: string;
  @Column('text') scopeKind!: string;
  @Column('uuid', { nullable: true }) scopeId!: string | null;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('uuid') grantedBy!: string;
  @Column('timestamptz') grantedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('bool', { default: true }) told!: boolean;
}
