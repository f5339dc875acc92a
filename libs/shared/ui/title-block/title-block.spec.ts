import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { show } from '@waymark/shared/testing-web/show';
import { TitleBlock } from './title-block';

beforeEach(() => TestBed.configureTestingModule({ providers: [provideRouter([])] }));

describe('TitleBlock', () => {
  it('shows what is known, and names the tab by its heading', async () => {
    const crumbs = [{ label: 'Cohorts', link: '/cohorts' }, { label: 'Essex' }];
    const title = await show(TitleBlock, {
      heading: 'Essex',
      crumbs,
      tag: { text: 'Planning', colour: 'teal' },
      facts: [{ label: 'Lead', value: 'Priya Nair' }],
    });
    expect(title.host.querySelector('h1')?.textContent).toBe('Essex');
    expect(title.host.querySelector('dl')?.textContent).toContain('Priya Nair');
    expect(document.title).toBe('Essex – Waymark');
    title.page.componentRef.setInput('section', 'People');
    await title.page.whenStable();
    expect(document.title).toBe('People, Essex – Waymark');
  });
});
