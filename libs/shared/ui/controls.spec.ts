import { Component, signal, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Checkboxes } from './checkboxes/checkboxes';
import { Combobox } from './combobox/combobox';
import { DateInput } from './date-input/date-input';
import { FileUpload } from './file-upload/file-upload';
import type { Problem } from './problem';
import { Radios } from './radios/radios';
import { Select } from './select/select';
import { TextInput } from './text-input/text-input';
import { Textarea } from './textarea/textarea';
import { TimeInput } from './time-input/time-input';

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

describe('TextInput', () => {
  it('goes both ways with a signal', async () => {
    @Component({ imports: [TextInput], template: `<app-text-input name="n" label="Name" [(value)]="name" />` })
    class Page {
      readonly name = signal('Ada');
    }
    const page = TestBed.createComponent(Page);
    await page.whenStable();
    const box = page.nativeElement.querySelector('input') as HTMLInputElement;
    expect(box.value).toBe('Ada');
    type(box, 'Bea');
    expect(page.componentInstance.name()).toBe('Bea');
  });
});

describe('Textarea', () => {
  it('counts what is left, and what is too much', async () => {
    const { page, host } = await show(Textarea, { name: 't', label: 'T', max: 10, value: 'four' });
    expect(host.querySelector('#t-count')?.textContent).toBe('You have 6 characters left');
    type(host.querySelector('textarea')!, 'eleven long');
    await page.whenStable();
    expect(host.querySelector('#t-count')?.textContent).toBe('You have 1 character too many');
  });
});

describe('Radios and Select', () => {
  it('give the chosen value', async () => {
    const radios = await show(Radios, { name: 'r', label: 'R', options });
    radios.host.querySelectorAll('input')[1]!.click();
    expect(radios.page.componentInstance.value()).toBe('b');

    const select = await show(Select, { name: 's', label: 'S', options, empty: 'Choose', value: 'b' });
    const box = select.host.querySelector('select')!;
    expect(box.value).toBe('b');
    box.value = '';
    box.dispatchEvent(new Event('change'));
    expect(select.page.componentInstance.value()).toBe('');
  });
});

describe('Checkboxes', () => {
  it('list what is ticked in the order of the options', async () => {
    const { page, host } = await show(Checkboxes, { name: 'c', label: 'C', options, value: ['b'] });
    host.querySelectorAll('input')[0]!.click();
    expect(page.componentInstance.value()).toEqual(['a', 'b']);
    await page.whenStable();
    host.querySelectorAll('input')[1]!.click();
    expect(page.componentInstance.value()).toEqual(['a']);
  });
});

describe('DateInput', () => {
  it('shows a day in three boxes and gives it back as typed', async () => {
    const { page, host } = await show(DateInput, { name: 'd', label: 'D', value: '2027-06-04' });
    const boxes = [...host.querySelectorAll('input')];
    expect(boxes.map((box) => box.value)).toEqual(['4', '6', '2027']);
    type(boxes[1]!, 'July');
    expect(page.componentInstance.value()).toBe('2027-07-04');
  });

  it('keeps wrong text in its boxes', async () => {
    const { page, host } = await show(DateInput, { name: 'd', label: 'D' });
    const boxes = [...host.querySelectorAll('input')];
    type(boxes[0]!, '31');
    type(boxes[1]!, 'nonsense');
    await page.whenStable();
    expect(boxes.map((box) => box.value)).toEqual(['31', 'nonsense', '']);
    expect(page.componentInstance.value()).toBe('-nonsense-31');
  });
});

describe('TimeInput', () => {
  it('shows on leaving what it understood', async () => {
    const { page, host } = await show(TimeInput, { name: 't', label: 'T' });
    const box = host.querySelector('input')!;
    box.value = '1:15pm';
    box.dispatchEvent(new Event('change'));
    expect(page.componentInstance.value()).toBe('13:15');
    expect(box.value).toBe('13:15');
  });
});

describe('Combobox', () => {
  it('finds without accents and chooses with the keyboard', async () => {
    const { page, host } = await show(Combobox, { name: 'o', label: 'O', options });
    const box = host.querySelector('input')!;
    type(box, 'wyn');
    await page.whenStable();
    expect([...host.querySelectorAll('[role=option]')].map((one) => one.textContent?.trim())).toEqual(['Powys Wŷn Council']);
    press(box, 'ArrowDown');
    await page.whenStable();
    expect(box.getAttribute('aria-activedescendant')).toBe('o-option-0');
    press(box, 'Enter');
    await page.whenStable();
    expect(page.componentInstance.value()).toBe('b');
    expect(box.value).toBe('Powys Wŷn Council');
    expect(box.getAttribute('aria-expanded')).toBe('false');
  });

  it('goes back to what was chosen when other text is left behind, and to nothing when emptied', async () => {
    const { page, host } = await show(Combobox, { name: 'o', label: 'O', options, value: 'a' });
    const box = host.querySelector('input')!;
    type(box, 'zzz');
    box.dispatchEvent(new Event('blur'));
    await page.whenStable();
    expect(box.value).toBe('Essex County Council');
    type(box, '');
    box.dispatchEvent(new Event('blur'));
    await page.whenStable();
    expect(page.componentInstance.value()).toBe('');
  });

  it('asks the page when it is remote, and keeps the label of a choice the next search drops', async () => {
    const { page, host } = await show(Combobox, { name: 'o', label: 'O', options, remote: true });
    const asked: string[] = [];
    page.componentInstance.searched.subscribe((text) => asked.push(text));
    const box = host.querySelector('input')!;
    type(box, 'ess');
    await page.whenStable();
    expect(asked).toEqual(['ess']);
    (host.querySelector('[role=option]') as HTMLElement).click();
    page.componentRef.setInput('options', []);
    await page.whenStable();
    expect(box.value).toBe('Essex County Council');
  });
});

describe('FileUpload', () => {
  it('says the name and size of the chosen file', async () => {
    const { page, host } = await show(FileUpload, { name: 'f', label: 'F' });
    page.componentInstance.value.set(new File(['x'.repeat(2500)], 'people.csv'));
    await page.whenStable();
    expect(host.querySelector('[role=status]')?.textContent).toBe('people.csv, 3 kB');
  });
});

async function show<C>(type: Type<C>, inputs: Record<string, unknown>): Promise<{ page: ComponentFixture<C>; host: HTMLElement }> {
  const page = TestBed.createComponent(type);
  for (const [name, value] of Object.entries(inputs)) page.componentRef.setInput(name, value);
  await page.whenStable();
  return { page, host: page.nativeElement as HTMLElement };
}

function type(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  box.value = text;
  box.dispatchEvent(new Event('input'));
}

function press(box: HTMLElement, key: string): void {
  box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
