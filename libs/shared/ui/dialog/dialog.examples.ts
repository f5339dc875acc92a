import { Component, signal } from '@angular/core';
import { Button } from '../button/button';
import { Example } from '../example/example';
import { StaleWriteDialog } from '../stale-write-dialog/stale-write-dialog';
import { TextInput } from '../text-input/text-input';
import { TimeoutDialog } from '../timeout-dialog/timeout-dialog';
import { Dialog } from './dialog';

@Component({
  selector: 'app-dialog-examples',
  imports: [Example, Button, Dialog, StaleWriteDialog, TextInput, TimeoutDialog],
  template: `
    <app-example
      name="Dialogs"
      selector="app-dialog, app-stale-write-dialog, app-timeout-dialog"
      options="open; heading; wide; dismissible; [actions]"
      access="Focus stays inside and goes back to where it came from; Escape closes; scrolls by itself at 400% zoom"
    >
      <div class="actions">
        <button type="button" appButton="mini" (click)="dialog.set(true)">Open a dialog</button>
        <button type="button" appButton="mini" (click)="stale.set(true)">Someone else saved first</button>
        <button type="button" appButton="mini" (click)="timeout.set('warning')">Session is about to end</button>
      </div>
      <app-dialog heading="Override this clash" [(open)]="dialog">
        <p>The room holds 12 people and 13 are in the session.</p>
        <app-text-input name="exampleReason" label="Reason" [(value)]="reason" />
        <ng-container actions>
          <button type="button" appButton [small]="true" (click)="dialog.set(false)">Override</button>
          <button type="button" appButton="secondary" [small]="true" (click)="dialog.set(false)">Cancel</button>
        </ng-container>
      </app-dialog>
      <app-stale-write-dialog who="Sam Okoro" at="10:42" [clashes]="clashes" [(open)]="stale" (chosen)="stale.set(false)" />
      <app-timeout-dialog
        [state]="timeout()"
        [secondsLeft]="290"
        (stay)="timeout.set('none')"
        (leave)="timeout.set('ended')"
        (check)="timeout.set('none')"
      />
    </app-example>
  `,
})
export class DialogExamples {
  protected readonly dialog = signal(false);
  protected readonly stale = signal(false);
  protected readonly timeout = signal<'none' | 'warning' | 'ended'>('none');
  protected readonly reason = signal('');
  protected readonly clashes = [
    { name: 'name', label: 'Name', theirs: 'Top Talent: Essex', yours: 'Top Talent: Essex 2027' },
    { name: 'venue', label: 'Venue', theirs: 'County Hall', yours: 'Chelmsford Civic Centre' },
  ];
}
