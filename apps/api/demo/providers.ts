/** The providers of the demo. A database that has others holds what somebody has entered. */
export const DEMO_PROVIDERS = { east: 'Eastern Talent Partnership', empty: 'Northern Skills Alliance' };
