import { Component } from '@angular/core';
import { Card } from '@waymark/shared/ui/panel/panel';
import { PublicShell } from '@waymark/shared/ui/public-shell/public-shell';
import { TaskList } from '@waymark/shared/ui/task-list/task-list';
import { Timeline } from '@waymark/shared/ui/timeline/timeline';

/** The participants' shell and their larger type, with the parts a home page is made of. */
@Component({
  selector: 'app-participant-example',
  imports: [PublicShell, Card, TaskList, Timeline],
  template: `
    <app-public-shell provider="Eastern Talent Partnership" [items]="items" [footer]="footer" [signedIn]="true">
      <div class="stack">
        <div>
          <h1 class="heading-large">Good morning, Adaeze</h1>
          <p class="lead">Top Talent: Essex 2027. You have 2 things to do before 11 June.</p>
        </div>
        <div class="two-columns">
          <app-card heading="What you need to do"><app-task-list [tasks]="tasks" /></app-card>
          <app-card heading="Your programme"><app-timeline [items]="stages" /></app-card>
        </div>
      </div>
    </app-public-shell>
  `,
})
export class ParticipantExample {
  protected readonly items = [
    { label: 'Home', link: '/components/participant', icon: 'home' as const },
    { label: 'Programme', link: '/components/programme', icon: 'calendar' as const },
    { label: 'Details', link: '/components/details', icon: 'details' as const },
  ];
  protected readonly footer = [
    { label: 'Help', link: '/help' },
    { label: 'Privacy', link: '/privacy' },
  ];
  protected readonly tasks = [
    {
      id: 'access',
      name: 'Tell us what you need at the venue',
      hint: 'Access, food and travel',
      link: '/components/needs',
      status: 'Not started',
      colour: 'blue' as const,
    },
    {
      id: 'sponsor',
      name: 'Your sponsor confirms your place',
      hint: 'We emailed Martin Doyle on 2 June',
      status: 'Waiting',
      colour: 'grey' as const,
    },
  ];
  protected readonly stages = [
    { title: 'Place confirmed', detail: '14 May', state: 'done' as const },
    { title: 'Prepare', detail: 'Now to 23 June', state: 'now' as const },
    { title: 'Essex event', detail: '24 and 25 June' },
  ];
}
