import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Jobs } from '@waymark/shared/api/jobs';
import { Settings } from '@waymark/shared/api/settings';
import type { TestApp } from './app';

/** Does the jobs of one name that are waiting, as the worker would. Answers the mails that they wrote. */
export async function workOff(app: TestApp, name: string): Promise<{ to: string; text: string }[]> {
  const waiting = await app.sql<{ id: string; data: unknown; created_on: Date }>(
    `UPDATE pgboss.job SET state = 'completed' WHERE name = $1 AND state = 'created' RETURNING id, data, created_on`,
    [name],
  );
  // In the order in which they were asked for.
  waiting.sort((a, b) => a.created_on.getTime() - b.created_on.getTime());
  const { handlers } = app.app.get(Jobs) as unknown as { handlers: Map<string, (payload: unknown, job: { id: string }) => Promise<void>> };
  const { mailFolder } = app.app.get(Settings);
  const mails: { to: string; text: string }[] = [];
  for (const { id, data } of waiting) {
    await handlers.get(name)!(data, { id });
    const written = (await readdir(mailFolder).catch((): string[] => [])).includes(`${id}.txt`);
    if (written) mails.push(read(await readFile(`${mailFolder}/${id}.txt`, 'utf8')));
  }
  return mails;
}

/** The token of the link in a mail. */
export const tokenIn = (mail: { text: string } | undefined): string =>
  /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? `none-${randomUUID()}`;

function read(mail: string): { to: string; text: string } {
  const [head = '', ...text] = mail.split('\n\n');
  return { to: /^To: (.*)$/m.exec(head)?.[1] ?? '', text: text.join('\n\n') };
}
