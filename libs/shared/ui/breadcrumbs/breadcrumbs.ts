import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

export interface Crumb {
  label: string;
  /** The last one, where we are, has none. */
  link?: string | readonly unknown[];
}

@Component({
  selector: 'app-breadcrumbs',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="label()">
      <ol class="breadcrumbs">
        @for (crumb of crumbs(); track $index) {
          <li>
            @if (crumb.link) {
              <a class="link" [routerLink]="$any(crumb.link)">{{ crumb.label }}</a>
            } @else {
              <span aria-current="page">{{ crumb.label }}</span>
            }
          </li>
        }
      </ol>
    </nav>
  `,
})
export class Breadcrumbs {
  readonly crumbs = input.required<readonly Crumb[]>();
  /** Another name where a page has two. */
  readonly label = input('Breadcrumb');
}
