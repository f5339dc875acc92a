import { Component, input, model } from '@angular/core';
import type { components } from '@waymark/shared/client/schema';
import type { Problem } from '@waymark/shared/ui/problem';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';

/** A person as they are typed. */
export interface PersonDraft {
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
  pronouns: string;
}

export const PERSON_LABELS: Record<keyof PersonDraft, string> = {
  givenName: 'First name',
  familyName: 'Last name',
  email: 'Email address',
  phone: 'Phone number',
  pronouns: 'Pronouns',
};

export function personDraftOf(person: components['schemas']['PersonView'] | undefined): PersonDraft {
  return {
    givenName: person?.givenName ?? '',
    familyName: person?.familyName ?? '',
    email: person?.email ?? '',
    phone: person?.phone ?? '',
    pronouns: person?.pronouns ?? '',
  };
}

export const personBody = ({ phone, pronouns, ...names }: PersonDraft) => ({ ...names, phone: phone || null, pronouns: pronouns || null });

@Component({
  selector: 'app-person-fields',
  imports: [TextInput],
  template: `
    @let person = draft();
    <app-text-input
      name="givenName"
      label="First name"
      hint="Leave empty for somebody with one name only"
      [optional]="true"
      [value]="person.givenName"
      (valueChange)="set({ givenName: $event })"
      [problem]="problem()"
    />
    <app-text-input
      name="familyName"
      label="Last name"
      [value]="person.familyName"
      (valueChange)="set({ familyName: $event })"
      [problem]="problem()"
    />
    <app-text-input
      name="email"
      label="Email address"
      hint="Their work address. Nobody else can have the same one"
      type="email"
      [value]="person.email"
      (valueChange)="set({ email: $event })"
      [problem]="problem()"
    />
    <app-text-input
      name="phone"
      label="Phone number"
      type="tel"
      [optional]="true"
      [width]="20"
      [value]="person.phone"
      (valueChange)="set({ phone: $event })"
      [problem]="problem()"
    />
    <app-text-input
      name="pronouns"
      label="Pronouns"
      [optional]="true"
      [width]="20"
      [value]="person.pronouns"
      (valueChange)="set({ pronouns: $event })"
      [problem]="problem()"
    />
  `,
})
export class PersonFields {
  readonly draft = model.required<PersonDraft>();
  readonly problem = input<Problem | null>(null);

  protected set(part: Partial<PersonDraft>): void {
    this.draft.update((person) => ({ ...person, ...part }));
  }
}
