import { show } from '@waymark/shared/testing-web/show';
import { Steps } from './steps';

describe('Steps', () => {
  it('says in words what it shows', async () => {
    const steps = await show(Steps, { value: 2, target: 4 });
    expect(steps.host.textContent).toContain('2 of 5, aiming for 4');
    expect(steps.host.querySelectorAll('.on').length).toBe(2);
    expect(steps.host.querySelectorAll('.gap').length).toBe(2);
  });
});
