import { Made } from '@waymark/shared/api/demo';

/** The two bodies that share the installation: one that is at work, and one that has only begun. */
export const PROVIDERS = ['Eastern Talent Partnership', 'Northern Skills Alliance'] as const;
export const PROVIDER = new Made<string, (typeof PROVIDERS)[number]>('provider');

/** People by their first and last name. */
export const PERSON = new Made<string>('person');
