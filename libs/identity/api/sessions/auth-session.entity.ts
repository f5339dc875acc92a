import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Waiting } from '@waymark/identity/domain/second-factor';

/** One browser that somebody signed in with. Of its cookie only the SHA-256 is kept. */
@Entity('auth_session')
export class AuthSession {
  @PrimaryColumn('uuid') id!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') lastSeenAt!: Date;
  @Column('int4') idleMinutes!: number;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text') device!: string;
  @Column('uuid', { nullable: true }) knownDeviceId!: string | null;
  @Column('text', { nullable: true }) waitsFor!: Waiting | null;
  @Column('timestamptz', { nullable: true }) secondFactorAt!: Date | null;
  /** What a passkey is to sign next, and until when. */
  @Column('text', { nullable: true }) challenge!: string | null;
  @Column('timestamptz', { nullable: true }) challengeUntil!: Date | null;
}
