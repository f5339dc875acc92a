import { Component, signal } from '@angular/core';
import { Button } from '../button/button';
import { Example } from '../example/example';
import { StaleWriteDialog } from './stale-write-dialog';

@Component({
  selector: 'app-stale-write-dialog-examples',
  imports: [Example, Button, StaleWriteDialog],
  template: `
    <app-example
      name="Somebody saved first"
      selector="app-stale-write-dialog"
      options="who; at; clashes; open; busy; (chosen)"
      access="Each field is a group of two radios; yours is kept until you choose"
    >
      <div class="actions">
        <button type="button" appButton="mini" (click)="stale.set(true)">Someone else saved first</button>
      </div>
      <app-stale-write-dialog who="Sam Okoro" at="10:42" [clashes]="clashes" [(open)]="stale" (chosen)="stale.set(false)" />
    </app-example>
  `,
})
export class StaleWriteDialogExamples {
  protected readonly stale = signal(false);
  protected readonly clashes = [
    { name: 'name', label: 'Name', theirs: 'Top Talent: Essex', yours: 'Top Talent: Essex 2027' },
    { name: 'venue', label: 'Venue', theirs: 'County Hall', yours: 'Chelmsford Civic Centre' },
  ];
}
