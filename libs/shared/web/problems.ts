import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@waymark/shared/ui/problem';

/** The problem to show for a failed request, in words people can act on. Anything but a failed request is a fault of ours and goes on. */
export function problemFrom(error: unknown): Problem {
  if (!(error instanceof HttpErrorResponse)) throw error;
  const said = error.error as Partial<Problem> | null;
  if (error.status === 0)
    return {
      title: 'Waymark is not responding, so your changes may not be saved. Check your internet connection, then try again.',
      status: 0,
    };
  if (error.status === 401) return { title: 'You have been signed out. Sign in again, then try again.', status: 401 };
  if (typeof said?.title === 'string') return { ...said, title: said.title, status: error.status };
  return { title: 'There is a problem with the service. Your changes may not be saved. Try again in a few minutes.', status: error.status };
}

/** The same for reading, where nothing was to be saved. */
export function readingProblem(error: unknown): Problem {
  const status = statusOf(error);
  if (status === 0) return { title: 'Waymark is not responding. Check your internet connection.', status };
  // 400: an address such as /cohorts/nonsense, which can be the address of nothing.
  if (status === 404 || status === 400) return { title: 'This could not be found, or you do not have access to it.', status };
  if (status === 403) return { title: 'Your role does not allow this.', status };
  return { title: 'There is a problem with the service.', ...(status === undefined ? {} : { status }) };
}

/** A resource wraps what HTTP threw; the status is on one of the two. */
function statusOf(error: unknown): number | undefined {
  const inner = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return inner instanceof HttpErrorResponse ? inner.status : error instanceof HttpErrorResponse ? error.status : undefined;
}
