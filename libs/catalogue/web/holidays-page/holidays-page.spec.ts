import { openPage } from '@waymark/shared/testing-web/open-page';
import { HolidaysPage } from './holidays-page';

describe('HolidaysPage', () => {
  it('lists the days, or says that none are known', async () => {
    const { answer, one, text } = await open();
    expect(one('h1').textContent).toBe('Bank holidays');
    await answer('/bank-holidays', { items: [], next: null });
    expect(text()).toContain('No bank holidays for this year');
  });

  it('shows what a file would change before it is imported', async () => {
    const { answer, http, press, text } = await open();
    await answer('/bank-holidays', { items: [], next: null });
    await press('Check file');
    const line = {
      outcome: 'new',
      place: 'scotland, event 1',
      division: 'scotland',
      date: '2026-06-15',
      title: 'World Cup bank holiday',
      message: 'New',
    };
    const counts = { new: 1, changed: 0, same: 2, gone: 0, rejected: 0 };
    const sent = await answer('POST /holiday-imports', { fileName: 'x.json', applied: false, counts, lines: [line] });
    expect(sent.body.apply).toBe(false);
    expect(text()).toContain('1 new, 0 changed, 0 removed, 2 unchanged, 0 with errors');
    await press('Import these changes');
    expect(http.expectOne({ method: 'POST', url: '/api/holiday-imports' }).request.body.apply).toBe(true);
  });
});

const open = () => openPage(HolidaysPage, { by: { can: ['holidays:import'] } });
