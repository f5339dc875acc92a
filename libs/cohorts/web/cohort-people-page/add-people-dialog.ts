import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  model,
  output,
  untracked,
} from '@angular/core';
import { PLACE_TYPE_CODES, PLACE_TYPES, type PlaceType } from '@waymark/cohorts/domain/enrolment-status';
import { SearchBox } from '@waymark/people/web/search-box';
import { many } from '@waymark/shared/kernel/words';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';

/** Finds people by name and gives places to those who are ticked: to all of them, or to nobody. */
@Component({
  selector: 'app-add-people-dialog',
  imports: [Button, Dialog, ErrorSummary, FormContext, Select, TextInput],
  template: `
    <app-dialog [(open)]="open" heading="Add people" [wide]="true">
      <app-error-summary [problem]="add.problem()" />
      <p role="status">
        {{
          left() === 0
            ? 'The cohort is full. To add people, increase the number of places in the settings or withdraw someone first.'
            : places()
        }}
      </p>
      <app-text-input name="add-search" label="Search by name" type="search" [value]="text()" (valueChange)="type($event)" />
      <fieldset class="govuk-fieldset" id="personIds" tabindex="-1">
        <legend class="visually-hidden">People to add</legend>
        @if (candidates(); as found) {
          @if (found.more) {
            <p class="picks__more">
              Only the first {{ found.items.length }} people are shown. Type more of the name to find others. People you have chosen stay
              chosen.
            </p>
          }
          <ul class="picks">
            @for (person of found.items; track person.id) {
              <li>
                <label class="option">
                  <input
                    type="checkbox"
                    [checked]="chosen().has(person.id)"
                    [disabled]="person.whyNot !== null"
                    (change)="choose(person.id, person.name, $any($event.target).checked)"
                  />
                  <span
                    >{{ person.name }} <small>{{ person.whyNot ?? aboutOf(person) }}</small></span
                  >
                </label>
              </li>
            } @empty {
              <li>No one with this name is listed under People. Add them there first.</li>
            }
          </ul>
        } @else {
          <p class="muted">Searching</p>
        }
      </fieldset>
      <div class="picked">
        <p role="status">{{ chosenWords() }}</p>
        @if (chosen().size > 0) {
          <ul class="plain picked__all" aria-label="Chosen people">
            @for (person of chosen(); track person[0]) {
              <li class="chip">
                {{ person[1] }}
                <button type="button" [attr.aria-label]="'Remove ' + person[1]" (click)="takeOff(person[0], $index)">
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            }
          </ul>
        }
      </div>
      <div [appForm]="form">
        <app-select name="placeType" label="Who pays for the place" [options]="placeTypes" />
      </div>
      <ng-container actions>
        <button type="button" appButton [small]="true" [busy]="add.busy()" (click)="add.run()">{{ button() }}</button>
        <button type="button" appButton="secondary" [small]="true" (click)="open.set(false)">Cancel</button>
      </ng-container>
    </app-dialog>
  `,
})
export class AddPeopleDialog {
  readonly cohortId = input.required<string>();
  readonly open = model(false);
  readonly added = output<string>();
  private readonly api = inject(Api);
  private readonly box = new SearchBox();
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly text = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  /** Of those chosen, ids and names, whatever was searched for since. */
  protected readonly form = formOf(
    () => (this.open(), { people: [] as readonly (readonly [id: string, name: string])[], placeType: 'funded' as PlaceType }),
    { problem: () => this.add.problem() },
  );
  protected readonly chosen = computed<ReadonlyMap<string, string>>(() => new Map(this.form.draft().people));
  protected readonly placeTypes = PLACE_TYPE_CODES.map((value) => ({ value, label: PLACE_TYPES[value] }));

  private readonly resource = this.api.get('/cohorts/{id}/candidates', () =>
    this.open() ? { path: { id: this.cohortId() }, query: { query: this.box.query() ?? '' } } : undefined,
  );
  /** The last answer stays in sight while the next is on its way. */
  protected readonly candidates = linkedSignal<Found | undefined, Found | undefined>({
    source: computed(() => (this.resource.hasValue() ? (this.resource.value() as Found) : undefined)),
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly left = computed(() => this.candidates()?.left ?? null);
  protected readonly places = computed(() => (this.left() === null ? '' : `${many(this.left()!, 'place', 'places')} left`));
  protected readonly chosenWords = computed(() => {
    const [chosen, left] = [this.chosen().size, this.left()];
    if (chosen === 0) return '';
    const over = left !== null && left > 0 && chosen > left ? `. Remove ${chosen - left}, or increase the number of places first` : '';
    return `${many(chosen, 'person', 'people')} chosen${over}`;
  });
  protected readonly button = computed(() =>
    this.chosen().size > 0 ? `Add ${many(this.chosen().size, 'person', 'people')}` : 'Add people',
  );

  protected readonly add = action(async () => {
    const personIds = [...this.chosen().keys()];
    await this.api.send('post', '/cohorts/{id}/enrolments', {
      path: { id: this.cohortId() },
      body: { personIds, placeType: this.form.draft().placeType },
    });
    this.open.set(false);
    this.added.emit(`${many(personIds.length, 'person', 'people')} added`);
  });

  constructor() {
    // Opened again, it finds anew: an empty box must not stand above what was found before.
    effect(() => {
      if (this.open() && untracked(this.box.query)) this.box.type('');
    });
  }

  protected type(text: string): void {
    this.text.set(text);
    this.box.type(text);
  }

  protected choose(id: string, name: string, on: boolean): void {
    const next = new Map(this.chosen());
    if (on) next.set(id, name);
    else next.delete(id);
    this.form.patch({ people: [...next] });
  }

  /** The pressed button goes with its person, so the focus goes on to the next, or to the search when nobody is left. */
  protected takeOff(id: string, at: number): void {
    this.choose(id, '', false);
    afterNextRender(
      () => {
        const buttons = this.host.nativeElement.querySelectorAll<HTMLElement>('.picked button');
        const next = buttons[Math.min(at, buttons.length - 1)] ?? this.host.nativeElement.querySelector<HTMLElement>('#add-search');
        next?.focus();
      },
      { injector: this.injector },
    );
  }

  protected aboutOf({ jobTitle, organisation }: { jobTitle: string | null; organisation: string | null }): string {
    return [jobTitle, organisation].filter(Boolean).join(', ') || 'No job recorded';
  }
}

interface Found {
  items: { id: string; name: string; jobTitle: string | null; organisation: string | null; whyNot: string | null }[];
  left: number;
  more: boolean;
}
