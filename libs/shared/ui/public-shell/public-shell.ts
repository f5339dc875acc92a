import { booleanAttribute, Component, input, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon, Mark } from '../icon/icon';
import type { NavItem } from '../navigation/navigation';
import { UndoBar } from '../undo-bar/undo-bar';

/** White header, one column, footer. With navigation items it is the participants' shell: tabs at the foot of a phone. */
@Component({
  selector: 'app-public-shell',
  imports: [RouterLink, RouterLinkActive, Icon, Mark, UndoBar],
  host: { class: 'shell', '[class.shell--tabs]': 'items().length > 0' },
  template: `
    <header class="header">
      <div class="header__inner">
        <a class="brand brand--ink" routerLink="/"
          ><app-mark /><span>{{ provider() }}</span></a
        >
        <div class="header__end">
          @if (switchTo(); as other) {
            <a class="link" [routerLink]="other.link">{{ other.label }}</a>
          }
          @if (signedIn()) {
            <button type="button" class="text-button" (click)="signOut.emit()">Sign out</button>
          } @else {
            <a class="link" routerLink="/sign-in">Sign in</a>
          }
        </div>
      </div>
    </header>
    @if (items().length > 0) {
      <section class="service-nav service-nav--narrow service-nav--participant" aria-label="Service information">
        <div class="service-nav__inner">
          <a class="service-nav__name" [routerLink]="items()[0]!.link">{{ service() }}</a>
          <nav aria-label="Service">
            <ul>
              @for (item of items(); track item.link) {
                <li>
                  <a
                    [routerLink]="item.link"
                    routerLinkActive
                    ariaCurrentWhenActive="page"
                    [routerLinkActiveOptions]="{ exact: item.exact ?? false }"
                    >{{ item.label }}</a
                  >
                </li>
              }
            </ul>
          </nav>
        </div>
      </section>
    }
    <main id="main" class="page" tabindex="-1"><ng-content /></main>
    <app-undo-bar />
    <footer class="footer">
      <div class="wide">
        <ul>
          @for (item of footer(); track item.link) {
            <li>
              <a class="link" [routerLink]="item.link">{{ item.label }}</a>
            </li>
          }
        </ul>
        <p>Run by {{ provider() }}. Built with open source software.</p>
      </div>
    </footer>
    @if (items().length > 0) {
      <nav class="bottom-tabs" [attr.aria-label]="service()">
        @for (item of items(); track item.link) {
          <a
            [routerLink]="item.link"
            routerLinkActive
            ariaCurrentWhenActive="page"
            [routerLinkActiveOptions]="{ exact: item.exact ?? false }"
            ><app-icon [name]="item.icon ?? 'home'" [size]="22" />{{ item.label }}</a
          >
        }
      </nav>
    }
  `,
})
export class PublicShell {
  readonly provider = input.required<string>();
  readonly service = input('My learning');
  readonly items = input<readonly NavItem[]>([]);
  readonly footer = input<readonly NavItem[]>([]);
  /** A second home for people with more than one role. */
  readonly switchTo = input<NavItem | null>(null);
  readonly signedIn = input(false, { transform: booleanAttribute });
  readonly signOut = output();
}
