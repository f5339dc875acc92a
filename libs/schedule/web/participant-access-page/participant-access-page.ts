import { afterRenderEffect, Component, computed, ElementRef, inject, signal } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { ACCESS_CODES, ACCESS_FEATURES } from '@waymark/catalogue/domain/access';

/** What somebody needs at the venue, in their own choice; needing nothing is an answer too. `#needs-<cohort>` leads to one cohort. */
@Component({
  selector: 'app-participant-access-page',
  imports: [RouterLink, Button, Checkboxes, EmptyState, ErrorState, ErrorSummary, LoadingState, NotificationBanner],
  template: `
    <div class="stack">
      <h1 class="heading-large">What you need at the venue</h1>
      @if (saved(); as saved) {
        <app-notification-banner tone="success" [heading]="'Saved for ' + saved + '. We will use this to plan rooms.'">
          <p><a class="link" routerLink="/my">Go to your home page</a></p>
        </app-notification-banner>
      }
      @if (items(); as items) {
        <app-error-summary [problem]="save.problem()" />
        @for (item of items; track item.cohortId) {
          <form
            class="my-page__form"
            [id]="'needs-' + item.cohortId"
            tabindex="-1"
            [attr.aria-label]="item.cohortName"
            (submit)="$event.preventDefault(); save.run(item.cohortId)"
          >
            <app-checkboxes
              [name]="'access-' + item.cohortId"
              [label]="item.cohortName"
              hint="Only staff who plan rooms can see this. People who lead your sessions cannot. If you do not need anything, leave the boxes empty and save."
              [options]="options"
              [value]="chosen()[item.cohortId] ?? []"
              (valueChange)="choose(item.cohortId, $event)"
            />
            <button type="submit" appButton [busy]="save.busy()">
              Save<span class="visually-hidden"> for {{ item.cohortName }}</span>
            </button>
          </form>
        } @empty {
          <app-empty-state heading="You are not on a programme at the moment">
            <p>When you have a place, you can tell us here what you need.</p>
          </app-empty-state>
        }
      } @else if (problem(); as problem) {
        <app-error-state [problem]="problem" (again)="needs.reload()" />
      } @else {
        <app-loading-state what="what you told us" />
      }
    </div>
  `,
})
export class ParticipantAccessPage {
  private readonly api = inject(Api);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private fragment = inject(ActivatedRoute).snapshot.fragment;
  protected readonly needs = this.api.get('/my/access-needs');
  protected readonly items = computed(() => (this.needs.hasValue() ? this.needs.value().items : null));
  protected readonly problem = computed(() => (this.needs.error() ? readingProblem(this.needs.error()) : null));
  /** By cohort, what is ticked and not saved yet: saving one cohort leaves the others as they stand. */
  private readonly unsaved = signal<Readonly<Record<string, readonly string[]>>>({});
  protected readonly chosen = computed<Readonly<Record<string, readonly string[]>>>(() => ({
    ...Object.fromEntries((this.items() ?? []).map((item) => [item.cohortId, item.needs])),
    ...this.unsaved(),
  }));
  /** The cohort whose needs were saved last. */
  protected readonly saved = signal('');
  protected readonly options = ACCESS_CODES.map((value) => ({ value, label: ACCESS_FEATURES[value].word }));

  protected readonly save = action(async (cohortId: string) => {
    this.saved.set('');
    const sent = this.chosen()[cohortId] ?? [];
    const body = { cohortId, needs: [...sent] as (typeof ACCESS_CODES)[number][] };
    this.needs.set(await this.api.send('put', '/my/access-needs', { body }));
    // What was ticked while this was on its way is not saved.
    this.unsaved.update(({ [cohortId]: now, ...others }) => (now === undefined || now === sent ? others : { ...others, [cohortId]: now }));
    this.saved.set(this.items()?.find((item) => item.cohortId === cohortId)?.cohortName ?? 'this cohort');
  });

  constructor() {
    // The sections are there only once they were read, too late for the browser to go to one by itself.
    afterRenderEffect(() => {
      if (!this.items() || !this.fragment) return;
      const section = [...this.host.nativeElement.querySelectorAll('form')].find(({ id }) => id === this.fragment);
      this.fragment = null;
      section?.scrollIntoView?.();
      section?.focus({ preventScroll: true });
    });
  }

  protected choose(cohortId: string, needs: readonly string[]): void {
    this.unsaved.update((all) => ({ ...all, [cohortId]: needs }));
  }
}
