import { Component } from '@angular/core';
import { Example } from '../example/example';
import { MenuButton } from './menu-button';

@Component({
  selector: 'app-menu-button-examples',
  imports: [Example, MenuButton],
  template: `
    <app-example
      name="Menu button"
      selector="app-menu-button"
      options="label; align; look mini or header"
      access="A disclosure button: Escape, choosing and leaving close it"
    >
      <app-menu-button label="More actions">
        <button type="button" class="drop__item">Copy to another cohort</button>
        <button type="button" class="drop__item">Print name badges</button>
      </app-menu-button>
    </app-example>
  `,
})
export class MenuButtonExamples {}
