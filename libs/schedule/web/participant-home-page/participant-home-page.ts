import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { Card } from '@waymark/shared/ui/panel/panel';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { TaskList, type Task } from '@waymark/shared/ui/task-list/task-list';
import type { TagColour } from '@waymark/shared/ui/tag/tag';
import { Timeline } from '@waymark/shared/ui/timeline/timeline';
import { Api } from '@waymark/shared/web/api';
import type { TaskTone } from '@waymark/shared/kernel/task';
import { wallDate } from '@waymark/shared/kernel/wall-clock';
import { wallNow } from '@waymark/shared/web/clock';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { changeWords, dayWords, offWords, placeOf, timesOf } from '../participant-words';

/** What is done is only said; the rest has the colour of how pressing it is. */
const TONES: Record<TaskTone, TagColour | null> = { alert: 'red', warn: 'yellow', new: 'teal', todo: 'blue', done: null };

/** Home of people who take part or lead: what is next, what to do, and where the programme stands. */
@Component({
  selector: 'app-participant-home-page',
  imports: [RouterLink, Card, ErrorState, Icon, LoadingState, TaskList, Timeline],
  templateUrl: './participant-home-page.html',
})
export class ParticipantHomePage {
  private readonly session = inject(Session);
  protected readonly home = inject(Api).get('/my/home');
  protected readonly view = computed(() => (this.home.hasValue() ? this.home.value() : null));
  protected readonly problem = computed(() => (this.home.error() ? readingProblem(this.home.error()) : null));
  private readonly today = wallDate(wallNow());
  private readonly greeting = greetingAt(wallNow());
  protected readonly heading = computed(() => [this.greeting, this.view()?.name].filter(Boolean).join(', '));

  protected readonly lead = computed(() => {
    const view = this.view();
    if (!view) return '';
    const names = view.programmes.map(({ name }) => name).join(', ');
    const todo = view.tasks.filter(({ tone }) => tone !== 'done').length;
    const things = todo === 0 ? 'You have nothing to do.' : `You have ${todo} ${todo === 1 ? 'thing' : 'things'} to do.`;
    if (names) return `${names}. ${things}`;
    if (view.off.length > 0) return things;
    return this.session.has('facilitator')
      ? 'The sessions you lead will appear here when they are released.'
      : 'You are not on a programme at the moment.';
  });
  protected readonly tasks = computed<Task[]>(() =>
    (this.view()?.tasks ?? []).map(({ code, about, title, detail, link, fragment, status, tone }) => ({
      id: `${code}-${about.id}`,
      name: title,
      hint: detail,
      link,
      ...(fragment === null ? {} : { fragment }),
      status,
      ...(TONES[tone] ? { colour: TONES[tone] } : {}),
    })),
  );

  protected readonly day = (date: string): string => dayWords(date, this.today);
  protected readonly times = timesOf;
  protected readonly place = placeOf;
  protected readonly changed = changeWords;
  protected readonly offWords = offWords;
  protected readonly when = computed(() => {
    const next = this.view()?.next;
    const [weekday = '', day = '', month = ''] = next ? this.day(next.date).split(' ') : [];
    return { weekday: weekday.slice(0, 3), day, month };
  });
}

export function greetingAt(minute: number): string {
  const hour = Math.floor((((minute % 1440) + 1440) % 1440) / 60);
  return hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
}
