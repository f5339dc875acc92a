import { Component, computed, inject } from '@angular/core';
import { many } from '@waymark/shared/kernel/words';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Tag, type TagColour } from '@waymark/shared/ui/tag/tag';
import { urlState } from '@waymark/shared/web/url-state';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { longPeriod, type LocalDate } from '@waymark/shared/kernel/dates';
import type { components } from '@waymark/shared/client/schema';
import { nameOf } from '../people-words';

type Place = components['schemas']['ReportEnrolment'];

const COLOURS: Record<string, TagColour> = {
  confirmed: 'green',
  active: 'green',
  completed: 'blue',
  not_completed: 'orange',
  deferred: 'yellow',
};

/** Home of an employer or a line manager: their people, and the programmes each is on. What somebody needs or scores is not theirs to see. */
@Component({
  selector: 'app-my-people-page',
  imports: [EmptyState, ErrorState, LoadingState, Pagination, Tag],
  templateUrl: './my-people-page.html',
})
export class MyPeoplePage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly state = urlState({});
  protected readonly people = this.api.get('/my/reports', () => ({ query: { after: this.state.after() } }));
  /** Asked for the people of this page alone; until it is answered the people stand there without. */
  protected readonly places = this.api.get('/my/reports/enrolments', () => {
    const person = this.people.hasValue() ? this.people.value().items.map(({ id }) => id) : [];
    return person.length > 0 ? { query: { person } } : undefined;
  });
  protected readonly problem = computed(() => {
    const error = this.people.error() ?? this.places.error();
    return error ? readingProblem(error) : null;
  });
  protected readonly lead = computed(() =>
    this.session.has('employer')
      ? 'People who work at your organisation, and the programmes they are on.'
      : 'People you line manage, and the programmes they are on.',
  );
  protected readonly heading = computed(() => {
    const page = this.people.hasValue() ? this.people.value() : null;
    if (!page) return '';
    const paged = page.next !== null || this.state.hasPrevious();
    return paged ? 'Some of your people' : many(page.items.length, 'person', 'people');
  });
  protected readonly rows = computed(() => {
    const places = this.places.hasValue() ? this.places.value().items : [];
    return (this.people.hasValue() ? this.people.value().items : []).map((person) => ({
      person,
      name: nameOf(person),
      places: places.filter(({ personId }) => personId === person.id),
    }));
  });

  /** Nothing for a cohort that ended without any: there is nothing left to confirm. */
  protected dates({ startsOn, endsOn, stage }: Place): string {
    if (startsOn && endsOn) return longPeriod(startsOn as LocalDate, endsOn as LocalDate);
    return ['delivered', 'closed', 'cancelled'].includes(stage.code) ? '' : 'Dates to be confirmed';
  }

  protected colour({ status }: Place): TagColour {
    return COLOURS[status.code] ?? 'grey';
  }

  protected again(): void {
    if (this.people.error()) this.people.reload();
    else this.places.reload();
  }
}
