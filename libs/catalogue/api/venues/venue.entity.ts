import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Coordinates are degrees (WGS 84), both or neither. */
@Entity('venue')
export class Venue {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('text') name!: string;
  @Column('text') address!: string;
  @Column('text', { nullable: true }) postcode!: string | null;
  @Column('text') nation!: string;
  @Column('double precision', { nullable: true }) latitude!: number | null;
  @Column('double precision', { nullable: true }) longitude!: number | null;
  @Column('text', { array: true }) access!: string[];
  @Column('int4') version!: number;
}
