import { Component } from '@angular/core';
import type { components } from '@waymark/shared/client/schema';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import { NumberInput } from '@waymark/shared/ui/number-input/number-input';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { ACCESS_OPTIONS, NATION_OPTIONS } from '../options';

type VenueFacts = Omit<components['schemas']['EditVenue'], 'version'>;

/** A venue as it is typed. */
export type VenueDraft = Omit<VenueFacts, 'postcode'> & { postcode: string };

export const EMPTY_VENUE: VenueDraft = {
  name: '',
  address: '',
  postcode: '',
  nation: 'ENG',
  latitude: null,
  longitude: null,
  access: [],
};

export const venueDraftOf = ({ name, address, postcode, nation, latitude, longitude, access }: VenueFacts): VenueDraft => ({
  ...{ name, address, postcode: postcode ?? '', nation, latitude, longitude, access },
});

export const venueBody = (draft: VenueDraft): VenueFacts => ({ ...draft, postcode: draft.postcode.trim() || null });

/** The fields of a venue, in a form whose draft is a `VenueDraft`. */
@Component({
  selector: 'app-venue-fields',
  imports: [Checkboxes, NumberInput, Select, TextInput, Textarea],
  template: `
    <app-text-input name="name" label="Name" />
    <app-textarea name="address" label="Address" [rows]="2" />
    <app-text-input name="postcode" label="Postcode" [optional]="true" [width]="10" />
    <app-select name="nation" label="Nation" hint="Sets which bank holidays apply at the venue" [options]="nations" />
    <app-number-input
      name="latitude"
      label="Latitude"
      hint="In degrees. Used to estimate travel times between venues"
      [optional]="true"
      [width]="10"
      [decimal]="true"
    />
    <app-number-input name="longitude" label="Longitude" [optional]="true" [width]="10" [decimal]="true" />
    <app-checkboxes name="access" label="Access" [small]="true" [options]="features" />
  `,
})
export class VenueFields {
  protected readonly nations = NATION_OPTIONS;
  protected readonly features = ACCESS_OPTIONS;
}
