import { Component, computed, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { filter } from 'rxjs';
import { CountBadge } from '../count-badge/count-badge';
import { Icon } from '../icon/icon';

export interface SubNavItem {
  label: string;
  link: string;
  /** Only this very address counts as current, as for an overview above the others. */
  exact?: boolean;
  count?: number;
  /** What the count counts: "problems". */
  about?: string;
  tone?: 'quiet' | 'alert';
}

/** The pages about one thing. On phones it folds to the current page's name. */
@Component({
  selector: 'app-sub-nav',
  imports: [RouterLink, RouterLinkActive, CountBadge, Icon],
  template: `
    <nav class="sub-nav" [attr.aria-label]="label()">
      <button type="button" class="menu__button" [attr.aria-expanded]="open()" (click)="open.set(!open())">
        <span class="visually-hidden">{{ label() }} pages: </span>{{ current() }} <app-icon [name]="open() ? 'up' : 'down'" [size]="16" />
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
            >
              {{ item.label }}
              @if (item.count !== undefined) {
                <app-count [value]="item.count" [about]="item.about ?? ''" [tone]="item.tone ?? 'quiet'" />
              }
            </a>
          </li>
        }
      </ul>
    </nav>
  `,
})
export class SubNav {
  readonly items = input.required<readonly SubNavItem[]>();
  /** What the pages are about: "Cohort". */
  readonly label = input.required<string>();
  protected readonly open = signal(false);

  private readonly router = inject(Router);
  private readonly moved = toSignal(this.router.events.pipe(filter((event) => event instanceof NavigationEnd)));
  protected readonly current = computed(() => {
    this.moved();
    const here = this.router.url.split(/[?#]/)[0] ?? '';
    const match = this.items().filter((item) => here === item.link || (!item.exact && here.startsWith(item.link + '/')));
    return (match.sort((a, b) => b.link.length - a.link.length)[0] ?? this.items()[0])?.label ?? '';
  });
}
