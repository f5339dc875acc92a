import type { Abstract, Type } from '@nestjs/common';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Actor } from './actor';

/** An account that the sign-in page of a demo offers. */
export interface DemoAccount {
  email: string;
  password: string;
  role: string;
  /** What to use it for: "schedule cohorts, release the agenda". */
  for: string;
}

/** What a domain adds to the demo: what somebody did, told through its own services, and whom people may sign in as to look at it. */
export interface DomainDemo {
  accounts?: readonly DemoAccount[];
  scenarios: readonly Scenario[];
}

/** Something that happened on one day, all by itself: what it needs was made by scenarios of earlier days, or of domains before its own. */
export interface Scenario {
  title: string;
  /** The day it happened, for a demo that is made today. No later than today. */
  on(today: LocalDate): LocalDate;
  play(demo: Demo): Promise<void>;
}

/**
 * A kind of thing that scenarios make for those after them, each under a name: `const VENUE = new Made<Venue, 'Town hall'>('venue')`.
 * Only these names compile.
 */
export class Made<Thing, Name extends string = string> {
  declare private readonly shape: { thing: Thing; name: Name };

  constructor(readonly kind: string) {}
}

/** What a scenario is given. */
export interface Demo {
  /** The day the demo is made: everything in it lies so many days before or after. */
  readonly today: LocalDate;
  /** A service of the application. */
  service<Service>(type: Type<Service> | Abstract<Service>): Service;
  /** A person of the demo, acting with the roles they have by now: `demo.as('Priya Nair')`. */
  as(name: string): Promise<Actor>;
  keep<Thing, Name extends string>(kind: Made<Thing, Name>, name: Name, thing: Thing): void;
  /** What an earlier scenario has kept. */
  the<Thing, Name extends string>(kind: Made<Thing, Name>, name: Name): Thing;
}
