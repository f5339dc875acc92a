import type { Refusal } from '@waymark/shared/kernel/refusal';

/** A part of a session. `offset` is minutes from its start. */
export interface AgendaItem {
  title: string;
  kind: 'input' | 'exercise' | 'break' | 'meal';
  offset: number;
  duration: number;
  presenter: string | null;
}

/** Why these items cannot be the agenda of a session this long. Each points at the item it is about. */
export function agendaRefusals(
  duration: number,
  items: readonly Pick<AgendaItem, 'offset' | 'duration'>[],
): Refusal<'schedule_agenda_outside'>[] {
  return items.flatMap((item, at) =>
    item.offset < 0 || item.offset + item.duration > duration
      ? [{ code: 'schedule_agenda_outside' as const, facts: { minutes: duration }, pointer: `/agenda/${at}/duration` }]
      : [],
  );
}
