import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SubNav } from './sub-nav';

describe('SubNav', () => {
  it('marks the current page, and folds to its name', async () => {
    @Component({ imports: [SubNav], template: `<app-sub-nav label="Cohort" [items]="items" />` })
    class Page {
      readonly items = [
        { label: 'Overview', link: '/c/1', exact: true },
        { label: 'People', link: '/c/1/people', count: 3, about: 'people' },
      ];
    }
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: Page }])] });
    const harness = await RouterTestingHarness.create('/c/1/people');
    await harness.fixture.whenStable();
    const host = harness.routeNativeElement!;
    expect(host.querySelector('[aria-current=page]')?.textContent).toContain('People');
    expect(host.querySelector('button')?.textContent).toContain('People');
  });
});
