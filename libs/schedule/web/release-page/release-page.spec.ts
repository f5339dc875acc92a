import { openUrl } from '@waymark/shared/testing-web/open-page';
import { ReleasePage } from './release-page';
import { linesOf, reachWords } from './release-words';

const state = (over: object = {}) => ({
  title: 'Welcome',
  date: '2027-06-24',
  startsAt: '09:30',
  duration: 60,
  mode: 'in_person',
  roomName: 'Chelmer suite',
  groupNames: [],
  facilitators: [],
  ...over,
});
const change = (over: object = {}) => ({
  sessionId: 'a',
  title: 'Welcome',
  kinds: ['moved' as const],
  before: state(),
  after: state({ startsAt: '10:00' }),
  participants: 24,
  facilitators: 1,
  ...over,
});
const preview = (over: object = {}) => ({
  scheduleVersion: 7,
  number: 2,
  changes: [change()],
  participants: [
    { id: 'e1', name: 'Ada Byron', sessionIds: ['a'], signsIn: true },
    { id: 'e2', name: 'Ben Hartley', sessionIds: ['a'], signsIn: false },
  ],
  facilitators: [],
  standing: [],
  accepted: [],
  warnings: [],
  gaps: [],
  unscheduled: [],
  programmeId: 'tt',
  ...over,
});

async function open(body: object, releases: object[] = []) {
  const opened = await openUrl(
    [{ path: 'cohorts/:id', children: [{ path: 'schedule/release', component: ReleasePage }] }],
    '/cohorts/essex/schedule/release',
  );
  const read = async (one: object, many: object[]) => {
    await opened.answer('/cohorts/essex/release-preview', one);
    await opened.answer('/cohorts/essex/releases', { items: many, next: null });
  };
  await read(body, releases);
  return { ...opened, read };
}

describe('ReleasePage', () => {
  it('shows what changed, who hears of it, and what stops the release', async () => {
    const clash = {
      key: 'k',
      rule: 'room_overlap',
      severity: 'block_release',
      subjects: [],
      span: null,
      title: 'Colne room is used by 2 sessions',
      sentence: 'Thu 24 June.',
    };
    const { text, one } = await open(preview({ standing: [clash] }));
    expect(one('h2').textContent).toBe('Check and release');
    expect(text()).toContain('What has changed since release 1');
    expect(text()).toContain('Thursday 24 June 2027, 09:30 to 10:30');
    expect(text()).toContain('Thursday 24 June 2027, 10:00 to 11:00');
    expect(text()).toContain('Clashes that block the release');
    expect(text()).toContain('Colne room is used by 2 sessions');
    expect(text()).toContain('Ada Byron: 1 change');
    expect(text()).toContain('Ben Hartley: 1 change, no account');
    expect(text()).toContain('1 participant can see it in their agenda when they sign in.');
    expect(text()).toContain('1 participant has no account, so they cannot see it. Invite them, or tell them another way.');
    expect(text()).toContain('Waymark does not email anyone about a release.');
  });

  it('lists what is missing, what is warned of, what was overridden and what is not on the schedule, in that order', async () => {
    const clash = {
      key: 'k',
      rule: 'holiday',
      severity: 'warn',
      subjects: [],
      span: null,
      title: 'Mon 3 May is a bank holiday',
      sentence: 'Visit.',
    };
    const gap = (code: string, severity: string, title: string) => ({ code, severity, title, sessions: [{ id: 'a', title: 'Welcome' }] });
    const { all, text, one } = await open(
      preview({
        gaps: [gap('no_room', 'block_release', '1 session has no room'), gap('no_link', 'warn', '1 online session has no link')],
        warnings: [clash],
        accepted: [
          {
            id: 'o',
            title: 'Access need not met',
            sentence: 'Crouch room.',
            reason: 'A ramp is hired',
            by: 'Priya Nair',
            at: '2027-05-03T09:00:00Z',
          },
        ],
        unscheduled: [{ id: 'b', title: 'Photographs' }],
      }),
    );
    const headings = all('app-panel h2').map(({ textContent }) => textContent?.trim());
    expect(headings.slice(0, 4)).toEqual([
      'Checks',
      'What is missing and blocks the release',
      'What is missing, but does not block it',
      'Warnings',
    ]);
    expect(text()).toContain('1 thing blocks this release. 1 thing is missing, 1 warning, 1 clash is overridden.');
    expect(text()).toContain('“A ramp is hired”');
    expect(text()).toContain('1 session is not on the schedule and will not be shown: Photographs.');
    expect(one<HTMLAnchorElement>('a[href="/programmes/tt"]')).toBeTruthy();
  });

  it('says that nothing has changed when somebody releases all the same', async () => {
    const { answer, press, text } = await open(preview({ changes: [] }));
    await press('Release schedule');
    const detail = 'Nothing has changed since the last release';
    await answer('POST /cohorts/essex/releases', { title: 'Refused', errors: [{ code: 'schedule_nothing_to_release', detail }] }, 409);
    expect(text()).toContain(detail);
  });

  it('releases what was checked, and says so', async () => {
    const { answer, press, read, text } = await open(preview());
    await press('Release schedule');
    const made = {
      id: 'r2',
      number: 2,
      at: '2027-05-03T09:00:00Z',
      by: 'Priya Nair',
      note: '',
      sessions: 1,
      changes: 1,
      participants: 24,
      facilitators: 1,
    };
    const sent = await answer('POST /cohorts/essex/releases', made);
    expect(sent.body).toEqual({ scheduleVersion: 7, note: '' });
    await read(preview({ changes: [], participants: [] }), [made]);
    expect(text()).toContain(
      'The schedule has been released (release 2). 1 participant can see it in their agenda when they sign in. 1 participant has no account',
    );
    expect(text()).toContain('Nothing has changed since the last release.');
  });

  it('lists every reason why a release is refused', async () => {
    const { answer, press, text } = await open(preview());
    await press('Release schedule');
    const errors = [
      { code: 'schedule_changed_since_preview', detail: 'The schedule has changed since you checked it. Check it again, then release it' },
    ];
    await answer('POST /cohorts/essex/releases', { title: 'There is a problem', status: 409, errors }, 409);
    expect(text()).toContain('The schedule has changed since you checked it');
  });

  it('says that there is nothing to release, and nothing released yet', async () => {
    const { text } = await open(preview({ number: 1, changes: [], participants: [] }));
    expect(text()).toContain('Nothing has been released yet.');
    expect(text()).toContain('No one');
  });
});

describe('linesOf', () => {
  it('has one line for each thing that changed', () => {
    const lines = linesOf(
      change({ kinds: ['place', 'retitled', 'people'], after: state({ mode: 'online', title: 'Opening', groupNames: ['Group 1'] }) }),
    );
    expect(lines).toEqual([
      { label: 'Where', from: 'Chelmer suite', to: 'online' },
      { label: 'Title', from: 'Welcome', to: 'Opening' },
      { label: 'Who', from: 'Everyone', to: 'Group 1' },
    ]);
    expect(linesOf(change({ kinds: ['cancelled'] }))[0]!.to).toBe('Will not take place');
  });
});

describe('reachWords', () => {
  const [has, none] = [{ signsIn: true }, { signsIn: false }];
  const all = (one: { signsIn: boolean }, count: number) => Array.from({ length: count }, () => one);

  it('says nothing of seeing to 24 who have no account', () => {
    expect(reachWords(all(none, 24), [])).toEqual({
      can: null,
      cannot: '24 participants have no account, so they cannot see it. Invite them, or tell them another way.',
    });
  });

  it('says nothing of accounts where everybody has one', () => {
    expect(reachWords(all(has, 24), [has])).toEqual({
      can: '24 participants and 1 facilitator can see it in their agendas when they sign in.',
      cannot: null,
    });
  });
});
