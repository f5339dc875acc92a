import { Organisation } from '@waymark/people/api/organisations/organisation.entity';
import { Employment, Person, PersonEmail, PersonProvider, Provider } from '@waymark/people/api/persons/person.entity';
import { newId } from '@waymark/shared/kernel/ids';
import type { Ground } from '@waymark/shared/testing/given';

export function givenOrganisation({ given }: Ground, over: Partial<Organisation> = {}) {
  const name = `Organisation ${given.next()}`;
  return given.entity(Organisation, {
    id: newId(),
    officialName: name,
    shortName: name,
    sector: 'council',
    nation: 'ENG',
    source: 'test',
    ...over,
  });
}

export function givenProvider({ given }: Ground, over: Partial<Provider> = {}) {
  return given.entity(Provider, { id: newId(), name: `Provider ${given.next()}`, ...over });
}

/** A change of the register that a provider proposes: to take in an organisation of its own. */
export async function givenProposal(app: Ground, providerId: string, over: Record<string, unknown> = {}) {
  const { id: organisationId } = await givenOrganisation(app, { providerId });
  return app.given.row('register_proposal', {
    id: newId(),
    provider_id: providerId,
    organisation_id: organisationId,
    kind: 'add',
    reason: '',
    status: 'waiting',
    proposed_by: newId(),
    proposed_at: app.clock.now(),
    ...over,
  });
}

/** A person with an email address, known to `providerId` when one is given. */
export async function givenPerson(
  app: Ground,
  { providerId, email, ...over }: Partial<Person> & { providerId?: string | undefined; email?: string } = {},
): Promise<Person & { email: string }> {
  const n = app.given.next();
  const person = await app.given.entity(Person, { id: newId(), givenName: 'Person', familyName: `Number ${n}`, ...over });
  const address = email ?? `person${n}@example.org`;
  await app.given.entity(PersonEmail, {
    id: newId(),
    personId: person.id,
    email: address,
    folded: address.toLowerCase(),
    isPrimary: true,
  });
  const sortName = `${person.familyName} ${person.givenName}`.toLowerCase();
  if (providerId) await givenKnown(app, person.id, providerId, { sortName });
  return { ...person, email: address };
}

/** That a provider knows somebody, and so may list them. */
export function givenKnown({ given, clock }: Ground, personId: string, providerId: string, over: Partial<PersonProvider> = {}) {
  return given.entity(PersonProvider, { personId, providerId, sortName: 'somebody', since: clock.now(), ...over });
}

/** Somebody's job, current unless you say otherwise. */
export function givenEmployment({ given }: Ground, personId: string, organisationId: string, over: Partial<Employment> = {}) {
  return given.entity(Employment, {
    id: newId(),
    personId,
    organisationId,
    jobTitle: 'Service designer',
    startsOn: '2024-01-01',
    ...over,
  });
}
