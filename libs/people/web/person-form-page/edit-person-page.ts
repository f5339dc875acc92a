import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary';
import { StaleWriteDialog } from '@waymark/shared/ui/stale-write-dialog';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states';
import { TitleBlock } from '@waymark/shared/ui/title-block';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { PERSON_LABELS, personBody, personDraftOf, PersonFields } from '../person-fields';
import { staleEdit } from '../stale-edit';
import { nameOf } from '../words';

@Component({
  selector: 'app-edit-person-page',
  imports: [RouterLink, Button, ErrorSummary, StaleWriteDialog, ErrorState, LoadingState, TitleBlock, PersonFields],
  template: `
    <app-title-block [heading]="heading()" [crumbs]="crumbs()" />
    @if (person.hasValue()) {
      <app-error-summary [problem]="edit.problem()" />
      <form novalidate (submit)="submit($event)">
        <app-person-fields [(draft)]="edit.draft" [problem]="edit.problem()" />
        <div class="acts form__acts">
          <button type="submit" appButton [busy]="edit.busy()">Save changes</button>
          <a class="tlink" [routerLink]="['/people', id()]">Cancel</a>
        </div>
      </form>
      <app-stale-write-dialog
        [(open)]="edit.open"
        [who]="edit.who()"
        [at]="edit.at()"
        [clashes]="edit.clashes()"
        [busy]="edit.busy()"
        (chosen)="choose($event)"
      />
    } @else if (problem(); as problem) {
      <section class="panel"><app-error-state [problem]="problem" (again)="person.reload()" /></section>
    } @else {
      <app-loading-state what="the person" />
    }
  `,
})
export class EditPersonPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  protected readonly person = this.api.get('/people/{id}', () => ({ path: { id: this.id() } }));
  protected readonly problem = computed(() => {
    const error = this.person.error();
    return error ? readingProblem(error) : null;
  });
  protected readonly heading = computed(() => (this.person.hasValue() ? `Edit ${nameOf(this.person.value())}` : 'Edit a person'));
  protected readonly crumbs = computed(() => [
    { label: 'People', link: '/people' },
    ...(this.person.hasValue() ? [{ label: nameOf(this.person.value()), link: ['/people', this.id()] }] : []),
    { label: 'Edit' },
  ]);

  protected readonly edit = staleEdit({
    view: computed(() => (this.person.hasValue() ? this.person.value() : undefined)),
    draftOf: personDraftOf,
    labels: PERSON_LABELS,
    send: (draft, version) => this.api.send('put', '/people/{id}', { path: { id: this.id() }, body: { ...personBody(draft), version } }),
  });

  protected submit(event: Event): void {
    event.preventDefault();
    void this.leaveWhen(this.edit.save());
  }

  protected choose(kept: Record<string, 'yours' | 'theirs'>): void {
    void this.leaveWhen(this.edit.choose(kept));
  }

  private async leaveWhen(saved: Promise<boolean>): Promise<void> {
    if (await saved) await this.router.navigate(['/people', this.id()], { state: { done: 'Your changes are saved' } });
  }
}
