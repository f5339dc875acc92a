import type { HttpTestingController } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { openPage, type SignedIn } from '@waymark/shared/testing-web/open-page';
import type { CohortView, EnrolmentRow } from '@waymark/cohorts/web/cohort-words';
import { CurrentCohort } from '@waymark/cohorts/web/current-cohort';

export const COHORT_ID = '01890000-0000-7000-8000-000000000001';

/** A cohort as the API answers it, in planning with 24 of 26 places filled. */
export const givenCohortView = (over: Partial<CohortView> = {}): CohortView => ({
  id: COHORT_ID,
  providerId: '01890000-0000-7000-8000-000000000002',
  code: 'TT-ESSEX-2027-06',
  name: 'Top Talent: Essex 2027',
  stage: 'planning',
  programme: { id: '01890000-0000-7000-8000-000000000003', title: 'Top Talent', code: 'TT' },
  blueprint: { id: '01890000-0000-7000-8000-000000000004', number: 3 },
  place: 'Essex',
  nation: 'ENG',
  venue: { id: '01890000-0000-7000-8000-000000000005', name: 'Chelmsford Civic Centre' },
  lead: { id: '01890000-0000-7000-8000-000000000006', name: 'Priya Nair' },
  startsOn: '2027-06-24',
  endsOn: '2027-06-25',
  capacity: 26,
  minViable: 16,
  goDecisionOn: '2027-05-26',
  scheduleVersion: 1,
  version: 1,
  people: { held: 24, total: 24, byStatus: { confirmed: 24 } },
  sessions: { total: 14, unscheduled: 2 },
  groups: [],
  clashes: null,
  problems: 1,
  may: { edit: true, stage: true, enrol: true, needs: true, people: true },
  ...over,
});

export const givenEnrolmentRow = (over: Partial<EnrolmentRow> = {}): EnrolmentRow => ({
  id: '01890000-0000-7000-8000-000000000010',
  person: { id: '01890000-0000-7000-8000-000000000011', name: 'Ben Hartley' },
  jobTitle: 'Service designer',
  organisation: { id: '01890000-0000-7000-8000-000000000012', name: 'Chelmsford' },
  sector: 'council',
  status: 'confirmed',
  statusReason: null,
  placeType: 'funded',
  enrolledOn: '2027-04-01',
  endedOn: null,
  groups: [],
  attention: [],
  needs: [],
  told: true,
  version: 1,
  ...over,
});

/** A page inside a cohort, when one is given. Of the API's answers, the last part of the path says which request is meant. */
interface Shown<Page> {
  fixture: ComponentFixture<Page>;
  element: HTMLElement;
  http: HttpTestingController;
  answer(address: string, body: object, status?: number): Promise<void>;
  press(words: string): Promise<void>;
  settle(): Promise<void>;
}

export async function show<Page>(
  page: Type<Page>,
  {
    cohort,
    inputs = {},
    before,
    by,
  }: { cohort?: CohortView; inputs?: Record<string, unknown>; before?: () => unknown; by?: SignedIn } = {},
): Promise<Shown<Page>> {
  const { fixture, host, http, press, settle } = await openPage(page, { inputs, before, by, providers: cohort ? [CurrentCohort] : [] });
  const answer = async (address: string, body: object, status = 200) => {
    const [request] = http.match((one) => one.url.endsWith(address));
    if (!request) throw new Error(`Nothing asked for ${address}`);
    request.flush(body, { status, statusText: String(status) });
    await settle();
  };
  if (cohort) {
    TestBed.inject(CurrentCohort).id.set(cohort.id);
    await settle();
    await answer(`/api/cohorts/${cohort.id}`, cohort);
  }
  return { fixture, element: host, http, answer, press, settle };
}
