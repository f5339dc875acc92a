import { Component, input, model } from '@angular/core';
import { Button } from '@waymark/shared/ui/button/button';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import type { Problem } from '@waymark/shared/ui/problem';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { type CodeDraft, NO_CODE, type OrganisationDraft, SCHEME_HINT } from '../organisation-draft';
import { NATIONS, SECTORS } from '../words';

@Component({
  selector: 'app-organisation-fields',
  imports: [Button, DateInput, Select, TextInput],
  templateUrl: './organisation-fields.html',
})
export class OrganisationFields {
  readonly draft = model.required<OrganisationDraft>();
  readonly problem = input<Problem | null>(null);
  protected readonly sectors = SECTORS;
  protected readonly nations = NATIONS;
  protected readonly schemeHint = SCHEME_HINT;

  protected set(part: Partial<OrganisationDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected setAlias(at: number, alias: string): void {
    this.set({ aliases: this.draft().aliases.map((one, i) => (i === at ? alias : one)) });
  }

  protected addAlias(): void {
    this.set({ aliases: [...this.draft().aliases, ''] });
    focusOn(`aliases-${this.draft().aliases.length - 1}`);
  }

  protected removeAlias(at: number): void {
    this.set({ aliases: this.draft().aliases.filter((_, i) => i !== at) });
    focusOn('add-alias');
  }

  protected setCode(at: number, part: Partial<CodeDraft>): void {
    this.set({ identifiers: this.draft().identifiers.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  }

  protected addCode(): void {
    this.set({ identifiers: [...this.draft().identifiers, NO_CODE] });
    focusOn(`identifiers-${this.draft().identifiers.length - 1}-scheme`);
  }

  protected removeCode(at: number): void {
    this.set({ identifiers: this.draft().identifiers.filter((_, i) => i !== at) });
    focusOn('add-code');
  }
}

/** Once the line is on the page: what was pressed may be gone, and focus must not be. */
const focusOn = (id: string): void => void setTimeout(() => document.getElementById(id)?.focus());
