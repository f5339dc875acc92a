import { booleanAttribute, Component, computed, inject, input, model, output } from '@angular/core';
import { Combobox } from '@waymark/shared/ui/combobox/combobox';
import { Api } from '@waymark/shared/web/api';
import { SearchBox } from './search-box';
import { sectorName } from './people-words';

/** An organisation, searched by name, other name or code. The value is its id. */
@Component({
  selector: 'app-organisation-box',
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
      (picked)="named.emit($event.label)"
      [(value)]="value"
    />
  `,
})
export class OrganisationBox {
  readonly name = input.required<string>();
  readonly label = input('Organisation');
  readonly hint = input('');
  readonly optional = input(false, { transform: booleanAttribute });
  readonly chosenLabel = input('');
  readonly value = model('');
  /** What the chosen organisation is called. */
  readonly named = output<string>();

  protected readonly box = new SearchBox();
  protected readonly found = inject(Api).get('/organisations', () => {
    const query = this.box.query();
    return query === undefined ? undefined : { query: { query, sector: [], nation: [], limit: 20 } };
  });
  protected readonly options = this.box.options(
    computed(() => (this.found.hasValue() ? this.found.value().items : undefined)),
    ({ id, officialName, sector, region, validTo }) => ({
      value: id,
      label: officialName,
      hint: [sectorName(sector), region, validTo ? 'ended' : ''].filter(Boolean).join(', '),
    }),
  );
}
