import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { startsIn } from '@waymark/cohorts/domain/cohort-tasks';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { many } from '@waymark/shared/kernel/words';
import { Attention } from '@waymark/shared/ui/attention/attention';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { stageTag, weekdayWords } from '../cohort-words';

/** What a member of staff should look at today, over all their cohorts. */
@Component({
  selector: 'app-staff-home-page',
  imports: [Attention, RouterLink, EmptyState, ErrorState, Icon, LoadingState, Panel, Tag, TitleBlock],
  templateUrl: './staff-home-page.html',
})
export class StaffHomePage {
  /** Whoever keeps the register alone has no cohorts. */
  protected readonly cohorts = inject(Session).can('cohorts:read');
  protected readonly home = inject(Api).get('/staff-home');
  protected readonly problem = computed(() => {
    const error = this.home.error();
    return error ? readingProblem(error) : null;
  });
  /** One block for each thing that tasks are about, in the order of what is most pressing. */
  protected readonly attention = computed(() => {
    const tasks = this.home.hasValue() ? this.home.value().attention : [];
    return [...new Map(tasks.map(({ about }) => [about.id, about])).values()].map((about) => ({
      about,
      tasks: tasks.filter((task) => task.about.id === about.id),
    }));
  });
  protected readonly days = computed(() => {
    const week = this.home.hasValue() ? this.home.value().week : [];
    return [...new Set(week.map(({ date }) => date))].map((date) => ({
      date,
      words: weekdayWords(date),
      sessions: week.filter((one) => one.date === date),
    }));
  });
  protected readonly stageTag = stageTag;
  protected readonly many = many;

  protected startsIn(startsOn: string, today: string): string {
    return startsIn(startsOn as LocalDate, today as LocalDate);
  }
}
