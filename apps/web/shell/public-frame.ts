import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { PublicShell } from '@waymark/shared/ui/public-shell/public-shell';
import { Session } from '@waymark/shared/web/session';
import { FOOTER } from './navigation';

/** The white shell for pages that anybody may open. */
@Component({
  selector: 'app-public-frame',
  imports: [RouterOutlet, PublicShell],
  template: `
    <app-public-shell [provider]="provider()" [footer]="footer" [signedIn]="session.current() !== null" (signOut)="session.signOut()">
      <router-outlet />
    </app-public-shell>
  `,
})
export class PublicFrame {
  protected readonly session = inject(Session);
  protected readonly footer = FOOTER;
  protected readonly provider = computed(() => this.session.current()?.provider?.name ?? 'Waymark');
}
