import type { Type } from '@angular/core';
import { show } from '@waymark/shared/testing-web/show';
import { Checkboxes } from '../checkboxes/checkboxes';
import { Combobox } from '../combobox/combobox';
import { DateInput } from '../date-input/date-input';
import { FileUpload } from '../file-upload/file-upload';
import type { Problem } from '../problem';
import { Radios } from '../radios/radios';
import { Select } from '../select/select';
import { TextInput } from '../text-input/text-input';
import { Textarea } from '../textarea/textarea';
import { TimeInput } from '../time-input/time-input';

const options = [
  { value: 'a', label: 'Essex County Council' },
  { value: 'b', label: 'Powys Wŷn Council' },
];
const refused: Problem = { title: 'There is a problem', errors: [{ code: 'x', pointer: '/thing', detail: 'Enter a thing' }] };

describe('every form control', () => {
  const controls: [string, Type<unknown>, Record<string, unknown>][] = [
    ['TextInput', TextInput, {}],
    ['Textarea', Textarea, {}],
    ['Select', Select, { options }],
    ['Radios', Radios, { options }],
    ['Checkboxes', Checkboxes, { options }],
    ['DateInput', DateInput, {}],
    ['TimeInput', TimeInput, {}],
    ['Combobox', Combobox, { options }],
    ['FileUpload', FileUpload, {}],
  ];

  it.each(controls)('%s has its label, and says its hint and the API’s message', async (_name, control, inputs) => {
    const { host } = await show(control, { name: 'thing', label: 'Thing', hint: 'Any thing', problem: refused, ...inputs });
    expect(host.querySelector('label, legend')?.textContent).toContain('Thing');
    expect(host.querySelector('#thing')?.matches('input, select, textarea')).toBe(true);
    expect(host.querySelector('#thing-error')?.textContent).toBe('Error: Enter a thing');
    expect(host.querySelector('[aria-describedby="thing-hint thing-error"]')).not.toBeNull();
  });

  it.each(controls)('%s says nothing about a problem of another field', async (_name, control, inputs) => {
    const { host } = await show(control, { name: 'other', label: 'Other', problem: refused, ...inputs });
    expect(host.querySelector('.govuk-error-message')).toBeNull();
  });
});
