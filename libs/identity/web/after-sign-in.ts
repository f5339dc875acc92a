import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { HOMES, localPath, Session } from '@waymark/shared/web/session';

/** What comes after signing in, however it was done. */
@Injectable({ providedIn: 'root' })
export class AfterSignIn {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** Reads the session that the API has just begun, or asks for the second step where it has begun by half; then goes where the person wanted to go, or to the home of their role. */
  async go(next?: string | null): Promise<void> {
    if ((await this.session.refresh()) === 'out') {
      await this.router.navigate(['/sign-in/second-step'], { queryParams: { next: localPath(next, '') || null } });
      return;
    }
    const home = HOMES[this.session.current()?.home ?? 'participant'];
    await this.router.navigateByUrl(localPath(next, home));
  }
}
