import { Injectable } from '@nestjs/common';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { Jobs } from '@waymark/shared/api/jobs';
import { Settings } from '@waymark/shared/api/settings';
import type { Tx } from '@waymark/shared/api/tx';

/** How many messages of a kind are on their way at once: one that a server does not answer to holds no other. */
export const MAILS_AT_ONCE = 4;
/** Milliseconds after which a mail server that says nothing is given up; the job is tried again later. */
const LIMITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Plain text: it reads the same everywhere. */
interface Mail {
  to: string;
  subject: string;
  text: string;
}

/**
 * Mail leaves from a job, so a slow or dead mail server never holds up a request, and a rolled-back change sends nothing.
 * Without SMTP_URL each message becomes a file in the mail folder, which is how a demo or a developer reads it.
 */
@Injectable()
export class Mailer {
  private readonly transport: Transporter;

  constructor(
    jobs: Jobs,
    private readonly settings: Settings,
  ) {
    this.transport = settings.smtpUrl
      ? createTransport({ url: settings.smtpUrl, ...LIMITS }, { from: settings.mailFrom })
      : (createTransport({ streamTransport: true, buffer: true }, { from: settings.mailFrom }) as never);
    jobs.handle('mail.send', (mail: Mail, job) => this.deliver(mail, job.id), { atOnce: MAILS_AT_ONCE });
  }

  send(tx: Tx, mail: Mail): Promise<void> {
    return tx.enqueue('mail.send', mail);
  }

  /**
   * Delivers now. Only for jobs whose mail holds a secret, such as a sign-in link: queued, it would stay readable in the database. Whoever calls
   * it is retried as a whole when this fails. The job's id is the message's: a second delivery after a crash can be told from the first.
   */
  async deliver(mail: Mail, jobId: string): Promise<void> {
    const host = new URL(this.settings.origin).hostname;
    const sent = (await this.transport.sendMail({ ...mail, messageId: `<${jobId}@${host}>` })) as unknown as { message?: Buffer };
    if (this.settings.smtpUrl || !sent.message) return;
    await mkdir(this.settings.mailFolder, { recursive: true, mode: 0o700 });
    await writeFile(join(this.settings.mailFolder, `${jobId}.eml`), sent.message, { mode: 0o600 });
    // The same for people to read: in the message itself, a long link is encoded.
    await writeFile(join(this.settings.mailFolder, `${jobId}.txt`), `To: ${mail.to}\nSubject: ${mail.subject}\n\n${mail.text}\n`, {
      mode: 0o600,
    });
  }
}
