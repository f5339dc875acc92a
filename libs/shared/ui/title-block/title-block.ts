import { Component, effect, inject, input, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Breadcrumbs, type Crumb } from '../breadcrumbs/breadcrumbs';
import { Icon } from '../icon/icon';
import { Tag, type TagColour } from '../tag/tag';

interface Fact {
  label: string;
  value: string;
}

/** The head of a workbench page: where it is, its name, state and key facts, and (as `[actions]`) what can be done with it. Also names the browser's tab. */
@Component({
  selector: 'app-title-block',
  imports: [Breadcrumbs, Icon, Tag],
  template: `
    @if (crumbs().length > 0) {
      <app-breadcrumbs [crumbs]="crumbs()" />
    }
    <div class="title">
      <div class="title__main">
        <h1 tabindex="-1">{{ heading() }}</h1>
        @if (tag(); as tag) {
          <app-tag [colour]="tag.colour">{{ tag.text }}</app-tag>
        }
        @if (facts().length > 0) {
          <dl class="facts">
            @for (fact of facts(); track fact.label) {
              <div>
                <dt>{{ fact.label }}</dt>
                <dd>{{ fact.value }}</dd>
              </div>
            }
          </dl>
        }
      </div>
      @if (foldActions()) {
        <button type="button" class="mini title__more" [attr.aria-expanded]="open()" (click)="open.set(!open())">
          Actions <app-icon [name]="open() ? 'up' : 'down'" [size]="14" />
        </button>
      }
      <div class="title__actions" [class.title__actions--fold]="foldActions()" [class.is-open]="open()">
        <ng-content select="[actions]" />
      </div>
    </div>
  `,
})
export class TitleBlock {
  readonly heading = input.required<string>();
  /** Which of several pages about the same thing this is: the tab says "People, Top Talent: Essex". */
  readonly section = input('');
  readonly crumbs = input<readonly Crumb[]>([]);
  readonly tag = input<{ text: string; colour: TagColour } | null>(null);
  readonly facts = input<readonly Fact[]>([]);
  /** On phones, three or more actions hide behind one button. */
  readonly foldActions = input(false);
  protected readonly open = signal(false);

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.section() ? `${this.section()}, ` : ''}${this.heading()} – Waymark`));
  }
}
