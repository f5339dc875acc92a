import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that an account has signed in with, and that passes the wait for wrong guesses there. Of its cookie only the SHA-256 is kept. */
@Entity('known_device')
export class KnownDevice {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('timestamptz') since!: Date;
  @Column('timestamptz') expiresAt!: Date;
}
