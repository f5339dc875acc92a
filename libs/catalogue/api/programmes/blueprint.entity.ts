import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a programme. A published one never changes. */
@Entity('blueprint')
export class Blueprint {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') programmeId!: string;
  @Column('int4') number!: number;
  @Column('text') status!: string;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('int4') capacity!: number;
  @Column('int4') minViable!: number;
  @Column('int4') version!: number;
}
