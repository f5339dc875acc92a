import { NOBODY } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import type { Scenario } from '@waymark/shared/api/demo';
import { addDays } from '@waymark/shared/kernel/dates';
import { PERSON, PROVIDER } from '@waymark/people/demo/made';
import { ORGANISATION } from '@waymark/people/demo/organisations';
import { ProvidersService } from '../api/providers/providers.service';
import { SetupService } from '../api/providers/setup.service';
import { SecondFactorPoliciesService } from '../api/second-factor/second-factor-policies.service';
import { hashPassword, join } from './joining';

const NOOR = { givenName: 'Noor', familyName: 'Haddad', email: 'noor.haddad@example.org' };

export const setUp: Scenario = {
  title: 'Noor, who runs the installation, sets it up for two partnerships',
  on: (today) => addDays(today, -420),
  async play(demo) {
    hashPassword(demo);
    const east = 'Eastern Talent Partnership';
    const { personId, providerId } = await demo
      .service(Db)
      .tx(NOBODY, (nobody) => demo.service(SetupService).begin(nobody, { ...NOOR, providerName: east }, null));
    demo.keep(PERSON, 'Noor Haddad', personId);
    demo.keep(PROVIDER, east, providerId);
    const { id } = await demo.service(ProvidersService).add(await demo.as('Noor Haddad'), { name: 'Northern Skills Alliance' });
    demo.keep(PROVIDER, 'Northern Skills Alliance', id);
  },
};

export const inviteFirst: Scenario = {
  title: 'Noor invites the first person of each partnership',
  on: (today) => addDays(today, -418),
  async play(demo) {
    const [east, north] = [demo.the(PROVIDER, 'Eastern Talent Partnership'), demo.the(PROVIDER, 'Northern Skills Alliance')];
    const sam = { givenName: 'Sam', familyName: 'Okoro', email: 'sam.okoro@example.org', role: 'administrator' as const };
    const jo = { givenName: 'Jo', familyName: 'Newstart', email: 'jo.newstart@example.org', role: 'programme_staff' as const };
    for (const [person, providerId] of [
      [sam, east],
      [jo, north],
    ] as const) {
      const noor = await demo.as('Noor Haddad');
      const id = await join(demo, noor, { ...person, providerId, scopeKind: 'provider', scopeId: providerId });
      demo.keep(PERSON, `${person.givenName} ${person.familyName}`, id);
    }
  },
};

export const inviteKeeper: Scenario = {
  title: 'Noor invites Iris to keep the register from now on',
  on: (today) => addDays(today, -416),
  async play(demo) {
    const iris = { givenName: 'Iris', familyName: 'Kemp', email: 'iris.kemp@example.org', role: 'register_keeper' as const };
    const id = await join(demo, await demo.as('Noor Haddad'), { ...iris, providerId: null, scopeKind: 'installation', scopeId: null });
    demo.keep(PERSON, 'Iris Kemp', id);
  },
};

/** Where nobody's work depends on it: whoever tries the demo sees what is asked, and for months is not kept from anything. */
export const askForSecondStep: Scenario = {
  title: 'Noor asks the staff of the Northern Skills Alliance for a second step',
  on: (today) => addDays(today, -1),
  async play(demo) {
    const noor = await demo.as('Noor Haddad');
    await demo
      .service(Db)
      .tx(noor, (tx) => demo.service(SecondFactorPoliciesService).require(tx, demo.the(PROVIDER, 'Northern Skills Alliance'), 90));
  },
};

export const inviteTeam: Scenario = {
  title: 'Sam invites Priya, who runs the programmes, and Martin, whose people take part',
  on: (today) => addDays(today, -415),
  async play(demo) {
    const sam = await demo.as('Sam Okoro');
    const providerId = demo.the(PROVIDER, 'Eastern Talent Partnership');
    await join(demo, sam, {
      personId: demo.the(PERSON, 'Priya Nair'),
      providerId,
      role: 'programme_staff',
      scopeKind: 'provider',
      scopeId: providerId,
    });
    await join(demo, sam, {
      personId: demo.the(PERSON, 'Martin Doyle'),
      providerId,
      role: 'employer',
      scopeKind: 'organisation',
      scopeId: demo.the(ORGANISATION, 'ESS'),
    });
  },
};
