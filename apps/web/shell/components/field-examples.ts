import { Component, signal } from '@angular/core';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import { Combobox } from '@waymark/shared/ui/combobox/combobox';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { FileUpload } from '@waymark/shared/ui/file-upload/file-upload';
import type { Option } from '@waymark/shared/ui/field/options';
import type { Problem } from '@waymark/shared/ui/problem';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { TimeInput } from '@waymark/shared/ui/time-input/time-input';
import { Button } from '@waymark/shared/ui/button/button';
import { Example } from './example';

const ORGANISATIONS: readonly Option[] = [
  { value: 'essex', label: 'Essex County Council', hint: 'Council' },
  { value: 'chelmsford', label: 'Chelmsford City Council', hint: 'Council' },
  { value: 'powys', label: 'Powys County Council', hint: 'Council' },
  { value: 'police', label: 'Essex Police', hint: 'Police and fire' },
  { value: 'health', label: 'Mid and South Essex NHS', hint: 'Health' },
];

@Component({
  selector: 'app-field-examples',
  imports: [
    Example,
    ErrorSummary,
    FormContext,
    TextInput,
    Textarea,
    Select,
    Radios,
    Checkboxes,
    DateInput,
    TimeInput,
    Combobox,
    FileUpload,
    Button,
  ],
  templateUrl: './field-examples.html',
})
export class FieldExamples {
  private readonly refused = signal<Problem | null>(null);
  protected readonly form = formOf(
    { exampleName: 'Top Talent: Essex 2027', exampleDay: '2027-06-24', exampleLayout: '' },
    { problem: () => this.refused() },
  );
  protected readonly about = signal('');
  protected readonly stage = signal('planning');
  protected readonly needs = signal<readonly string[]>(['step-free']);
  protected readonly start = signal('09:30');
  protected readonly organisation = signal('');
  protected readonly remote = signal('');
  protected readonly found = signal<readonly Option[]>([]);
  protected readonly searching = signal(false);
  protected readonly file = signal<File | null>(null);

  protected readonly stages: readonly Option[] = [
    { value: 'draft', label: 'Draft' },
    { value: 'planning', label: 'Planning' },
    { value: 'delivery', label: 'In delivery' },
  ];
  protected readonly layouts: readonly Option[] = [
    { value: 'theatre', label: 'Theatre', hint: 'Rows of chairs that face the front' },
    { value: 'cabaret', label: 'Cabaret', hint: 'Round tables, open to the front' },
  ];
  protected readonly access: readonly Option[] = [
    { value: 'step-free', label: 'Step-free access' },
    { value: 'loop', label: 'Hearing loop' },
  ];
  protected readonly organisations = ORGANISATIONS;

  /** Refuses what the fields above could be refused for, as the API would. */
  protected refuse(): void {
    this.refused.set({
      title: 'There is a problem',
      errors: [
        { code: 'too_long', pointer: '/exampleName', detail: 'Name must be 80 characters or fewer' },
        { code: 'day', pointer: '/exampleDay', detail: 'Start date must be a real date, such as 24 June 2027' },
        { code: 'choose', pointer: '/exampleLayout', detail: 'Choose a layout' },
      ],
    });
  }

  /** Answers after a while, as a search over the network does. */
  protected look(text: string): void {
    this.searching.set(true);
    setTimeout(() => {
      this.found.set(ORGANISATIONS.filter((one) => one.label.toLowerCase().includes(text.toLowerCase())));
      this.searching.set(false);
    }, 150);
  }
}
