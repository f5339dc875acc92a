import { deleteRefusals, editRefusals, moveRefusals, orderRefusals } from './schedule-rules';

describe('moveRefusals', () => {
  it('moves drafts anywhere and released sessions to another time, never off the schedule', () => {
    const code = (status: 'draft' | 'released' | 'cancelled' | 'delivered', date: string | null) =>
      moveRefusals({ status, title: 'Welcome' }, { date }).map((refusal) => refusal.code);
    expect(code('draft', null)).toEqual([]);
    expect(code('released', '2027-07-02')).toEqual([]);
    expect(code('released', null)).toEqual(['schedule_released_off']);
    expect(code('cancelled', '2027-07-02')).toEqual(['schedule_session_cancelled']);
    expect(code('delivered', '2027-07-02')).toEqual(['schedule_session_past']);
    expect(editRefusals({ status: 'register_closed', title: 'Welcome' })[0]!.code).toBe('schedule_session_past');
  });
});

describe('deleteRefusals', () => {
  it('refuses whatever people were ever told about', () => {
    expect(deleteRefusals({ status: 'draft', title: 'Welcome' }, false)).toEqual([]);
    expect(deleteRefusals({ status: 'draft', title: 'Welcome' }, true)[0]!.code).toBe('schedule_delete_released');
    expect(deleteRefusals({ status: 'cancelled', title: 'Welcome' }, false)[0]!.code).toBe('schedule_delete_released');
  });
});

describe('orderRefusals', () => {
  const order = (links: Record<string, string[]>) => orderRefusals(Object.entries(links).map(([id, afterIds]) => ({ id, afterIds })));

  it('allows chains and forks, and finds circles of any length', () => {
    expect(order({ a: [], b: ['a'], c: ['a', 'b'], d: ['b', 'c'] })).toEqual([]);
    expect(order({ a: ['b'], b: ['a'] })).toHaveLength(1);
    expect(order({ x: ['a'], a: ['b'], b: ['c'], c: ['a'] })).toHaveLength(1);
  });
});
