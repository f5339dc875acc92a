import { z } from 'zod';
import { EQUIPMENT_CODES } from '@waymark/catalogue/domain/equipment';
import { LAYOUT_CODES } from '@waymark/catalogue/domain/layouts';
import { SESSION_KIND_CODES, SESSION_MODE_CODES } from '@waymark/catalogue/domain/session-kinds';
import { pageOf } from '@waymark/shared/api/page';
import { Id, line, moment, prose, timeCalled, version, wholeNumber } from '@waymark/shared/api/schema';

const template = {
  title: line('Enter a title'),
  kind: z.enum(SESSION_KIND_CODES, 'Choose a kind of session'),
  purpose: prose(2000),
  dayOffset: wholeNumber('Enter a day from 1 to 1,001', 0, 1000).nullable(),
  startsAt: timeCalled('start time').nullable(),
  duration: wholeNumber('Enter how many minutes the session lasts, from 5 to 1,440', 5, 1440),
  mandatory: z.boolean('Choose whether everyone must attend'),
  mode: z.enum(SESSION_MODE_CODES, 'Choose how people take part'),
  layout: z.enum(LAYOUT_CODES, 'Choose a layout').nullable(),
  equipment: z.array(z.enum(EQUIPMENT_CODES, 'Choose equipment from the list')).max(EQUIPMENT_CODES.length),
  setUp: wholeNumber('Enter the minutes to set up, from 0 to 480', 0, 480),
  clearUp: wholeNumber('Enter the minutes to clear up, from 0 to 480', 0, 480),
  perGroup: z.boolean('Choose whether each group has its own session'),
  afterPosition: wholeNumber('Choose a session from the list', 1, 500).nullable(),
  minGap: wholeNumber('Enter the minimum minutes between the sessions, from 0 to 100,000', 0, 100_000),
};

/** One session of a blueprint. Its place in the list, from 1, is its position; `dayOffset` counts days after the start, from 0. */
export const TemplateWish = z.strictObject(template).meta({ id: 'TemplateWish' });
export type TemplateWish = z.infer<typeof TemplateWish>;

export const TemplateView = z.object({ id: Id, position: z.number().int(), ...template }).meta({ id: 'TemplateView' });
export type TemplateView = z.infer<typeof TemplateView>;

export const StartBlueprint = z.strictObject({}).meta({ id: 'StartBlueprint' });
export type StartBlueprint = z.infer<typeof StartBlueprint>;

/** The whole list: what is not in it is gone. */
export const EditBlueprint = z
  .strictObject({
    version,
    capacity: wholeNumber('Enter how many places there are, from 1 to 10,000', 1, 10_000),
    minViable: wholeNumber('Enter the minimum number of people, from 0 to 10,000', 0, 10_000),
    templates: z.array(TemplateWish).max(500, 'Use 500 sessions or fewer'),
  })
  .refine(({ capacity, minViable }) => minViable <= capacity, {
    message: 'The minimum number of people must be no more than the number of places',
    path: ['minViable'],
  })
  .meta({ id: 'EditBlueprint' });
export type EditBlueprint = z.infer<typeof EditBlueprint>;

export const PublishBlueprint = z.strictObject({ version }).meta({ id: 'PublishBlueprint' });
export type PublishBlueprint = z.infer<typeof PublishBlueprint>;

const blueprint = {
  id: Id,
  programmeId: Id,
  number: z.number().int(),
  status: z.enum(['draft', 'published']),
  publishedAt: moment.nullable(),
  capacity: z.number().int(),
  minViable: z.number().int(),
  version,
};

export const BlueprintItem = z.object({ ...blueprint, sessions: z.number().int(), days: z.number().int() }).meta({ id: 'BlueprintItem' });
export type BlueprintItem = z.infer<typeof BlueprintItem>;
export const BlueprintPage = pageOf(BlueprintItem).meta({ id: 'BlueprintPage' });

export const BlueprintView = z
  .object({ ...blueprint, programmeTitle: z.string(), programmeCode: z.string(), templates: z.array(TemplateView) })
  .meta({ id: 'BlueprintView' });
export type BlueprintView = z.infer<typeof BlueprintView>;
