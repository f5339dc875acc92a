import { Component, input } from '@angular/core';
import { Tag, type TagColour } from '@waymark/shared/ui/tag/tag';
import type { ChangeKind } from '@waymark/schedule/domain/release';
import { KIND_WORDS, linesOf, peopleWords, type Change } from './release-words';

const COLOURS: Partial<Record<ChangeKind, TagColour>> = {
  added: 'green',
  cancelled: 'red',
  moved: 'blue',
  place: 'blue',
  retitled: 'purple',
};

/** What a release says that the one before did not, session by session. */
@Component({
  selector: 'app-release-changes',
  imports: [Tag],
  template: `
    <ul class="plain release">
      @for (change of changes(); track change.sessionId) {
        <li class="release__one">
          <h3 class="release__title">
            {{ change.title }}
            @for (kind of change.kinds; track kind) {
              <app-tag [colour]="colours[kind] ?? 'grey'">{{ words[kind] }}</app-tag>
            }
          </h3>
          <dl class="release__list">
            @for (line of lines(change); track line.label) {
              <div>
                <dt>{{ line.label }}</dt>
                <dd>
                  @if (line.from) {
                    <del><span class="visually-hidden">was </span>{{ line.from }}</del>
                  }
                  <ins><span class="visually-hidden">now </span>{{ line.to }}</ins>
                </dd>
              </div>
            }
            @if (showPeople()) {
              <div>
                <dt>Affects</dt>
                <dd>{{ people(change.participants, change.facilitators) }}</dd>
              </div>
            }
          </dl>
        </li>
      }
    </ul>
  `,
})
export class ReleaseChanges {
  readonly changes = input.required<readonly Change[]>();
  readonly showPeople = input(true);
  protected readonly colours = COLOURS;
  protected readonly words = KIND_WORDS;
  protected readonly lines = linesOf;
  protected readonly people = peopleWords;
}
