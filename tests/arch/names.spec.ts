import { manifest } from '../../apps/api/domains';
import { reachOf, SYSTEM } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import type { Jobs } from '@waymark/shared/api/jobs';
import type { Tx } from '@waymark/shared/api/tx';
import type { EventName, Permission, RefusalCode } from '@waymark/shared/kernel/manifest';
import { must, Refused } from '@waymark/shared/kernel/refusal';
import type { GuardedRoute } from '@waymark/shared/web/pages';

/** A line below that began to compile would be an error of its own: an unused `@ts-expect-error`. */
describe('a name that no manifest has does not compile', () => {
  it('as a permission', () => {
    const real: Permission = 'people:read';
    // @ts-expect-error there is no such permission
    const wrong: Permission = 'people:raed';
    expect([real in manifest.permissions, wrong in manifest.permissions]).toEqual([true, false]);
    Allow('anyone');
    // @ts-expect-error there is no such permission
    Allow('people:raed');
    // @ts-expect-error there is no such permission
    reachOf(SYSTEM, 'people:raed');
  });

  it('as what a page needs, nor does a page of the workbench that says nothing', () => {
    const page: GuardedRoute = { path: 'people', data: { needs: ['people:read', 'people:edit'] } };
    // @ts-expect-error there is no such permission
    const wrong: GuardedRoute = { path: 'people', data: { needs: 'people:raed' } };
    // @ts-expect-error it must say what it needs
    const silent: GuardedRoute = { path: 'people' };
    // @ts-expect-error its children must, too
    const parent: GuardedRoute = { path: 'people', data: { needs: 'people:read' }, children: [{ path: 'new' }] };
    expect([page, wrong, silent, parent].map(({ path }) => path)).toEqual(['people', 'people', 'people', 'people']);
  });

  it('as an event', () => {
    const real: EventName = 'person.added';
    // @ts-expect-error there is no such event
    const wrong: EventName = 'person.aded';
    expect([real in manifest.events, wrong in manifest.events]).toEqual([true, false]);
    const written = async (tx: Tx, jobs: Jobs) => {
      await tx.record('person.added', '');
      // @ts-expect-error there is no such event
      await tx.record('person.aded', '');
      jobs.on('person.added', 'mail.send');
      // @ts-expect-error there is no such event
      jobs.on('person.aded', 'mail.send');
    };
    expect(written).toHaveLength(2);
  });

  it('as a refusal', () => {
    const real: RefusalCode = 'people_own_manager';
    // @ts-expect-error there is no such refusal
    const wrong: RefusalCode = 'people_own_manger';
    expect([real in manifest.refusals, wrong in manifest.refusals]).toEqual([true, false]);
    // @ts-expect-error there is no such refusal
    expect(new Refused([{ code: 'people_own_manger' }]).refusals).toHaveLength(1);
    // @ts-expect-error there is no such refusal
    expect(() => must([{ code: 'people_own_manger' }])).toThrow(Refused);
  });
});
