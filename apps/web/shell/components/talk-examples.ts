import { Component, inject, signal } from '@angular/core';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { MenuButton } from '@waymark/shared/ui/menu-button/menu-button';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { StaleWriteDialog } from '@waymark/shared/ui/stale-write-dialog/stale-write-dialog';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { TimeoutDialog } from '@waymark/shared/ui/timeout-dialog/timeout-dialog';
import { Undo } from '@waymark/shared/ui/undo-bar/undo-bar';
import { Example } from './example';

@Component({
  selector: 'app-talk-examples',
  imports: [
    Example,
    Button,
    Dialog,
    MenuButton,
    NotificationBanner,
    EmptyState,
    ErrorState,
    LoadingState,
    StaleWriteDialog,
    TextInput,
    TimeoutDialog,
  ],
  templateUrl: './talk-examples.html',
})
export class TalkExamples {
  protected readonly announcer = inject(Announcer);
  protected readonly undo = inject(Undo);
  protected readonly dialog = signal(false);
  protected readonly stale = signal(false);
  protected readonly timeout = signal<'none' | 'warning' | 'ended'>('none');
  protected readonly reason = signal('');
  protected readonly people = signal(24);
  protected readonly tries = signal(0);
  protected readonly clashes = [
    { name: 'name', label: 'Name', theirs: 'Top Talent: Essex', yours: 'Top Talent: Essex 2027' },
    { name: 'venue', label: 'Venue', theirs: 'County Hall', yours: 'Chelmsford Civic Centre' },
  ];

  protected remove(): void {
    this.people.update((many) => many - 2);
    this.undo.offer('Removed 2 people', async () => this.people.update((many) => many + 2));
  }
}
