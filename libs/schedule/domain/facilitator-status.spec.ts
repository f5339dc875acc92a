import {
  FACILITATOR_STATUS_CODES,
  FACILITATOR_TRANSITIONS,
  facilitatorRefusals,
  FIRST_FACILITATOR_STATUSES,
  isExpectedToLead,
  type FacilitatorStatus,
} from './facilitator-status';

const one = (status: FacilitatorStatus, reason = '') => ({ facilitatorId: 'nwosu', status, reason });
const codes = (...lists: Parameters<typeof facilitatorRefusals>) =>
  facilitatorRefusals(...lists).map(({ code, pointer }) => [code, pointer]);

describe('facilitatorRefusals', () => {
  it('goes along the table and nowhere else', () => {
    for (const from of FACILITATOR_STATUS_CODES)
      for (const to of FACILITATOR_STATUS_CODES) {
        const refused = codes([one(from, 'Ill')], [one(to, 'Ill')]);
        const may = from === to || FACILITATOR_TRANSITIONS[from].includes(to);
        expect([from, to, refused]).toEqual([from, to, may ? [] : [['schedule_facilitator_not_next', '/facilitators/0/status']]]);
      }
  });

  it('begins with what can be agreed before, and reaches every status', () => {
    for (const status of FACILITATOR_STATUS_CODES)
      expect(codes([], [one(status, 'Ill')])).toEqual(
        (FIRST_FACILITATOR_STATUSES as readonly string[]).includes(status)
          ? []
          : [['schedule_facilitator_begins', '/facilitators/0/status']],
      );
    const reached = new Set([...FIRST_FACILITATOR_STATUSES, ...Object.values(FACILITATOR_TRANSITIONS).flat()]);
    expect([...reached].sort()).toEqual([...FACILITATOR_STATUS_CODES].sort());
  });

  it('asks why whoever does not lead after all', () => {
    for (const status of FACILITATOR_STATUS_CODES.filter((status) => !isExpectedToLead(status)))
      expect(codes([one('requested')], [one(status)])).toEqual([['schedule_facilitator_reason', '/facilitators/0/reason']]);
  });

  it('takes nobody off who was asked', () => {
    expect(codes([one('proposed')], [])).toEqual([]);
    for (const status of FACILITATOR_STATUS_CODES.filter((status) => status !== 'proposed'))
      expect(codes([one(status)], [])).toEqual([['schedule_facilitator_asked', '/facilitators']]);
  });
});
