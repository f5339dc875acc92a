import { wallMinute } from '@waymark/shared/kernel/wall-clock';
import type { Standing } from './agenda';
import { entriesAfter, type CalendarEntryState } from './calendar-entries';
import { calledOff, changesBetween, putOff, raiseSequences, snapshotOf, type ReleasedSession, type Snapshot } from './release';

/** A cohort, its releases and its people, played step by step. Each step answers what calendars hear: "ada day 2: on 1". */
class Played {
  private readonly draft = new Map<string, ReleasedSession>();
  private readonly people = new Map<string, Standing>();
  private last: Snapshot | null = null;
  private kept: CalendarEntryState[] = [];
  private readonly first = new Map<string, number>();
  now = wallMinute('2027-03-01', '09:00');

  edit(id: string, over: Partial<ReleasedSession>): void {
    this.draft.set(id, { ...(this.draft.get(id) ?? { ...SESSION, id, title: id, icsUid: id }), ...over });
  }
  join(personId: string, ...groupIds: string[]): string[] {
    this.people.set(personId, { groupIds, facilitatorId: null });
    return this.heard();
  }
  leave(personId: string): string[] {
    this.people.delete(personId);
    return this.heard();
  }
  release(): string[] {
    return this.put(snapshotOf([...this.draft.values()], this.last));
  }
  postpone(): string[] {
    return this.put(putOff(this.last!, this.now));
  }
  cancel(...ids: string[]): string[] {
    return this.put(calledOff(this.last!, ids));
  }

  private put(next: Snapshot): string[] {
    this.last = raiseSequences(next, changesBetween(this.last, next)).snapshot;
    for (const { id, icsSequence } of this.last.sessions) this.edit(id, { icsSequence });
    return this.heard();
  }

  private heard(): string[] {
    if (!this.last) return [];
    const changed = entriesAfter(this.kept, this.people, this.last, this.now);
    const key = ({ personId, sessionId }: CalendarEntryState) => `${personId} ${sessionId}`;
    const keys = new Set(changed.map(key));
    this.kept = [...this.kept.filter((one) => !keys.has(key(one))), ...changed];
    return changed
      .map((entry) => {
        if (!this.first.has(key(entry))) this.first.set(key(entry), entry.sequence);
        return `${key(entry)}: ${entry.on ? 'on' : 'off'} ${entry.sequence - this.first.get(key(entry))!}`;
      })
      .sort();
  }
}

const SESSION: Omit<ReleasedSession, 'id' | 'title' | 'icsUid'> = {
  kind: 'plenary',
  purpose: '',
  date: '2027-03-18',
  startsAt: '09:30',
  duration: 420,
  mode: 'in_person',
  roomId: 'chamber',
  roomName: 'Council Chamber',
  venueName: null,
  venueAddress: null,
  onlineUrl: null,
  mandatory: true,
  cancelled: false,
  postponed: false,
  groupIds: [],
  groupNames: [],
  facilitators: [],
  agenda: [],
  icsSequence: 0,
};

describe('entriesAfter', () => {
  it('follows a cohort that is half held, moved, postponed, released again and cancelled', () => {
    const played = new Played();
    played.edit('day 1', { date: '2027-03-18' });
    played.edit('day 2', { date: '2027-03-25' });
    played.join('ada');
    played.join('ben');
    expect(played.release()).toEqual(['ada day 1: on 0', 'ada day 2: on 0', 'ben day 1: on 0', 'ben day 2: on 0']);
    played.now = wallMinute('2027-03-20', '09:00');
    played.edit('day 2', { date: '2027-04-01' });
    expect(played.release()).toEqual(['ada day 2: on 1', 'ben day 2: on 1']);
    expect(played.postpone()).toEqual(['ada day 2: off 2', 'ben day 2: off 2']);
    played.edit('day 2', { date: '2027-09-09' });
    expect(played.leave('ben')).toEqual([]);
    expect(played.release()).toEqual(['ada day 2: on 3']);
    expect(played.cancel('day 2')).toEqual(['ada day 2: off 4']);
  });

  it('follows people who come late, leave before a change, are regrouped and come back', () => {
    const played = new Played();
    played.edit('day 1', {});
    played.edit('set A', { groupIds: ['A'] });
    played.edit('set B', { groupIds: ['B'] });
    played.join('ada', 'A');
    played.join('ben', 'B');
    expect(played.release()).toEqual(['ada day 1: on 0', 'ada set A: on 0', 'ben day 1: on 0', 'ben set B: on 0']);
    expect(played.join('dai', 'B')).toEqual(['dai day 1: on 0', 'dai set B: on 0']);
    played.edit('day 1', { startsAt: '10:00' });
    expect(played.leave('ben')).toEqual(['ben day 1: off 1', 'ben set B: off 1']);
    expect(played.release()).toEqual(['ada day 1: on 1', 'dai day 1: on 1']);
    expect(played.join('ada', 'B')).toEqual(['ada set A: off 1', 'ada set B: on 0']);
    expect(played.join('ben', 'A')).toEqual(['ben day 1: on 2', 'ben set A: on 0']);
    played.now = wallMinute('2027-03-19', '09:00');
    expect(played.leave('dai')).toEqual([]);
  });

  it('hears nothing of a change that was taken back, nor of a text that no calendar shows', () => {
    const played = new Played();
    played.edit('day 1', {});
    played.join('ada');
    played.release();
    played.edit('day 1', { startsAt: '11:00' });
    played.edit('day 1', { startsAt: '09:30', purpose: 'Read this first' });
    expect(played.release()).toEqual([]);
    played.edit('day 1', { mode: 'online', roomId: null });
    expect(played.release()).toEqual(['ada day 1: on 1']);
  });
});
