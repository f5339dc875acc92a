import { Component, signal, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Breadcrumbs } from './breadcrumbs/breadcrumbs';
import { Button } from './button/button';
import { Chart } from './chart/chart';
import { CountBadge } from './count-badge/count-badge';
import { Details } from './details/details';
import { FilterGroup } from './filter-group/filter-group';
import { FilterPanel } from './filter-panel/filter-panel';
import { Icon } from './icon/icon';
import { ICONS } from './icon/icons';
import { ListBar } from './list-bar/list-bar';
import { NotificationBanner } from './notification-banner/notification-banner';
import { Pagination } from './pagination/pagination';
import { Card, Panel } from './panel/panel';
import { EmptyState, ErrorState, LoadingState } from './states/states';
import { Steps } from './steps/steps';
import { SubNav } from './sub-nav/sub-nav';
import { SummaryList } from './summary-list/summary-list';
import { Tag } from './tag/tag';
import { TaskList } from './task-list/task-list';
import { Timeline } from './timeline/timeline';
import { TitleBlock } from './title-block/title-block';

beforeEach(() => TestBed.configureTestingModule({ providers: [provideRouter([])] }));

describe('Button', () => {
  it('swallows presses while busy, and says so', async () => {
    @Component({
      imports: [Button],
      template: `<button type="button" appButton="warning" [busy]="busy" (click)="pressed = pressed + 1">Cancel</button>`,
    })
    class Page {
      busy = true;
      pressed = 0;
    }
    const page = TestBed.createComponent(Page);
    await page.whenStable();
    const button = page.nativeElement.querySelector('button') as HTMLButtonElement;
    button.click();
    expect(page.componentInstance.pressed).toBe(0);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.className).toContain('govuk-button--warning');
  });
});

describe('Icon', () => {
  it('draws every name, hidden from screen readers', async () => {
    for (const name of Object.keys(ICONS)) {
      const { host } = await show(Icon, { name });
      expect(host.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
      expect(host.querySelector('path')?.getAttribute('d')).toMatch(/^[Mm]/);
    }
  });
});

describe('Tag, CountBadge and Steps', () => {
  it('say in words what they show', async () => {
    expect((await show(Tag, { colour: 'green' })).host.querySelector('.govuk-tag--green')).not.toBeNull();
    expect((await show(CountBadge, { value: 1200, about: 'people' })).host.textContent?.replace(/\s+/g, ' ')).toBe('1,200 people');
    const steps = await show(Steps, { value: 2, target: 4 });
    expect(steps.host.textContent).toContain('2 of 5, aiming for 4');
    expect(steps.host.querySelectorAll('.on').length).toBe(2);
    expect(steps.host.querySelectorAll('.gap').length).toBe(2);
  });
});

describe('NotificationBanner', () => {
  it('takes focus for success only', async () => {
    const important = await show(NotificationBanner, { heading: 'The venue changed' }, true);
    expect(document.activeElement).toBe(document.body);
    expect(important.host.querySelector('[role=region]')?.textContent).toContain('Important');
    await show(NotificationBanner, { heading: 'Cohort saved', tone: 'success' }, true);
    expect(document.activeElement?.textContent).toContain('Cohort saved');
  });
});

describe('SummaryList', () => {
  it('names the row in each Change link, and says when nothing is known', async () => {
    const { host } = await show(SummaryList, { heading: 'About', rows: [{ key: 'Venue', value: '', change: '/venue' }] });
    expect(host.querySelector('dd')?.textContent).toBe('Not provided');
    expect(host.querySelector('a')?.textContent).toBe('Change Venue');
  });
});

describe('Details, Panel and Card', () => {
  it('are named by their headings', async () => {
    expect((await show(Details, { summary: 'More' })).host.querySelector('summary')?.textContent?.trim()).toBe('More');
    for (const type of [Panel, Card]) {
      const { host } = await show<Panel | Card>(type, { heading: 'Checks' });
      const section = host.querySelector('section')!;
      expect(host.querySelector(`#${section.getAttribute('aria-labelledby')}`)?.textContent).toBe('Checks');
    }
  });
});

describe('TaskList', () => {
  it('links what can be done, and not what waits for others', async () => {
    const { host } = await show(TaskList, {
      tasks: [
        { id: 'a', name: 'Resolve 3 problems', link: '/schedule', status: 'Urgent', colour: 'red' },
        { id: 'b', name: 'The sponsor confirms', status: 'Waiting' },
      ],
    });
    expect([...host.querySelectorAll('a')].map((a) => a.textContent)).toEqual(['Resolve 3 problems']);
    expect(host.querySelector('#task-a')?.textContent?.trim()).toBe('Urgent');
  });
});

describe('Timeline', () => {
  it('marks where we are', async () => {
    const { host } = await show(Timeline, {
      items: [{ title: 'Placed', state: 'done' }, { title: 'Prepare', state: 'now' }, { title: 'Event' }],
    });
    expect(host.querySelector('[aria-current=step]')?.textContent).toContain('Prepare');
    expect(host.querySelector('li')?.textContent).toContain(', done');
  });
});

describe('Breadcrumbs and TitleBlock', () => {
  it('link all but the last, and name the tab by the heading', async () => {
    const crumbs = [{ label: 'Cohorts', link: '/cohorts' }, { label: 'Essex' }];
    const { host } = await show(Breadcrumbs, { crumbs });
    expect(host.querySelectorAll('a').length).toBe(1);
    expect(host.querySelector('[aria-current=page]')?.textContent).toBe('Essex');
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

describe('EmptyState, LoadingState and ErrorState', () => {
  it('say what is the matter, and let people try again', async () => {
    expect((await show(EmptyState, { heading: 'No sessions yet' })).host.textContent).toContain('No sessions yet');
    const loading = await show(LoadingState, { what: 'people', lines: 3 });
    expect(loading.host.querySelector('[role=status]')?.textContent).toContain('Loading people');
    expect(loading.host.querySelectorAll('i').length).toBe(3);
    const broken = await show(ErrorState, { problem: { title: 'Waymark is not responding.' } });
    let again = 0;
    broken.page.componentInstance.again.subscribe(() => again++);
    broken.host.querySelector('button')!.click();
    expect(again).toBe(1);
    expect(broken.host.querySelector('[role=alert]')?.textContent).toContain('Waymark is not responding.');
  });

  it.each([400, 403, 404])('offer no second try where it would change nothing: %d', async (status) => {
    expect((await show(ErrorState, { problem: { title: 'This is not here.', status } })).host.querySelector('button')).toBeNull();
  });

  it('keep focus at the heading of what is read again, as the button goes', async () => {
    @Component({
      imports: [ErrorState, Panel],
      template: `<main id="main" tabindex="-1">
        <app-panel heading="Changes">
          @if (failed()) {
            <app-error-state [problem]="{ title: 'Waymark is not responding.' }" (again)="failed.set(false)" />
          }
        </app-panel>
      </main>`,
    })
    class Page {
      readonly failed = signal(true);
    }
    const page = TestBed.createComponent(Page);
    document.body.appendChild(page.nativeElement);
    await page.whenStable();
    const button = page.nativeElement.querySelector('button') as HTMLButtonElement;
    button.focus();
    button.click();
    await page.whenStable();
    expect(page.nativeElement.querySelector('button')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Changes');
    page.nativeElement.remove();
  });
});

describe('Pagination', () => {
  it('says how many of a capped count are shown, and offers only what there is', async () => {
    const items = Array.from({ length: 50 });
    const gone: string[] = [];
    const pages = {
      hasPrevious: () => gone.length > 0,
      nextPage: (after: string) => gone.push(after),
      previousPage: () => gone.pop(),
      firstPage: () => void (gone.length = 0),
    };
    const { page, host } = await show(Pagination, { page: { items, next: 'n', total: { count: 1000, more: true } }, pages });
    expect(host.querySelector('[role=status]')?.textContent).toBe('Showing 50 of 1,000+');
    expect([...host.querySelectorAll('button')].map((one) => one.textContent)).toEqual(['Next page']);
    host.querySelector('button')!.click();
    expect(gone).toEqual(['n']);
    page.componentRef.setInput('page', { items, next: null, total: 100 });
    await page.whenStable();
    expect(host.querySelector('[role=status]')?.textContent).toBe('Showing 50 of 100');
    expect([...host.querySelectorAll('button')].map((one) => one.textContent)).toEqual(['First page', 'Previous page']);
  });
});

describe('FilterPanel, FilterGroup and ListBar', () => {
  it('apply together, can be taken off one by one, and columns can be hidden', async () => {
    const group = await show(FilterGroup, { name: 'status', label: 'Status', options: [{ value: 'a', label: 'A', count: 2 }], value: [] });
    group.host.querySelector('input')!.click();
    expect(group.page.componentInstance.value()).toEqual(['a']);

    const panel = await show(FilterPanel, { chosen: 1 }, true);
    let applied = 0;
    panel.page.componentInstance.applied.subscribe(() => applied++);
    panel.host.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(applied).toBe(1);

    const bar = await show(ListBar, { heading: '2 people', chips: [{ id: 'a', label: 'A' }], columns: [{ key: 'name', heading: 'Name' }] });
    const removed: string[] = [];
    bar.page.componentInstance.removed.subscribe((id) => removed.push(id));
    (bar.host.querySelector('[aria-label="Remove filter: A"]') as HTMLElement).click();
    expect(removed).toEqual(['a']);
    bar.host.querySelector('input')!.click();
    expect(bar.page.componentInstance.hidden()).toEqual(['name']);
  });
});

describe('Chart', () => {
  it('tells its figures in words and as a table', async () => {
    const { host } = await show(Chart, {
      heading: 'People by sector',
      of: 'Sector',
      unit: 'People',
      bars: [
        { label: 'Council', value: 15 },
        { label: 'Health', value: 5 },
      ],
    });
    expect(host.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('People by sector. Council 15, Health 5');
    const [council, health] = [...host.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('width')));
    expect(Math.abs(council! - health! * 3)).toBeLessThan(3);
    expect([...host.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual(['Council15', 'Health5']);
  });
});

async function show<C>(
  type: Type<C>,
  inputs: Record<string, unknown>,
  attached = false,
): Promise<{ page: ComponentFixture<C>; host: HTMLElement }> {
  const page = TestBed.createComponent(type);
  if (attached) document.body.appendChild(page.nativeElement);
  for (const [name, value] of Object.entries(inputs)) page.componentRef.setInput(name, value);
  await page.whenStable();
  return { page, host: page.nativeElement as HTMLElement };
}
