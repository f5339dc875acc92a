import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CohortView, EnrolmentRow } from './cohort-words';
import { CurrentCohort } from './current-cohort';

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
  version: 1,
  ...over,
});

/** A page in a browser without a network: `answer` gives the next answer to a request whose address ends like this. */
export interface Shown<Page> {
  fixture: ComponentFixture<Page>;
  element: HTMLElement;
  http: HttpTestingController;
  answer(address: string, body: object, status?: number): Promise<void>;
  press(words: string): Promise<void>;
}

export async function show<Page>(
  page: Type<Page>,
  { cohort, inputs = {}, before }: { cohort?: CohortView; inputs?: Record<string, unknown>; before?: () => unknown } = {},
): Promise<Shown<Page>> {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), ...(cohort ? [CurrentCohort] : [])],
  });
  before?.();
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const http = TestBed.inject(HttpTestingController);
  const element = fixture.nativeElement as HTMLElement;
  // Dialogs are the browser's own; jsdom has them without their behaviour.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
  // A resource tells its signals one task after the answer came, and what they show follows one more.
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
      await new Promise((done) => setTimeout(done));
      TestBed.tick();
    }
  };
  const answer = async (address: string, body: object, status = 200) => {
    const [request] = http.match((one) => one.url.endsWith(address));
    if (!request) throw new Error(`Nothing asked for ${address}`);
    request.flush(body, { status, statusText: String(status) });
    await settle();
  };
  const press = async (words: string) => {
    const button = [...element.querySelectorAll<HTMLElement>('button, a')].find(
      (one) => one.textContent?.trim() === words || one.getAttribute('aria-label') === words,
    );
    if (!button) throw new Error(`There is no “${words}” to press`);
    button.click();
    await settle();
  };
  await settle();
  if (cohort) {
    TestBed.inject(CurrentCohort).id.set(cohort.id);
    await settle();
    await answer(`/api/cohorts/${cohort.id}`, cohort);
  }
  return { fixture, element, http, answer, press };
}
