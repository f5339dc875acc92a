import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capacities } from '@waymark/catalogue/domain/layouts';

@Entity('room')
export class Room {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') venueId!: string;
  @Column('text') name!: string;
  @Column('int4') position!: number;
  @Column('jsonb') capacities!: Capacities;
  /** Null: the same as the venue. */
  @Column('text', { array: true, nullable: true }) access!: string[] | null;
  @Column('text', { array: true }) equipment!: string[];
  @Column('int4') version!: number;
}
