import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HttpErrorResponse } from '@angular/common/http';
import { mergeDrafts, staleEdit } from './stale-edit';

interface Venue {
  id: string;
  version: number;
  name: string;
  place: string;
}
interface Draft {
  name: string;
  place: string;
}

const read: Venue = { id: 'v1', version: 1, name: 'County Hall', place: 'Chelmsford' };

/** A form on a venue and a server that knows one version. */
function form(start: Venue = read) {
  const view = signal<Venue | undefined>(start);
  const there = { ...start, by: 'Sam Okoro' };
  const sent: (Draft & { version: number })[] = [];
  const edit = TestBed.runInInjectionContext(() =>
    staleEdit<Venue, Draft>({
      view,
      draftOf: (one) => ({ name: one?.name ?? '', place: one?.place ?? '' }),
      labels: { name: 'Name', place: 'Place' },
      send: async (draft, version) => {
        sent.push({ ...draft, version });
        const { by, ...values } = there;
        if (version !== there.version) {
          const error = {
            title: 'Somebody else saved first',
            status: 409,
            current: { version: there.version, changedBy: by, changedAt: null, values },
          };
          throw new HttpErrorResponse({ status: 409, error });
        }
        Object.assign(there, draft, { name: draft.name.trim(), version: version + 1 });
        view.set({ id: there.id, version: there.version, name: there.name, place: there.place });
      },
    }),
  );
  return { view, there, sent, edit };
}

describe('staleEdit', () => {
  it('saves a draft under the version it was made from, and goes on from what the server made of it', async () => {
    const { edit, sent } = form();
    edit.patch({ name: ' County Hall, Essex ' });
    expect(await edit.save()).toBe(true);
    expect(edit.draft().name).toBe('County Hall, Essex');
    edit.patch({ place: 'Colchester' });
    expect(await edit.save()).toBe(true);
    expect(sent).toEqual([
      { name: ' County Hall, Essex ', place: 'Chelmsford', version: 1 },
      { name: 'County Hall, Essex', place: 'Colchester', version: 2 },
    ]);
  });

  it('takes over what only the other person changed, without asking', async () => {
    const { edit, there, sent } = form();
    edit.patch({ name: 'Shire Hall' });
    Object.assign(there, { version: 2, place: 'Colchester' });
    expect(await edit.save()).toBe(true);
    expect(sent.at(-1)).toEqual({ name: 'Shire Hall', place: 'Colchester', version: 2 });
    expect(edit.problem()).toBeNull();
  });

  it('asks about what both changed, and asks again when the dialog is left without a choice', async () => {
    const { edit, there, sent } = form();
    edit.patch({ name: 'Shire Hall' });
    Object.assign(there, { version: 2, name: 'Guildhall', place: 'Colchester' });
    expect(await edit.save()).toBe(false);
    expect([edit.open(), edit.who(), edit.problem()]).toEqual([true, 'Sam Okoro', null]);
    expect(edit.clashes()).toEqual([{ name: 'name', label: 'Name', theirs: 'Guildhall', yours: 'Shire Hall' }]);
    edit.open.set(false);
    expect(await edit.save()).toBe(false);
    expect(edit.open()).toBe(true);
    expect(await edit.choose({ name: 'theirs' })).toBe(true);
    expect(sent.at(-1)).toEqual({ name: 'Guildhall', place: 'Colchester', version: 2 });
    expect(edit.open()).toBe(false);
  });

  it('keeps what was typed when the page reads anew, and still asks about what both changed', async () => {
    const { edit, view, there } = form();
    edit.patch({ name: 'Shire Hall' });
    view.set({ ...read, version: 2, place: 'Colchester' });
    expect(edit.draft()).toEqual({ name: 'Shire Hall', place: 'Colchester' });
    Object.assign(there, { version: 3, name: 'Guildhall', place: 'Colchester' });
    view.set({ ...read, version: 3, name: 'Guildhall', place: 'Colchester' });
    expect(edit.draft().name).toBe('Shire Hall');
    expect(await edit.save()).toBe(false);
    expect(edit.clashes().map(({ theirs }) => theirs)).toEqual(['Guildhall']);
  });

  it('starts again with another thing, and when it is told to', () => {
    const { edit, view } = form();
    edit.patch({ name: 'Shire Hall' });
    view.set({ ...read, id: 'v2', name: 'Town Hall' });
    expect(edit.draft().name).toBe('Town Hall');
    edit.patch({ name: 'Another' });
    edit.reset();
    expect(edit.draft().name).toBe('Town Hall');
  });
});

describe('mergeDrafts', () => {
  const before = { cohortId: '', who: 'other', holder: 'Parish', starts: '09:00' };

  it('moves fields that belong together as one', () => {
    const mine = { ...before, starts: '10:00' };
    const theirs = { ...before, cohortId: 'c1', who: 'cohort', holder: '' };
    expect(mergeDrafts(before, mine, theirs, { cohortId: ['who', 'holder'] })).toEqual({
      draft: { cohortId: 'c1', who: 'cohort', holder: '', starts: '10:00' },
      both: [],
    });
    expect(mergeDrafts(before, { ...before, holder: 'Town' }, theirs, { cohortId: ['who', 'holder'] }).both).toEqual(['cohortId']);
  });

  it('is content when both wrote the same', () => {
    const same = { ...before, starts: '11:00' };
    expect(mergeDrafts(before, same, same)).toEqual({ draft: same, both: [] });
  });
});
