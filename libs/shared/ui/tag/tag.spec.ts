import { show } from '@waymark/shared/testing-web/show';
import { Tag } from './tag';

describe('Tag', () => {
  it('says in words what its colour repeats', async () => {
    expect((await show(Tag, { colour: 'green' })).host.querySelector('.govuk-tag--green')).not.toBeNull();
  });
});
