import { booleanAttribute, Component, input, output, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon, Mark } from '../icon/icon';
import { MenuButton } from '../menu-button/menu-button';
import type { NavItem } from '../navigation/navigation';
import { UndoBar } from '../undo-bar/undo-bar';

/** The workbench around staff pages: dark header, white navigation, full width. What the header offers besides goes into `[header]`. */
@Component({
  selector: 'app-staff-shell',
  imports: [RouterLink, RouterLinkActive, Icon, Mark, MenuButton, UndoBar],
  host: { class: 'shell' },
  template: `
    <header class="header header--staff">
      <div class="header__inner">
        <a class="brand" routerLink="/"
          ><app-mark /><span>{{ provider() }}</span></a
        >
        @if (canSearch()) {
          <button type="button" class="header__search" aria-keyshortcuts="Control+K" (click)="searchAsked.emit()">
            <app-icon name="search" /><span>Search people and cohorts</span><kbd aria-hidden="true">Ctrl K</kbd>
          </button>
        }
        <div class="header__end">
          <ng-content select="[header]" />
          <a class="header__button header__help" routerLink="/help"><app-icon name="help" /><span class="header__label">Help</span></a>
          <app-menu-button look="header" [label]="name()" align="end">
            <span before class="avatar" aria-hidden="true">{{ initials() }}</span>
            @for (item of account(); track item.link) {
              <a class="drop__item" [routerLink]="item.link">{{ item.label }}</a>
            }
            <a class="drop__item drop__phone" routerLink="/help">Help</a>
            <button type="button" class="drop__item" (click)="signOut.emit()">Sign out</button>
          </app-menu-button>
        </div>
      </div>
    </header>
    <section class="service-nav" aria-label="Service information">
      <div class="service-nav__inner">
        <a class="service-nav__name" [routerLink]="homeLink()">{{ service() }}</a>
        <nav aria-label="Service">
          <button type="button" class="menu__button" [attr.aria-expanded]="open()" (click)="open.set(!open())">
            Menu <app-icon [name]="open() ? 'up' : 'down'" [size]="16" />
          </button>
          <ul class="menu__list" [class.is-open]="open()">
            @for (item of items(); track item.link) {
              <li>
                <a
                  [routerLink]="item.link"
                  routerLinkActive
                  ariaCurrentWhenActive="page"
                  [routerLinkActiveOptions]="{ exact: item.exact ?? false }"
                  (click)="open.set(false)"
                  >{{ item.label }}</a
                >
              </li>
            }
          </ul>
        </nav>
      </div>
    </section>
    <main id="main" class="workbench" tabindex="-1"><ng-content /></main>
    <app-undo-bar />
  `,
})
export class StaffShell {
  /** The body that runs the programmes: "Eastern Talent Partnership". */
  readonly provider = input.required<string>();
  readonly service = input('Manage talent cohorts');
  readonly homeLink = input('/staff');
  readonly items = input.required<readonly NavItem[]>();
  readonly account = input<readonly NavItem[]>([]);
  readonly name = input.required<string>();
  readonly initials = input.required<string>();
  readonly canSearch = input(false, { transform: booleanAttribute });
  readonly searchAsked = output();
  readonly signOut = output();
  protected readonly open = signal(false);
}
