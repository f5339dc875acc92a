import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('facilitator')
export class Facilitator {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') personId!: string;
  @Column('text') status!: string;
  @Column('text', { array: true }) skills!: string[];
  @Column('text') note!: string;
  @Column('int4') version!: number;
}
