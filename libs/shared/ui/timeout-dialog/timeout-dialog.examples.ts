import { Component, signal } from '@angular/core';
import { Button } from '../button/button';
import { Example } from '../example/example';
import { TimeoutDialog } from './timeout-dialog';

@Component({
  selector: 'app-timeout-dialog-examples',
  imports: [Example, Button, TimeoutDialog],
  template: `
    <app-example
      name="End of a session"
      selector="app-timeout-dialog"
      options="state: none, warning, ended; secondsLeft; (stay), (leave), (check)"
      access="Time left is said once a minute; Escape does nothing, as an answer is needed"
    >
      <div class="actions">
        <button type="button" appButton="mini" (click)="timeout.set('warning')">Session is about to end</button>
      </div>
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
export class TimeoutDialogExamples {
  protected readonly timeout = signal<'none' | 'warning' | 'ended'>('none');
}
