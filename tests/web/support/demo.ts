/** What the demo holds depends on the day it was made, so journeys ask the server once, when their file is loaded. */
import { randomUUID } from 'node:crypto';

interface Account {
  email: string;
  password: string;
  role: string;
}

const api = `${process.env['BASE_URL'] ?? ''}/api`;

async function ask<T>(path: string, headers: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(api + path, { headers });
  if (!answer.ok) throw new Error(`get ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export const accounts = (await ask<{ items: Account[] }>('/demo-accounts')).items;

export const passwordOf = (email: string): string => {
  const account = accounts.find((one) => one.email === email);
  if (!account) throw new Error(`${email} is no demo account`);
  return account.password;
};

/** A day in the words that pages have for it. */
export class Day {
  private readonly at: Date;

  /** `date` is as the API says it: 2027-06-24. */
  constructor(readonly date: string) {
    this.at = new Date(`${date}T12:00:00Z`);
  }

  /** Thursday */
  readonly weekday = (): string => this.words({ weekday: 'long' });
  /** June */
  readonly month = (): string => this.words({ month: 'long' });
  /** 24 June */
  readonly short = (): string => this.words({ day: 'numeric', month: 'long' });
  /** 24 June 2027 */
  readonly long = (): string => this.words({ day: 'numeric', month: 'long', year: 'numeric' });

  /** What the head of a day on the board begins with, apart from every other day: Thursday 24 June */
  get heading(): string {
    return `${this.weekday()} ${this.short()}`;
  }

  /** As it is typed into a date input. */
  get fields(): [day: string, month: string, year: string] {
    const [year, month, day] = this.date.split('-').map(Number);
    return [String(day), String(month), String(year)];
  }

  private words(options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(this.at);
  }
}

async function essex(): Promise<{ id: string; name: string; first: Day; second: Day }> {
  const email = 'priya.nair@example.org';
  const signedIn = await fetch(`${api}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({ email, password: passwordOf(email) }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { items } = await ask<{ items: { id: string; name: string; code: string; startsOn: string; endsOn: string }[] }>(
    '/cohorts?search=TT-ESSEX&sort=startsOn',
    { cookie },
  );
  const cohort = items[0];
  if (!cohort) throw new Error('The demo has no cohort in Essex');
  return { id: cohort.id, name: cohort.name, first: new Day(cohort.startsOn), second: new Day(cohort.endsOn) };
}

/** The demo's cohort that is being planned: two days about seven months ahead, a Thursday and a Friday. */
export const ESSEX = await essex();
