import { HttpClient, HttpErrorResponse, HttpEventType, type HttpInterceptorFn } from '@angular/common/http';
import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { components } from '@waymark/shared/client/schema';
import type { Permission } from '@waymark/shared/kernel/manifest';
import type { Role } from '@waymark/shared/kernel/roles';
import { now } from './clock';
import { LOAD_ANEW } from './load-anew';
import { forgetTab } from './tab-memory-prefix';
import { catchError, firstValueFrom, tap, throwError } from 'rxjs';

export type Home = 'staff' | 'participant' | 'employer';
export const HOMES: Record<Home, string> = { staff: '/staff', participant: '/my', employer: '/my/people' };

/**
 * Who is signed in, as the API says. `can` holds permissions such as `cohorts:read`; `idleMinutes` without a request end the session,
 * and `expiresAt` (ISO 8601) ends it whatever happens.
 */
export type SessionView = components['schemas']['Session'];

/** The one piece of state shared by all pages. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly leave = inject(LOAD_ANEW);
  private readonly document = inject(DOCUMENT);
  private readonly view = signal<SessionView | null>(null);
  private readonly ended = signal(false);
  private readonly renewed = signal(0);
  private readonly asked = signal(0);
  private readonly stuck = signal(false);
  private loading: Promise<'in' | 'out' | 'unreachable'> | undefined;
  private loadedAt = 0;
  private leaving = false;

  readonly current = this.view.asReadonly();
  /** True once the API has forgotten a session this page began with: the page stays, and asks to sign in again. */
  readonly expired = this.ended.asReadonly();
  /** Counts how often somebody signed in again in place; failed readings follow it. */
  readonly renewals = this.renewed.asReadonly();
  /** True when signing out did not work: somebody who walks away now leaves their work open to the next. */
  readonly notSignedOut = this.stuck.asReadonly();
  /** Milliseconds (epoch) at which the session ends if nothing more is asked. */
  readonly endsAt = computed(() => {
    const view = this.view();
    return view ? Math.min(this.asked() + view.idleMinutes * 60_000, Date.parse(view.expiresAt)) : null;
  });

  can(permission: Permission): boolean {
    return this.view()?.can.includes(permission) ?? false;
  }

  /** Holds this role somewhere. */
  has(role: Role): boolean {
    return this.view()?.roles.some((held) => held.role === role) ?? false;
  }

  /** Asks once; later calls answer from memory until somebody signs in or out. */
  load(): Promise<'in' | 'out' | 'unreachable'> {
    if (this.view() && !this.ended()) return Promise.resolve('in');
    return (this.loading ??= this.ask().finally(() => (this.loading = undefined)));
  }

  /** "Stay signed in". False when the API has already forgotten the session. */
  async extend(): Promise<boolean> {
    try {
      await firstValueFrom(this.http.put('/api/session/extension', {}));
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 401) this.ended.set(true);
      return false;
    }
    return (await this.ask()) === 'in';
  }

  /** Reads the session again, after signing in (also in another tab) or when its end may have moved. */
  refresh(): Promise<'in' | 'out' | 'unreachable'> {
    return this.ask();
  }

  /** Ends the session here and leaves for the sign-in page. Leaves only once it has ended: else it stays, and `notSignedOut` says so. */
  async signOut(): Promise<void> {
    if (this.leaving) return;
    this.leaving = true;
    this.stuck.set(false);
    try {
      await firstValueFrom(this.http.delete('/api/session'));
      this.signedOut();
    } catch (error) {
      // Forgotten already, perhaps by another tab.
      if (error instanceof HttpErrorResponse && error.status === 401) this.signedOut();
      else this.stuck.set(true);
    } finally {
      this.leaving = false;
    }
  }

  /** Stays signed in after signing out did not work. */
  stayed(): void {
    this.stuck.set(false);
  }

  /** The session has ended: leaves for the sign-in page with nothing kept in memory. */
  signedOut(): void {
    forgetTab(this.document);
    this.leave('/sign-in');
  }

  /** The API answered somebody it knows: the idle time starts again. */
  touched(at: number): void {
    this.asked.set(at);
  }

  /** The API no longer knows us. With work on the page we stay and ask; without, we leave for the sign-in page. */
  lost(): void {
    if (this.view()) this.ended.set(true);
    else void this.router.navigate(['/sign-in'], { queryParams: { next: localPath(this.router.url) } });
  }

  /** When somebody else was active since the session was read, its end may be later than we know. */
  mayHaveMoved(): boolean {
    return this.asked() > this.loadedAt;
  }

  expire(): void {
    this.ended.set(true);
  }

  private async ask(): Promise<'in' | 'out' | 'unreachable'> {
    try {
      const view = await firstValueFrom(this.http.get<SessionView>('/api/session'));
      const before = this.view();
      if (before && before.person.id !== view.person.id) {
        // Somebody else signed in on this device: nothing of the first person's page may stay on screen.
        forgetTab(this.document);
        this.leave(HOMES[view.home]);
      }
      this.loadedAt = now();
      this.asked.set(this.loadedAt);
      this.view.set(view);
      if (this.ended()) {
        this.ended.set(false);
        this.renewed.update((count) => count + 1);
      }
      return 'in';
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 401) return 'out';
      return 'unreachable';
    }
  }
}

/** Tells the session what the API says about it, on every call. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const own = request.url.startsWith('/api/');
  const aboutSession = /^\/api\/session(\/|$|\?)/.test(request.url);
  return next(request).pipe(
    tap((event) => {
      if (own && event.type === HttpEventType.Response) session.touched(now());
    }),
    catchError((error: unknown) => {
      if (own && !aboutSession && error instanceof HttpErrorResponse && error.status === 401) session.lost();
      return throwError(() => error);
    }),
  );
};

/** Only a path of this site: never another origin, never `//host`, never the sign-in page itself. */
export function localPath(next: string | null | undefined, fallback = '/'): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\u0000-\u001f\\]/.test(next) || /^\/sign-in(\/|\?|#|$)/.test(next)) return fallback;
  return next;
}
