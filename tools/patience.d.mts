export const patience: number;
export const LIMITS: Readonly<Record<'test' | 'browserTest' | 'sight' | 'beat' | 'start', number>>;
