import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import type { NavItem } from '@waymark/shared/ui/navigation/navigation';
import { StaffShell } from '@waymark/shared/ui/staff-shell/staff-shell';
import { NAVIGATION, shownTo } from '@waymark/shared/web/navigation';
import { HOMES, Session } from '@waymark/shared/web/session';
import { staffNavigation } from './navigation';

/** The staff shell with the session in it. */
@Component({
  selector: 'app-staff-frame',
  imports: [RouterOutlet, StaffShell],
  template: `
    @if (session.current(); as view) {
      <app-staff-shell
        [provider]="view.provider?.name ?? 'Waymark'"
        [homeLink]="homes[view.home]"
        [items]="items()"
        [account]="account()"
        [name]="view.person.name"
        [initials]="view.person.initials"
        (signOut)="session.signOut()"
      >
        <router-outlet />
      </app-staff-shell>
    }
  `,
})
export class StaffFrame {
  protected readonly session = inject(Session);
  private readonly navigation = inject(NAVIGATION);
  protected readonly homes = HOMES;
  protected readonly items = computed(() => {
    const view = this.session.current();
    return view ? staffNavigation(this.navigation, view) : [];
  });
  protected readonly account = computed<NavItem[]>(() => {
    const view = this.session.current();
    return view ? shownTo(view, this.navigation.account) : [];
  });
}
