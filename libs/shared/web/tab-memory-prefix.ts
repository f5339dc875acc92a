/** Under which a tab keeps what somebody has begun. */
export const PREFIX = 'waymark:';

/** Nothing of one person's work stays in the tab for the next. */
export function forgetTab(document: Document): void {
  try {
    const storage = document.defaultView!.sessionStorage;
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
