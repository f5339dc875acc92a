import { HttpErrorResponse } from '@angular/common/http';

/** What the browser does with a passkey. Whoever closes its window, or has none here, is told in our words. */
export async function fromBrowser<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const there = error instanceof Error && error.name === 'InvalidStateError';
    const detail = there ? 'This device already has a passkey for your account' : 'The passkey was not used. Try again, or use a code';
    throw new HttpErrorResponse({
      status: 409,
      error: { type: 'about:blank', title: 'There is a problem', status: 409, errors: [{ code: 'passkey', detail }] },
    });
  }
}
