import { agendaRefusals } from './agenda-item';

describe('agendaRefusals', () => {
  it('keeps each part within its session, up to the last minute', () => {
    expect(agendaRefusals(60, [{ offset: 0, duration: 60 }])).toEqual([]);
    expect(
      agendaRefusals(60, [
        { offset: 0, duration: 30 },
        { offset: 30, duration: 31 },
      ]),
    ).toEqual([{ code: 'schedule_agenda_outside', facts: { minutes: 60 }, pointer: '/agenda/1/duration' }]);
  });
});
