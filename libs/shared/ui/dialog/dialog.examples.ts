import { Component, signal } from '@angular/core';
import { Button } from '../button/button';
import { Example } from '../example/example';
import { TextInput } from '../text-input/text-input';
import { Dialog } from './dialog';

@Component({
  selector: 'app-dialog-examples',
  imports: [Example, Button, Dialog, TextInput],
  template: `
    <app-example
      name="Dialog"
      selector="app-dialog"
      options="open; heading; wide; dismissible; [actions]"
      access="Focus stays inside and goes back to where it came from; Escape closes; scrolls by itself at 400% zoom"
    >
      <div class="actions">
        <button type="button" appButton="mini" (click)="dialog.set(true)">Open a dialog</button>
      </div>
      <app-dialog heading="Override this clash" [(open)]="dialog">
        <p>The room holds 12 people and 13 are in the session.</p>
        <app-text-input name="exampleReason" label="Reason" [(value)]="reason" />
        <ng-container actions>
          <button type="button" appButton [small]="true" (click)="dialog.set(false)">Override</button>
          <button type="button" appButton="secondary" [small]="true" (click)="dialog.set(false)">Cancel</button>
        </ng-container>
      </app-dialog>
    </app-example>
  `,
})
export class DialogExamples {
  protected readonly dialog = signal(false);
  protected readonly reason = signal('');
}
