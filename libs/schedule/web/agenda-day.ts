import { Component, computed, input } from '@angular/core';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { sessionKind } from '@waymark/catalogue/domain/session-kinds';
import type { components } from '@waymark/shared/client/schema';
import { changeWords, clockWords, dayWords, placeOf, timesOf } from './participant-words';

type Item = components['schemas']['MySession'];

/** The sessions of one day, under its heading. */
@Component({
  selector: 'app-agenda-day',
  imports: [Icon, Tag],
  templateUrl: './agenda-day.html',
})
export class AgendaDay {
  readonly date = input.required<string>();
  readonly today = input.required<string>();
  readonly items = input.required<readonly Item[]>();
  /** Sessions of several cohorts stand side by side, so each says of which it is. */
  readonly named = input(false);

  protected readonly heading = computed(() => dayWords(this.date(), this.today()));
  protected readonly times = timesOf;
  protected readonly place = placeOf;
  protected readonly changed = changeWords;
  protected readonly kind = (code: string): string => sessionKind(code).word;

  /** '9:45am': a part of a session, by its minutes from the session's start. */
  protected partAt(startsAt: string, offset: number): string {
    return clockWords(Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3, 5)) + offset);
  }
}
