import { Component } from '@angular/core';
import { Example } from '../example/example';
import { Icon } from './icon';
import { type IconName, ICONS } from './icons';

@Component({
  selector: 'app-icon-examples',
  imports: [Example, Icon],
  template: `
    <app-example
      name="Icons"
      selector="app-icon, app-mark"
      options="name; size in pixels"
      access="Hidden from screen readers: the word beside it says it"
    >
      <ul class="icons">
        @for (icon of icons; track icon) {
          <li><app-icon [name]="icon" [size]="20" /> {{ icon }}</li>
        }
      </ul>
    </app-example>
  `,
})
export class IconExamples {
  protected readonly icons = Object.keys(ICONS) as IconName[];
}
