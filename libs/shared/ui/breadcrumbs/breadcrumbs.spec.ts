import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { show } from '@waymark/shared/testing-web/show';
import { Breadcrumbs } from './breadcrumbs';

beforeEach(() => TestBed.configureTestingModule({ providers: [provideRouter([])] }));

describe('Breadcrumbs', () => {
  it('link all but the last', async () => {
    const crumbs = [{ label: 'Cohorts', link: '/cohorts' }, { label: 'Essex' }];
    const { host } = await show(Breadcrumbs, { crumbs });
    expect(host.querySelectorAll('a').length).toBe(1);
    expect(host.querySelector('[aria-current=page]')?.textContent).toBe('Essex');
  });
});
