import { Component, signal } from '@angular/core';
import { Example } from '../example/example';
import type { Option } from '../field/options';
import { Combobox } from './combobox';

const ORGANISATIONS: readonly Option[] = [
  { value: 'essex', label: 'Essex County Council', hint: 'Council' },
  { value: 'chelmsford', label: 'Chelmsford City Council', hint: 'Council' },
  { value: 'powys', label: 'Powys County Council', hint: 'Council' },
  { value: 'police', label: 'Essex Police', hint: 'Police and fire' },
  { value: 'health', label: 'Mid and South Essex NHS', hint: 'Health' },
];

@Component({
  selector: 'app-combobox-examples',
  imports: [Example, Combobox],
  template: `
    <app-example
      name="Combobox"
      selector="app-combobox"
      options="options; remote with (search) and loading; chosenLabel for a value from before"
      access="Arrow keys move, Enter chooses, Escape goes back; the number of choices is announced"
    >
      <app-combobox name="exampleOrganisation" label="Organisation" [options]="organisations" [(value)]="organisation" />
      <app-combobox
        name="exampleRemote"
        label="Organisation, searched on the server"
        [remote]="true"
        [options]="found()"
        [loading]="searching()"
        (searched)="look($event)"
        [(value)]="remote"
      />
    </app-example>
  `,
})
export class ComboboxExamples {
  protected readonly organisation = signal('');
  protected readonly remote = signal('');
  protected readonly found = signal<readonly Option[]>([]);
  protected readonly searching = signal(false);
  protected readonly organisations = ORGANISATIONS;

  /** Answers after a while, as a search over the network does. */
  protected look(text: string): void {
    this.searching.set(true);
    setTimeout(() => {
      this.found.set(ORGANISATIONS.filter((one) => one.label.toLowerCase().includes(text.toLowerCase())));
      this.searching.set(false);
    }, 150);
  }
}
