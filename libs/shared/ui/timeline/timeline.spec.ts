import { show } from '@waymark/shared/testing-web/show';
import { Timeline } from './timeline';

describe('Timeline', () => {
  it('marks where we are', async () => {
    const { host } = await show(Timeline, {
      items: [{ title: 'Placed', state: 'done' }, { title: 'Prepare', state: 'now' }, { title: 'Event' }],
    });
    expect(host.querySelector('[aria-current=step]')?.textContent).toContain('Prepare');
    expect(host.querySelector('li')?.textContent).toContain(', done');
  });
});
