import { inject } from '@angular/core';
import { type NavigationError, Router } from '@angular/router';
import { now } from '@waymark/shared/web/clock';
import { LOAD_ANEW } from '@waymark/shared/web/load-anew';

const LOADED = 'waymark.loaded-again';
/** Milliseconds within which the same page is not loaded a second time. */
const ONCE = 60_000;

/**
 * The part of the app that a page lives in could not be loaded. After a new version was put in place the old part is gone, and loading
 * the page anew brings the new one; without a connection that would lose the page at hand, so Waymark is asked first whether it is there.
 */
export function missingPartHandler(failed: NavigationError): void {
  if (!isMissingPart(failed.error)) return;
  const router = inject(Router);
  const leave = inject(LOAD_ANEW);
  void reachable(failed.url).then((there) => {
    if (there && firstTime(failed.url)) leave(failed.url);
    else void router.navigate(['/service-problem'], { queryParams: { next: failed.url } });
  });
}

/** Every browser has words of its own for an `import()` that found nothing. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|importing a module script|javascript mime type/i.test(error.message);
}

async function reachable(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { cache: 'no-store', headers: { accept: 'text/html' } })).ok;
  } catch {
    return false;
  }
}

/** False when this page has just been loaded for the same reason, and would be for ever. */
function firstTime(url: string): boolean {
  try {
    const [before, at] = JSON.parse(sessionStorage.getItem(LOADED) ?? '["", 0]') as [string, number];
    if (before === url && now() - at < ONCE) return false;
    sessionStorage.setItem(LOADED, JSON.stringify([url, now()]));
    return true;
  } catch {
    // Nowhere to remember it: better not begin.
    return false;
  }
}
