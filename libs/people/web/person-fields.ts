import { Component } from '@angular/core';
import type { components } from '@waymark/shared/client/schema';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';

/** A person as they are typed. */
interface PersonDraft {
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

/** The fields of a person, in a form whose draft is a `PersonDraft`. */
@Component({
  selector: 'app-person-fields',
  imports: [TextInput],
  template: `
    <app-text-input name="givenName" label="First name" hint="Leave empty if they have only one name" [optional]="true" />
    <app-text-input name="familyName" label="Last name" />
    <app-text-input name="email" label="Email address" hint="Their work email address. Each person needs a different one" type="email" />
    <app-text-input name="phone" label="Phone number" type="tel" [optional]="true" [width]="20" />
    <app-text-input name="pronouns" label="Pronouns" [optional]="true" [width]="20" />
  `,
})
export class PersonFields {}
