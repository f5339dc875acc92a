import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('clash_override')
export class ClashOverride {
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
