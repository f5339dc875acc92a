import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A participant has said that what we know about their access needs is right, which may be: none. */
@Entity('access_confirmation')
export class AccessConfirmation {
  @PrimaryColumn('uuid') enrolmentId!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('timestamptz') at!: Date;
}
