import { dayByDay, templatesOf, TOP_TALENT } from './plans';

describe('the plans of the demo', () => {
  it('say in a sentence what people do in every session', () => {
    for (const { purpose } of [...TOP_TALENT, ...dayByDay(28)]) expect(purpose).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('find the session that comes before another', () => {
    const templates = templatesOf(TOP_TALENT);
    const { afterPosition } = templates.find(({ title }) => title === 'Systems leadership')!;
    expect(templates[afterPosition! - 1]!.title).toBe('Welcome: leading through place');
  });
});
