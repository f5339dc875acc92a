import { Component } from '@angular/core';
import { Example } from '../example/example';
import { TaskList } from './task-list';

@Component({
  selector: 'app-task-list-examples',
  imports: [Example, TaskList],
  template: `
    <app-example
      name="Task list"
      selector="app-task-list"
      options="tasks: name, hint, link, status, colour"
      access="The status is read with the link"
    >
      <app-task-list [tasks]="tasks" />
    </app-example>
  `,
})
export class TaskListExamples {
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
}
