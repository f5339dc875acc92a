import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('facilitator_availability')
export class FacilitatorAvailability {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') facilitatorId!: string;
  @Column('text') kind!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('text') note!: string;
}
