import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormContext, formOf } from '../form/form';
import { NumberInput } from './number-input';

@Component({
  imports: [FormContext, NumberInput],
  template: `<form [appForm]="form">
    <app-number-input name="places" label="Places" />
    <app-number-input name="latitude" label="Latitude" [decimal]="true" [optional]="true" />
  </form>`,
})
class Page {
  readonly form = formOf<{ places: number; latitude: number | null }>({ places: 24, latitude: null });
}

describe('NumberInput', () => {
  it('shows a number, and nothing where there is none', async () => {
    const { boxes } = await open();
    expect(boxes().map(({ value }) => value)).toEqual(['24', '']);
  });

  it('gives numbers; nothing only where it is optional', async () => {
    const { page, boxes } = await open();
    type(boxes()[0]!, '26');
    type(boxes()[1]!, '51.7');
    expect(page.form.draft()).toEqual({ places: 26, latitude: 51.7 });
    type(boxes()[0]!, '');
    type(boxes()[1]!, ' ');
    expect(page.form.draft()).toEqual({ places: NaN, latitude: null });
  });

  it('leaves in its box what is no number, until the form says otherwise', async () => {
    const { page, boxes, settle } = await open();
    type(boxes()[0]!, 'about 26');
    await settle();
    expect([page.form.draft().places, boxes()[0]!.value]).toEqual([NaN, 'about 26']);
    type(boxes()[1]!, '51.70');
    await settle();
    expect(boxes()[1]!.value).toBe('51.70');
    page.form.reset();
    await settle();
    expect(boxes().map(({ value }) => value)).toEqual(['24', '']);
  });
});

async function open() {
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  return {
    page: fixture.componentInstance,
    settle: () => fixture.whenStable(),
    boxes: () => [...host.querySelectorAll('input')],
  };
}

function type(box: HTMLInputElement, text: string): void {
  box.value = text;
  box.dispatchEvent(new Event('input'));
}
