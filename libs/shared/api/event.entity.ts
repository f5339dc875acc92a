import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row per thing that happened. Append-only: it is the audit log and what listeners are told. */
@Entity('event')
export class LoggedEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('uuid') subjectId!: string;
  @Column('uuid') actorId!: string;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('uuid', { nullable: true }) cohortId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('jsonb') facts!: Record<string, unknown>;
  /** Its place in what happened to its subject, and the chain of hashes: the database's, see `waymark_chain_event`. */
  @Column({ type: 'integer', insert: false }) sequence!: number;
  @Column({ type: 'bytea', insert: false }) hash!: Buffer;
}
