import { z } from 'zod';
import { Id, localDate, localTime, prose } from '@waymark/shared/api/schema';
import { GAP_CODES } from '@waymark/catalogue/domain/programme-rules';
import { SEVERITIES } from '@waymark/engines/timetable/model';
import { CHANGES } from '@waymark/schedule/domain/release';
import { ClashView } from '../schedule/schedule.contract';

const state = z.object({
  title: z.string(),
  date: localDate,
  startsAt: localTime,
  duration: z.number(),
  mode: z.enum(['in_person', 'online', 'hybrid']),
  roomName: z.string().nullable(),
  groupNames: z.array(z.string()),
  facilitators: z.array(z.object({ id: Id, name: z.string() })),
});

const ReleaseChangeView = z
  .object({
    sessionId: Id,
    title: z.string(),
    kinds: z.array(z.enum(CHANGES)),
    before: state.nullable(),
    after: state,
    participants: z.number(),
    facilitators: z.number(),
  })
  .meta({ id: 'ReleaseChange' });

/** `signsIn`: they have an account, and so an agenda to find it in. Nobody is sent anything. */
const affected = z.object({ id: Id, name: z.string(), sessionIds: z.array(Id), signsIn: z.boolean() });

export const ReleasePreviewView = z
  .object({
    scheduleVersion: z.number(),
    /** The number the release would have. */
    number: z.number(),
    changes: z.array(ReleaseChangeView),
    participants: z.array(affected),
    facilitators: z.array(affected),
    standing: z.array(ClashView),
    accepted: z.array(z.object({ id: Id, title: z.string(), sentence: z.string(), reason: z.string(), by: z.string(), at: z.string() })),
    /** Clashes that warn and were not overridden. */
    warnings: z.array(ClashView),
    /** What sessions lack, and what the programme makes of it. */
    gaps: z.array(
      z.object({
        code: z.enum(GAP_CODES),
        severity: z.enum(SEVERITIES),
        title: z.string(),
        sessions: z.array(z.object({ id: Id, title: z.string() })),
      }),
    ),
    /** Sessions without a day and time: they stay out of the release. */
    unscheduled: z.array(z.object({ id: Id, title: z.string() })),
    programmeId: Id,
  })
  .meta({ id: 'ReleasePreview' });
export type ReleasePreviewView = z.infer<typeof ReleasePreviewView>;

export const ReleaseSchedule = z
  .strictObject({ scheduleVersion: z.number().int().min(1), note: prose(1000) })
  .meta({ id: 'ReleaseSchedule' });
export type ReleaseSchedule = z.infer<typeof ReleaseSchedule>;

export const ReleaseView = z
  .object({
    id: Id,
    number: z.number(),
    at: z.string(),
    by: z.string(),
    note: z.string(),
    sessions: z.number(),
    changes: z.number(),
    participants: z.number(),
    facilitators: z.number(),
  })
  .meta({ id: 'ScheduleRelease' });
export type ReleaseView = z.infer<typeof ReleaseView>;

export const ReleasesView = z.object({ items: z.array(ReleaseView), next: z.string().nullable() }).meta({ id: 'ScheduleReleases' });
export type ReleasesView = z.infer<typeof ReleasesView>;

/** Which kept version to compare with; the one before when it is left out. */
export const AgainstAsked = z.object({ against: z.coerce.number().int().min(0).max(2_147_483_647).optional() });
export type AgainstAsked = z.infer<typeof AgainstAsked>;

export const ReleaseDetailView = ReleaseView.extend({
  cohortId: Id,
  against: z.number().nullable(),
  diff: z.array(ReleaseChangeView),
}).meta({ id: 'ReleaseDetail' });
export type ReleaseDetailView = z.infer<typeof ReleaseDetailView>;
