import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Minutes from door to door as staff know them. Without a row, an estimate from the coordinates is shown. */
@Entity('venue_travel')
export class VenueTravel {
  @Column('uuid') providerId!: string;
  @PrimaryColumn('uuid') fromVenueId!: string;
  @PrimaryColumn('uuid') toVenueId!: string;
  @Column('int4') minutes!: number;
}
