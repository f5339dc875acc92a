import { Injectable } from '@nestjs/common';
import { mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { foldEmail } from '@waymark/shared/kernel/email';
import { Missing, must, Refused } from '@waymark/shared/kernel/refusal';
import { employmentRefusals, type Job } from '@waymark/people/domain/employment';
import { makeKnown, providersOf, recordForProviders } from '../people.rows';
import { Employment, Person, PersonEmail } from './person.entity';
import type { AddEmployment, AddPerson, EditEmployment, EditPerson, PersonView } from './persons.contract';
import { PersonsQueries } from './persons.queries';

@Injectable()
export class PersonsService {
  constructor(
    private readonly db: Db,
    private readonly queries: PersonsQueries,
  ) {}

  add(actor: Actor, { providerId, email, employment, ...facts }: AddPerson): Promise<PersonView> {
    return this.db.tx(actor, async (tx) => {
      if (!mayAt(actor, 'people:edit', { providerId })) throw new Missing();
      const id = newId();
      await this.mustBeFree(tx, email, id);
      await tx.rows.insert(Person, { id, ...facts, version: 1 });
      await tx.rows.insert(PersonEmail, { id: newId(), personId: id, email, folded: foldEmail(email), isPrimary: true, verifiedAt: null });
      await makeKnown(tx, id, providerId, email);
      await tx.record('person.added', id, {}, { providerId });
      if (employment) await this.writeJob(tx, id, newId(), employment, [], 1, '/employment');
      return this.queries.view(tx, actor, id, 'people:edit');
    });
  }

  edit(actor: Actor, id: string, { version, email, ...facts }: EditPerson): Promise<PersonView> {
    return this.db.tx(actor, async (tx) => {
      const now = await this.locked(tx, actor, id);
      await mustBeCurrent(tx, now, version, now);
      await this.mustBeFree(tx, email, id);
      await tx.rows.update(Person, { id }, { ...facts, version: version + 1 });
      if (now.email !== email) {
        await this.mustBeOurs(tx, id);
        await this.queries.forgetEmail(tx, id);
        await tx.rows.insert(PersonEmail, {
          id: newId(),
          personId: id,
          email,
          folded: foldEmail(email),
          isPrimary: true,
          verifiedAt: null,
        });
      }
      await this.queries.sortByName(tx, id);
      const said = { ...facts, email };
      await recordForProviders(tx, 'person.edited', id, {
        changed: Object.keys(said).filter((key) => said[key as keyof typeof said] !== now[key as keyof typeof now]),
      });
      return this.queries.view(tx, actor, id, 'people:edit');
    });
  }

  addEmployment(actor: Actor, personId: string, wish: AddEmployment): Promise<PersonView> {
    return this.db.tx(actor, async (tx) => {
      const person = await this.locked(tx, actor, personId);
      await this.writeJob(tx, personId, newId(), wish, person.employments, 1);
      return this.queries.view(tx, actor, personId, 'people:edit');
    });
  }

  editEmployment(actor: Actor, id: string, { version, ...wish }: EditEmployment): Promise<PersonView> {
    return this.db.tx(actor, async (tx) => {
      const person = await this.locked(tx, actor, await this.queries.personOf(tx, id));
      const now = person.employments.find((job) => job.id === id)!;
      // What happens to a job is told of its person.
      await mustBeCurrent(tx, { id: person.id, version: now.version }, version, now);
      await this.writeJob(
        tx,
        person.id,
        id,
        wish,
        person.employments.filter((job) => job.id !== id),
        version + 1,
      );
      return this.queries.view(tx, actor, person.id, 'people:edit');
    });
  }

  /** The person, for one editor at a time: two jobs added at once are checked one after the other. */
  private async locked(tx: Tx, actor: Actor, id: string): Promise<PersonView> {
    await this.queries.lock(tx, id);
    const person = await this.queries.view(tx, actor, id, 'people:edit');
    must(person.kept ? [] : [{ code: 'people_kept_elsewhere' }]);
    return person;
  }

  private async writeJob(
    tx: Tx,
    personId: string,
    id: string,
    wish: AddEmployment,
    others: readonly Job[],
    version: number,
    under = '',
  ): Promise<void> {
    const known = await this.queries.knownForJob(tx, wish, reachOf(tx.actor, 'people:edit'));
    const refusals = employmentRefusals(personId, wish, others, known.lastDay).map((refusal) => ({
      ...refusal,
      pointer: `${under}${refusal.pointer ?? ''}`,
    }));
    if (!known.organisation) refusals.push({ code: 'people_organisation_unknown', pointer: `${under}/organisationId` });
    if (!known.manager) refusals.push({ code: 'people_manager_unknown', pointer: `${under}/lineManagerId` });
    must(refusals);
    await tx.rows.upsert(Employment, { id, personId, ...wish, version }, ['id']);
    await recordForProviders(tx, version === 1 ? 'employment.added' : 'employment.edited', personId, {
      employmentId: id,
      organisationId: wish.organisationId,
      startsOn: wish.startsOn,
      endsOn: wish.endsOn,
    });
  }

  /** Invitations go to this address, and whoever accepts one is that person everywhere: no provider turns another's people into somebody else. */
  private async mustBeOurs(tx: Tx, personId: string): Promise<void> {
    const reach = reachOf(tx.actor, 'people:edit');
    const shared = (await providersOf(tx, personId)).some((id) => !reach.providers.includes(id));
    must(shared && !reach.all ? [{ code: 'people_email_shared', pointer: '/email' }] : []);
  }

  private async mustBeFree(tx: Tx, email: string, personId: string): Promise<void> {
    if (await this.queries.emailIsTaken(tx, email, personId)) throw new Refused([{ code: 'people_email_taken', pointer: '/email' }]);
  }
}
