import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Tag, type TagColour } from '../tag/tag';

export interface Task {
  id: string;
  name: string;
  hint?: string;
  /** Where it is done; without it the task waits for somebody else. */
  link?: string;
  /** The part of that page. */
  fragment?: string;
  status: string;
  /** Without a colour the status is plain text, as for "Completed". */
  colour?: TagColour;
}

/** Things to do, most urgent first. */
@Component({
  selector: 'app-task-list',
  imports: [RouterLink, Tag],
  template: `
    <ul class="govuk-task-list tasks">
      @for (task of tasks(); track task.id) {
        <li class="govuk-task-list__item" [class.govuk-task-list__item--with-link]="task.link">
          <div class="govuk-task-list__name-and-hint">
            @if (task.link) {
              <a
                class="link govuk-task-list__link"
                [routerLink]="task.link"
                [fragment]="task.fragment"
                [attr.aria-describedby]="'task-' + task.id"
                >{{ task.name }}</a
              >
            } @else {
              {{ task.name }}
            }
            @if (task.hint) {
              <div class="govuk-task-list__hint">{{ task.hint }}</div>
            }
          </div>
          <div class="govuk-task-list__status" [id]="'task-' + task.id">
            @if (task.colour) {
              <app-tag [colour]="task.colour">{{ task.status }}</app-tag>
            } @else {
              {{ task.status }}
            }
          </div>
        </li>
      }
    </ul>
  `,
})
export class TaskList {
  readonly tasks = input.required<readonly Task[]>();
}
