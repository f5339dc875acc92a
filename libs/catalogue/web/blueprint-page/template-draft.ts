import type { components } from '@waymark/shared/client/schema';

export type Template = components['schemas']['TemplateWish'];

/** A session of a blueprint as it is typed. */
interface TemplateDraft {
  title: string;
  kind: Template['kind'];
  purpose: string;
  /** 1 is the first day. */
  day: number | null;
  startsAt: string;
  duration: number;
  mode: Template['mode'];
  /** Empty: any. */
  layout: NonNullable<Template['layout']> | '';
  equipment: Template['equipment'];
  setUp: number;
  clearUp: number;
  who: readonly ('mandatory' | 'perGroup')[];
  /** The position of the session it comes after, or empty. */
  after: string;
  minGap: number;
}

export function templateDraftOf({
  title,
  kind,
  purpose,
  duration,
  mode,
  equipment,
  setUp,
  clearUp,
  minGap,
  ...one
}: Template): TemplateDraft {
  return {
    ...{ title, kind, purpose, duration, mode, equipment, setUp, clearUp, minGap },
    day: one.dayOffset === null ? null : one.dayOffset + 1,
    startsAt: one.startsAt ?? '',
    layout: one.layout ?? '',
    who: [...(one.mandatory ? ['mandatory' as const] : []), ...(one.perGroup ? ['perGroup' as const] : [])],
    after: one.afterPosition === null ? '' : String(one.afterPosition),
  };
}

export function templateOf({ title, day, startsAt, layout, who, after, ...draft }: TemplateDraft): Template {
  return {
    ...draft,
    title: title.trim(),
    dayOffset: day === null ? null : day - 1,
    startsAt: startsAt || null,
    layout: layout || null,
    mandatory: who.includes('mandatory'),
    perGroup: who.includes('perGroup'),
    afterPosition: after === '' ? null : Number(after),
  };
}

/** A session on no day has no time; on a day it has one. */
export const timeOn = (day: number | null, { startsAt }: TemplateDraft): Partial<TemplateDraft> => ({
  startsAt: day === null ? '' : startsAt || '09:30',
});
