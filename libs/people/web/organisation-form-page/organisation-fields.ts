import { Component, computed, inject } from '@angular/core';
import { Button } from '@waymark/shared/ui/button/button';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { FormContext } from '@waymark/shared/ui/form/form';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { NO_CODE, type OrganisationDraft, SCHEME_HINT } from '../organisation-draft';
import { OrganisationBox } from '../organisation-box';
import { NATIONS, SECTORS } from '../people-words';

/** The fields of an organisation, in a form whose draft is an `OrganisationDraft`. */
@Component({
  selector: 'app-organisation-fields',
  imports: [Button, DateInput, OrganisationBox, Select, TextInput],
  templateUrl: './organisation-fields.html',
})
export class OrganisationFields {
  private readonly form = inject<FormContext<OrganisationDraft>>(FormContext);
  protected readonly draft = computed(() => this.form.appForm().draft());
  protected readonly sectors = SECTORS;
  protected readonly nations = NATIONS;
  protected readonly schemeHint = SCHEME_HINT;

  protected addAlias(): void {
    this.set({ aliases: [...this.draft().aliases, ''] });
    focusOn(`aliases-${this.draft().aliases.length - 1}`);
  }

  protected removeAlias(at: number): void {
    this.set({ aliases: this.draft().aliases.filter((_, i) => i !== at) });
    focusOn('add-alias');
  }

  protected addCode(): void {
    this.set({ identifiers: [...this.draft().identifiers, NO_CODE] });
    focusOn(`identifiers-${this.draft().identifiers.length - 1}-scheme`);
  }

  protected removeCode(at: number): void {
    this.set({ identifiers: this.draft().identifiers.filter((_, i) => i !== at) });
    focusOn('add-code');
  }

  protected addSuccessor(): void {
    this.set({ successors: [...this.draft().successors, { id: '', officialName: '' }] });
    focusOn(`successors-${this.draft().successors.length - 1}-id`);
  }

  protected removeSuccessor(at: number): void {
    this.set({ successors: this.draft().successors.filter((_, i) => i !== at) });
    focusOn('add-successor');
  }

  /** So that it can be said of it what it is called. */
  protected nameSuccessor(at: number, officialName: string): void {
    this.set({ successors: this.draft().successors.map((one, i) => (i === at ? { ...one, officialName } : one)) });
  }

  private set(part: Partial<OrganisationDraft>): void {
    this.form.appForm().patch(part);
  }
}

/** Once the line is on the page: what was pressed may be gone, and focus must not be. */
const focusOn = (id: string): void => void setTimeout(() => document.getElementById(id)?.focus());
