import type { Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { ActivatedRoute } from '@angular/router';
import { map } from 'rxjs';
import type { Told } from '@waymark/schedule/domain/release';
import type { ClashOverride, Schedule, ScheduleSession, SessionModeCode } from '@waymark/schedule/domain/schedule';
import type { LocalDate, LocalTime } from '@waymark/shared/kernel/dates';

/** What the API answers about a schedule. Its generated type knows dates only as text; this one is what the rules take. */
export interface ScheduleData extends Schedule {
  scheduleVersion: number;
  holidaysKnownUntil: LocalDate | null;
  overrides: ClashOverride[];
  release: { number: number; at: string; by: string } | null;
  told: Told[];
  can: { edit: boolean; override: boolean; release: boolean };
}

/** A place to go to, as the API takes it. */
export interface SessionMove {
  sessionId: string;
  date: LocalDate | null;
  startsAt: LocalTime | null;
  roomId: string | null;
  mode: SessionModeCode;
}

/** Something somebody did, as the API tells those who watch. */
export interface Happening {
  name: string;
  sessionId: string;
  byId: string;
  by: string;
  title: string | null;
  date: LocalDate | null;
  startsAt: LocalTime | null;
}

export interface ScheduleChanges {
  scheduleVersion: number;
  reload: boolean;
  sessions: ScheduleSession[];
  removed: string[];
  happened: Happening[];
  present: { personId: string; name: string }[];
}

/** The cohort of the workspace a page stands in: `/cohorts/:id/…`. */
export function cohortIdOf(route: ActivatedRoute): Signal<string> {
  let at: ActivatedRoute | null = route;
  while (at && !at.snapshot.paramMap.has('id')) at = at.parent;
  const from = at ?? route;
  return toSignal(from.paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
}
