import { openPage, refused } from '@waymark/shared/testing-web/open-page';
import { FacilitatorPage } from './facilitator-page';

describe('FacilitatorPage', () => {
  it('adds a time and points at what is wrong with it', async () => {
    const { answer, one, press, text } = await open();
    await answer('/facilitators/f1', facilitator);
    await answer('/facilitators/f1/sessions', { items: [], next: null });
    expect(one('h1').textContent).toBe('Amara Nwosu');
    expect(text()).toContain('No upcoming sessions');
    await press('Add a time');
    await press('Save availability');
    await answer('PUT /facilitators/f1/availability', refused('Enter a real date', '/spans/0/startsOn'), 400);
    expect(one('#spans-0-startsOn-error').textContent).toContain('Enter a real date');
  });
});

const open = () => openPage(FacilitatorPage, { inputs: { id: 'f1' }, by: { can: ['facilitators:edit'] } });

const facilitator = {
  id: 'f1',
  providerId: 'provider',
  personId: 'x',
  name: 'Amara Nwosu',
  email: 'a@example.org',
  organisation: null,
  status: 'active',
  skills: [],
  note: '',
  availability: [],
  version: 1,
};
