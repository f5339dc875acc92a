import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { EventEmitter } from 'node:events';
import { finalize, type Observable } from 'rxjs';
import { Settings } from './settings';
import { SIGNED_OUT, Turns } from './turns';

export const PACE = 'pace';
export type Pace = 'never waits' | 'lengthy';

/** Answers however busy everybody is, and takes no turn from anybody: for whoever watches over the service. */
export const NeverWaits = () => SetMetadata(PACE, 'never waits' satisfies Pace);
/** Takes seconds of work, a file for instance: such requests wait for each other, and hold up no page. */
export const Lengthy = () => SetMetadata(PACE, 'lengthy' satisfies Pace);

/** What of a request the turns need; `turn` gives its own back. */
export interface Turning {
  turn?: (() => void) | undefined;
  raw?: { socket: EventEmitter };
}

/**
 * Whose requests are worked on next: fairly by the provider that whoever asks belongs to, so that a busy one holds up no neighbour. A turn lasts from
 * the look at the session to the answer. There are fewer than connections, so that health, figures and jobs find one.
 */
@Injectable()
export class RequestTurns {
  private readonly turns: Record<'quick' | 'lengthy', Turns>;

  constructor({ poolSize, databasePatience: times }: Settings) {
    const most = Math.max(2, poolSize - 2);
    this.turns = {
      quick: new Turns({
        atOnce: most,
        each: most >> 1,
        alone: most,
        waiting: 200,
        within: 5_000 * times,
      }),
      // Within what a connection to a browser may be quiet.
      lengthy: new Turns({ atOnce: 2, each: 1, alone: 1, waiting: 20, within: 12_000 * times }),
    };
  }

  /** Waits for the turn of `request`, which ends with `end`. */
  async begin(request: Turning, provider: string | undefined, pace: Pace | undefined): Promise<void> {
    if (pace === 'never waits') return;
    const turns = this.turns[pace ?? 'quick'];
    const of = provider ?? SIGNED_OUT;
    const socket = request.raw?.socket;
    let leave: (() => void) | undefined;
    const waiting = turns.take(of, (whenGone) => socket?.once('close', (leave = whenGone)));
    if (waiting) await waiting.finally(() => leave && socket?.off('close', leave));
    request.turn = () => turns.give(of);
  }

  end(request: Turning): void {
    const { turn } = request;
    request.turn = undefined;
    turn?.();
  }

  counts(): { kind: string; taken: number; waiting: number }[] {
    return Object.entries(this.turns).map(([kind, { counts }]) => ({ kind, ...counts }));
  }
}

/** Gives the turn back when the work is done, also when whoever asked has left before. */
@Injectable()
export class TurnsInterceptor implements NestInterceptor {
  constructor(private readonly turns: RequestTurns) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Turning>();
    return next.handle().pipe(finalize(() => this.turns.end(request)));
  }
}
