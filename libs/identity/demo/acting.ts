import type { Actor } from '@waymark/shared/api/actor';
import { Actors } from '@waymark/shared/api/allow';
import type { Demo } from '@waymark/shared/api/demo';
import { PERSON } from '@waymark/people/demo/made';
import type { SessionActors } from '../api/sessions/session-actors';

/** A person of the demo with the permissions they have by now: what the demo's `as` answers. */
export function actorNamed(demo: Demo, name: string): Promise<Actor> {
  return (demo.service(Actors) as SessionActors).acting(demo.the(PERSON, name));
}
