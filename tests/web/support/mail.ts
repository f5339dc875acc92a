import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

const FOLDER = process.env['MAIL_FOLDER'] ?? '';

/** The last message that went to an address, as soon as there is one. */
export async function mailTo(email: string, about: RegExp): Promise<string> {
  let text = '';
  await expect.poll(() => (text = find(email, about)), { message: `mail to ${email}` }).not.toBe('');
  return text;
}

function find(email: string, about: RegExp): string {
  if (!existsSync(FOLDER)) return '';
  return (
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(FOLDER, name))
      .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
      .map((path) => readFileSync(path, 'utf8'))
      .find((text) => text.toLowerCase().startsWith(`to: ${email.toLowerCase()}`) && about.test(text)) ?? ''
  );
}

export const linkIn = (text: string): string => /https?:\/\/\S+/.exec(text)![0];
