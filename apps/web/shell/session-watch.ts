import { Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { TimeoutDialog } from '@waymark/shared/ui/timeout-dialog/timeout-dialog';
import { Session } from '@waymark/shared/web/session';

const WARNING_SECONDS = 5 * 60;
const UNREACHABLE = 'Waymark is not responding. Check your internet connection, then try again.';

/** Warns five minutes before the session ends, and when it has ended asks to sign in again over the page as it stands. */
@Component({
  selector: 'app-session-watch',
  imports: [TimeoutDialog],
  template: `<app-timeout-dialog
    [state]="state()"
    [secondsLeft]="left() ?? 0"
    [busy]="busy()"
    [note]="note()"
    (stay)="stay()"
    (leave)="session.signOut()"
    (check)="check()"
  />`,
})
export class SessionWatch {
  protected readonly session = inject(Session);
  private readonly now = signal(clock());
  protected readonly busy = signal(false);
  protected readonly note = signal('');
  private readonly warned = signal(false);

  /** Seconds until the session ends; null while nobody is signed in. */
  protected readonly left = computed(() => {
    const end = this.session.endsAt();
    return end === null ? null : Math.ceil((end - this.now()) / 1000);
  });
  protected readonly state = computed(() => (this.session.expired() ? 'ended' : this.warned() ? 'warning' : 'none'));

  constructor() {
    const tick = setInterval(() => this.now.set(clock()), 1000);
    const back = () => {
      this.now.set(clock());
      if (document.visibilityState === 'visible' && this.session.expired()) void this.check(true);
    };
    document.addEventListener('visibilitychange', back);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(tick);
      document.removeEventListener('visibilitychange', back);
    });
    // What was said about one dialog is not true of the next.
    effect(() => {
      this.state();
      this.note.set('');
    });
    effect(() => {
      const left = this.left();
      if (left === null || this.session.expired()) this.warned.set(false);
      else if (left <= 0) this.session.expire();
      else if (left > WARNING_SECONDS) this.warned.set(false);
      else if (!this.warned()) void this.due();
    });
  }

  /** Work in this or another tab since the session was read may have moved its end: ask before alarming anybody. */
  private async due(): Promise<void> {
    if (this.busy()) return;
    if (this.session.mayHaveMoved()) {
      this.busy.set(true);
      await this.session.refresh();
      this.busy.set(false);
      this.now.set(clock());
    }
    if ((this.left() ?? Infinity) <= WARNING_SECONDS) this.warned.set(true);
  }

  protected async stay(): Promise<void> {
    this.busy.set(true);
    this.note.set('');
    const stayed = await this.session.extend();
    this.busy.set(false);
    this.now.set(clock());
    // One that has ended meanwhile asks to sign in again; else nobody answered.
    if (!stayed && !this.session.expired()) this.note.set(UNREACHABLE);
  }

  protected async check(quietly = false): Promise<void> {
    this.busy.set(true);
    const back = await this.session.refresh();
    this.busy.set(false);
    this.note.set(
      back === 'in' || quietly ? '' : back === 'out' ? 'You are not signed in yet. Use the new tab to sign in first.' : UNREACHABLE,
    );
  }
}

const clock = (): number => performance.timeOrigin + performance.now();
