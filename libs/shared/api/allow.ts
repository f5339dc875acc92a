import {
  ForbiddenException,
  Inject,
  Injectable,
  SetMetadata,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Permission } from '@waymark/shared/kernel/manifest';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Actor } from './actor';
import { ANSWERS } from './answers';
import { idempotencyOf, type IncomingRequest } from './idempotency';
import { PACE, RequestTurns, type Pace, type Turning } from './request-turns';

export const PERMISSION = 'permission';
/** Open to everybody, signed in or not. */
export const ANYONE = 'anyone';
/** Open to everybody who is signed in: their own things. */
export const SIGNED_IN = 'signed-in';

/** Open to them, and to whoever is still signing in: to whom everything else is as if they were not signed in. */
export const SIGNING_IN = 'signing-in';

/** Who may call a route. What they reach with it is decided by the query or the service, with `reachOf`. */
export const Allow = (permission: Permission | typeof ANYONE | typeof SIGNED_IN | typeof SIGNING_IN) => SetMetadata(PERMISSION, permission);

/** Finds who is calling. The identity domain provides it; nothing else reads cookies. */
export abstract class Actors {
  abstract of(request: IncomingRequest): Promise<Actor | null>;
  /** The provider whose turn a request takes, as far as this process remembers without asking. */
  abstract homeOf(request: IncomingRequest): string | undefined;
}

type Asking = IncomingRequest & Turning & { actor?: Actor };

/** A route without @Allow is closed. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(Actors) private readonly actors: Actors,
    private readonly turns: RequestTurns,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<Parameters<typeof Allow>[0] | undefined>(PERMISSION, context.getHandler());
    if (permission === undefined) throw new ForbiddenException('This address is closed');
    const request = context.switchToHttp().getRequest<Asking>();
    await this.turns.begin(request, this.actors.homeOf(request), this.reflector.get<Pace | undefined>(PACE, context.getHandler()));
    try {
      return await this.mayGoOn(request, permission, context);
    } catch (error) {
      this.turns.end(request);
      throw error;
    }
  }

  private async mayGoOn(request: Asking, permission: Parameters<typeof Allow>[0], context: ExecutionContext): Promise<boolean> {
    if (permission === ANYONE) return true;
    const actor = await this.actors.of(request);
    if (!actor || (actor.waitsFor && permission !== SIGNING_IN)) throw new UnauthorizedException('Sign in to continue');
    // Also where it is refused: the audit log says who it was.
    request.actor = actor;
    if (permission !== SIGNED_IN && permission !== SIGNING_IN && !actor.reach.has(permission))
      throw new ForbiddenException('Your role does not allow this');
    // Reading keeps the actor as it is remembered: nothing is written.
    if (request.method === 'GET') return true;
    const answers = this.reflector.get<StandardSchemaV1 | undefined>(ANSWERS, context.getHandler());
    const idempotency = idempotencyOf(request);
    request.actor = { ...actor, ...(answers ? { answers } : {}), ...(idempotency ? { idempotency } : {}) };
    return true;
  }
}
