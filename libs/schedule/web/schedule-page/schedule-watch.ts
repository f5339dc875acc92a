import { DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { longDate } from '@waymark/shared/kernel/dates';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { Api } from '@waymark/shared/web/api';
import { Session } from '@waymark/shared/web/session';
import { presenceWords } from './schedule-board-data';
import type { Happening } from './schedule-data';
import type { ScheduleDesk } from './schedule-desk';

const EVERY = 3_000;
/** Saying "here" once in this many looks keeps somebody present, since presence lasts five of them. */
const HERE = 3;
/** A board nobody touches stops asking, so that leaving it open does not keep somebody signed in. */
const UNTOUCHED = 10 * 60_000;

/** Looks every few seconds what others did on the same board. Call it where a page's fields are made. */
export function watchSchedule(desk: ScheduleDesk, cohortId: () => string) {
  const api = inject(Api);
  const session = inject(Session);
  const announcer = inject(Announcer);
  const document = inject(DOCUMENT);
  const notice = signal('');
  const presence = signal('');
  const now = () => document.defaultView?.performance.now() ?? 0;
  let touched = now();
  let looks = 0;
  let looking = false;

  const look = async () => {
    if (looking || document.hidden || !desk.data() || now() - touched > UNTOUCHED) return;
    looking = true;
    try {
      if (looks++ % HERE === 0) await api.send('put', '/cohorts/{id}/schedule/presence', { path: { id: cohortId() } });
      const changes = await desk.follow();
      if (!changes) return;
      presence.set(presenceWords(changes.present));
      const others = changes.happened.filter(({ byId }) => byId !== session.current()?.person.id);
      if (others.length === 0) return;
      notice.set(words(others));
      announcer.announce(notice());
    } catch {
      // The next look is three seconds away; a page that lost its session is told by the session itself.
    } finally {
      looking = false;
    }
  };
  const touch = () => {
    touched = now();
  };
  const timer = setInterval(() => void look(), EVERY);
  for (const event of ['pointerdown', 'keydown']) document.addEventListener(event, touch, { passive: true });
  inject(DestroyRef).onDestroy(() => {
    clearInterval(timer);
    for (const event of ['pointerdown', 'keydown']) document.removeEventListener(event, touch);
    if (cohortId()) void api.send('delete', '/cohorts/{id}/schedule/presence', { path: { id: cohortId() } }).catch(() => undefined);
  });
  return { notice, presence };
}

/** "Sam Okoro moved Systems leadership to 14:00", and how much more there was. */
export function words(happened: readonly Happening[]): string {
  const last = happened.at(-1)!;
  const more = happened.length - 1;
  return `${one(last)}${more > 0 ? `, and ${more} more ${more === 1 ? 'change' : 'changes'}` : ''}.`;
}

function one({ name, by, title, date, startsAt }: Happening): string {
  const what = title ?? 'a session';
  switch (name) {
    case 'session.moved':
      return date ? `${by} moved ${what} to ${longDate(date).replace(/ \d{4}$/, '')}, ${startsAt}` : `${by} took ${what} off the schedule`;
    case 'session.added':
      return `${by} added ${what}`;
    case 'session.cancelled':
      return `${by} cancelled ${what}`;
    case 'session.deleted':
      return `${by} deleted ${what}`;
    default:
      return `${by} changed ${what}`;
  }
}
