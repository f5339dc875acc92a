import type { Problem } from '@waymark/shared/ui/problem';

/** Somebody went on with this import in another tab: the page is read again, and says so. */
export const isStaleImport = (problem: Problem | null): boolean =>
  problem?.errors?.some(({ code }) => code === 'people_import_stale') ?? false;
