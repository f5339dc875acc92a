import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { show } from '@waymark/shared/testing-web/show';
import { SummaryList } from './summary-list';

beforeEach(() => TestBed.configureTestingModule({ providers: [provideRouter([])] }));

describe('SummaryList', () => {
  it('names the row in each Change link, and says when nothing is known', async () => {
    const { host } = await show(SummaryList, { heading: 'About', rows: [{ key: 'Venue', value: '', change: '/venue' }] });
    expect(host.querySelector('dd')?.textContent).toBe('Not provided');
    expect(host.querySelector('a')?.textContent).toBe('Change Venue');
  });
});
