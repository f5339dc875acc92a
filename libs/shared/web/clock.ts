import { toWall, type WallMinute } from '@waymark/shared/kernel/wall-clock';

/** Milliseconds since 1970, by this device's clock. The only place where a page asks for the time. */
export const now = (): number => performance.timeOrigin + performance.now();

/** The minute on the wall clock of Europe/London, by this device's clock. */
export const wallNow = (): WallMinute => toWall(new Date(now()));
