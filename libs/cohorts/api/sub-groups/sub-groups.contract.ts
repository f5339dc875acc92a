import { z } from 'zod';
import { Id, line, version, wholeNumber } from '@waymark/shared/api/schema';
import { SUB_GROUP_KIND_CODES } from '@waymark/cohorts/domain/sub-group-split';
import { GroupView } from '../cohorts/cohorts.contract';

const kind = z.enum(SUB_GROUP_KIND_CODES, 'Choose what the group is for');
const name = line('Enter a name for the group', 60);

export const GroupsView = z.object({ items: z.array(GroupView), next: z.null() }).meta({ id: 'SubGroups' });
export type GroupsView = z.input<typeof GroupsView>;

export const AddGroup = z.strictObject({ name, kind }).meta({ id: 'AddSubGroup' });
export type AddGroup = z.infer<typeof AddGroup>;
export const ChangeGroup = z.strictObject({ name, kind, version }).meta({ id: 'ChangeSubGroup' });
export type ChangeGroup = z.infer<typeof ChangeGroup>;

/** Puts people into one group, out of others of its kind; `groupId` null takes them out of every group. */
export const AssignGroup = z
  .strictObject({
    enrolmentIds: z.array(Id, 'Choose people').min(1, 'Choose at least one person').max(1000, 'Choose 1,000 people or fewer'),
    groupId: z.uuid('Choose a group').nullable(),
  })
  .meta({ id: 'AssignSubGroup' });
export type AssignGroup = z.infer<typeof AssignGroup>;

/** Shares everybody with a place out over `count` groups of a kind; missing groups are made. */
export const SplitGroups = z
  .strictObject({ kind, count: wholeNumber('Enter how many groups, from 1 to 50', 1, 50) })
  .meta({ id: 'SplitSubGroups' });
export type SplitGroups = z.infer<typeof SplitGroups>;
