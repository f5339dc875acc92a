import type { components } from '@waymark/shared/client/schema';
import type { TagColour } from '@waymark/shared/ui/tag/tag';

type Line = components['schemas']['RegisterProposalLine'];
export type ProposalStatus = Line['status'];

export const PROPOSAL_STATUS: Record<ProposalStatus, { label: string; colour: TagColour }> = {
  waiting: { label: 'Waiting', colour: 'yellow' },
  taken: { label: 'Taken', colour: 'green' },
  left: { label: 'Left as it was', colour: 'grey' },
  withdrawn: { label: 'Withdrawn', colour: 'grey' },
};
export const STATUS_OPTIONS = Object.entries(PROPOSAL_STATUS).map(([value, { label }]) => ({ value, label }));
export const kindWords = (kind: Line['kind']): string => (kind === 'add' ? 'Add to the register' : 'Change what the register says');
