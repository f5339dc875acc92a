/** What the schedule part of this domain brings to its module. */
export const scheduleEntities = [];
export const scheduleControllers = [];
export const scheduleProviders = [];
