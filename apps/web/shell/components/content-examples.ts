import { Component } from '@angular/core';
import { Breadcrumbs } from '@waymark/shared/ui/breadcrumbs/breadcrumbs';
import { Button } from '@waymark/shared/ui/button/button';
import { Chart } from '@waymark/shared/ui/chart/chart';
import { CountBadge } from '@waymark/shared/ui/count-badge/count-badge';
import { Details } from '@waymark/shared/ui/details/details';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { type IconName, ICONS } from '@waymark/shared/ui/icon/icons';
import { Card, Panel } from '@waymark/shared/ui/panel/panel';
import { Steps } from '@waymark/shared/ui/steps/steps';
import { SummaryList } from '@waymark/shared/ui/summary-list/summary-list';
import { Tag, type TagColour } from '@waymark/shared/ui/tag/tag';
import { TaskList } from '@waymark/shared/ui/task-list/task-list';
import { Timeline } from '@waymark/shared/ui/timeline/timeline';
import { Example } from './example';

@Component({
  selector: 'app-content-examples',
  imports: [Example, Breadcrumbs, Button, Chart, CountBadge, Details, Icon, Card, Panel, Steps, SummaryList, Tag, TaskList, Timeline],
  templateUrl: './content-examples.html',
})
export class ContentExamples {
  protected readonly icons = Object.keys(ICONS) as IconName[];
  protected readonly tags: readonly { colour: TagColour; text: string }[] = [
    { colour: 'grey', text: 'Draft' },
    { colour: 'teal', text: 'Planning' },
    { colour: 'green', text: 'Confirmed' },
    { colour: 'blue', text: 'Offer sent' },
    { colour: 'purple', text: 'Mentoring' },
    { colour: 'yellow', text: 'Deferred' },
    { colour: 'orange', text: 'Waiting list' },
    { colour: 'red', text: 'Withdrawn' },
  ];
  protected readonly tasks = [
    {
      id: 'mentors',
      name: 'Resolve 3 problems on the schedule',
      hint: 'Top Talent: Essex 2027. Due 11 June 2027',
      link: '/components/schedule',
      status: 'Urgent',
      colour: 'red' as const,
    },
    { id: 'offers', name: 'Answer 2 requests to defer', link: '/components/people', status: 'Not started', colour: 'blue' as const },
    {
      id: 'sponsor',
      name: 'The sponsor confirms the dates',
      hint: 'We emailed Martin Doyle on 2 June',
      status: 'Waiting',
      colour: 'grey' as const,
    },
    { id: 'venue', name: 'Book the venue', link: '/components/venue', status: 'Completed' },
  ];
  protected readonly stages = [
    { title: 'Place confirmed', detail: '14 May', state: 'done' as const },
    { title: 'Prepare', detail: 'Now to 23 June', state: 'now' as const },
    { title: 'Essex event', detail: '24 and 25 June' },
    { title: 'Showcase', detail: '3 December' },
  ];
  protected readonly rows = [
    { key: 'Dates', value: '24 to 25 June 2027', change: '/components/dates' },
    { key: 'Venue', value: 'Chelmsford Civic Centre', change: '/components/venue' },
    { key: 'Lead', value: 'Priya Nair' },
  ];
  protected readonly bars = [
    { label: 'Council', value: 15 },
    { label: 'Health', value: 4 },
    { label: 'Police and fire', value: 3 },
    { label: 'Housing', value: 2 },
  ];
}
