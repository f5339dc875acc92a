import { booleanAttribute, Component, computed, inject, input, model, output } from '@angular/core';
import { Combobox } from '@waymark/shared/ui/combobox/combobox';
import type { Option } from '@waymark/shared/ui/field/options';
import { Api } from '@waymark/shared/web/api';
import { SearchBox } from './search-box';
import { nameOf } from './people-words';

/** A person the provider knows, searched by name or email address. The value is their id. */
@Component({
  selector: 'app-person-box',
  imports: [Combobox],
  host: { '(focusin)': 'box.wake()' },
  template: `
    <app-combobox
      [name]="name()"
      [label]="label()"
      [hint]="hint()"
      [optional]="optional()"
      [remote]="true"
      [options]="options()"
      [loading]="box.waiting() || found.isLoading()"
      [chosenLabel]="chosenLabel()"
      (searched)="box.type($event)"
      (picked)="picked.emit($event)"
      [(value)]="value"
    />
  `,
})
export class PersonBox {
  readonly name = input.required<string>();
  readonly label = input('Person');
  readonly hint = input('');
  readonly optional = input(false, { transform: booleanAttribute });
  readonly chosenLabel = input('');
  /** Somebody who may not be chosen. */
  readonly except = input('');
  readonly value = model('');
  /** Who was chosen, for those who need their name as well. */
  readonly picked = output<Option>();

  protected readonly box = new SearchBox();
  protected readonly found = inject(Api).get('/people', () => {
    const query = this.box.query();
    return query === undefined ? undefined : { query: { query, limit: 20 } };
  });
  protected readonly options = this.box.options(
    computed(() => (this.found.hasValue() ? this.found.value().items.filter(({ id }) => id !== this.except()) : undefined)),
    (person) => ({
      value: person.id,
      label: nameOf(person),
      hint: [person.jobTitle, person.organisation].filter(Boolean).join(', ') || (person.email ?? ''),
    }),
  );
}
