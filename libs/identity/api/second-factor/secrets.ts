import { Injectable, Logger } from '@nestjs/common';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Settings } from '@waymark/shared/api/settings';

const LOCAL = '.local/secrets.key';
const [NONCE, TAG] = [12, 16];

/** Encrypts what the database keeps and must be able to read again, with a key that it does not have: a copy of it opens nothing. */
@Injectable()
export class Secrets {
  private readonly logger = new Logger(Secrets.name);
  private readonly key: Buffer;

  constructor({ secretsKey, production }: Settings) {
    if (secretsKey === null && production) throw new Error('Set SECRETS_KEY to the output of openssl rand -base64 32');
    this.key = secretsKey ?? localKey();
  }

  /** AES-256-GCM. `of` is bound to it: what was sealed for one account does not open for another. */
  seal(plain: Buffer, of: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(of));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** Null, and a line in the log, where it was sealed with another key, for somebody else, or has been changed. */
  open(sealed: Buffer, of: string): Buffer | null {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE), { authTagLength: TAG }).setAAD(Buffer.from(of));
    decipher.setAuthTag(sealed.subarray(-TAG));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
    } catch {
      this.logger.error(
        `SECRETS_KEY does not open the authenticator app of account ${of}. Is it the key that was set when that was set up?`,
      );
      return null;
    }
  }
}

/** For developers and the demo: made once, beside the database that it belongs to. */
function localKey(): Buffer {
  mkdirSync(dirname(LOCAL), { recursive: true });
  try {
    writeFileSync(LOCAL, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(readFileSync(LOCAL, 'utf8'), 'base64');
}
