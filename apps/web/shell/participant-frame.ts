import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { PublicShell } from '@waymark/shared/ui/public-shell/public-shell';
import { NAVIGATION, shownTo } from '@waymark/shared/web/navigation';
import { Session } from '@waymark/shared/web/session';
import { FOOTER, workbenchSwitch } from './navigation';

/** The participants' shell with the session in it. */
@Component({
  selector: 'app-participant-frame',
  imports: [RouterOutlet, PublicShell],
  template: `
    @if (session.current(); as view) {
      <app-public-shell
        [provider]="view.provider?.name ?? 'Waymark'"
        [service]="view.home === 'employer' ? 'Employers and managers' : 'My learning'"
        [items]="items()"
        [footer]="footer"
        [signedIn]="true"
        [switchTo]="switchTo()"
        (signOut)="session.signOut()"
      >
        <router-outlet />
      </app-public-shell>
    }
  `,
})
export class ParticipantFrame {
  protected readonly session = inject(Session);
  private readonly navigation = inject(NAVIGATION);
  protected readonly items = computed(() => {
    const view = this.session.current();
    return view ? shownTo(view, this.navigation.participant) : [];
  });
  protected readonly footer = FOOTER;
  protected readonly switchTo = computed(() => {
    const view = this.session.current();
    return view ? workbenchSwitch(this.navigation, view) : null;
  });
}
