import { many } from './words';

describe('many', () => {
  it.each([
    [many(0, 'person', 'people'), '0 people'],
    [many(1, 'person', 'people'), '1 person'],
    [many(1204, 'person', 'people'), '1,204 people'],
    [many(1000, 'person', 'people', true), '1,000+ people'],
    [many(1, 'person', 'people', true), '1+ people'],
  ])('says %s', (said, words) => expect(said).toBe(words));
});
