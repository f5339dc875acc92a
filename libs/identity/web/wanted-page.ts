import { now } from '@waymark/shared/web/clock';

const KEY = 'waymark.next';
/** Milliseconds: as long as the link in a mail works. */
const WORKS = 15 * 60_000;

/** Keeps where somebody wanted to go until they open the link of a mail, in another tab of this browser. */
export function keepWantedPage(next: string | undefined): void {
  try {
    if (next) localStorage.setItem(KEY, JSON.stringify({ next, until: now() + WORKS }));
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage they arrive at their home.
  }
}

/** What was kept, once. */
export function takeWantedPage(): string | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { next: string; until: number } | null;
    localStorage.removeItem(KEY);
    return kept && kept.until > now() ? kept.next : undefined;
  } catch {
    return undefined;
  }
}
