import { show } from '@waymark/shared/testing-web/show';
import { Chart } from './chart';

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
