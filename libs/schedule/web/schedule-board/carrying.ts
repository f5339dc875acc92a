import { computed, Injectable, Signal, signal } from '@angular/core';
import { BoardDay, BoardHeat, BoardJudge, BoardPlace, BoardRepair, BoardRoom, BoardSession, BoardVerdict, samePlace } from './board-model';
import { placeWords, verdictWords } from './board-words';

/** A repair somebody looks at before they choose it: of which clash, and where each session would go. */
interface Previewed {
  key: string;
  repair: BoardRepair;
  steps: readonly { session: BoardSession; to: BoardPlace }[];
}

interface Held {
  session: BoardSession;
  from: BoardPlace;
  by: 'keys' | 'pointer';
}

/** What the board lends to the one who carries. */
interface CarryingSources {
  judge: Signal<BoardJudge>;
  heat: Signal<(sessionId: string) => BoardHeat | null>;
  days: Signal<readonly BoardDay[]>;
  rooms: Signal<readonly BoardRoom[]>;
}

/**
 * The session somebody has picked up, by keyboard or pointer, and the place it is held over. One per board. Only the landing mark and
 * the ghost read `at`, so a pointer that moves over a full board redraws those two and none of the blocks.
 */
@Injectable()
export class Carrying {
  private readonly sources = signal<CarryingSources | null>(null);
  private readonly holding = signal<Held | null>(null);
  private readonly pointing = signal<string | null>(null);
  private readonly previewing = signal<Previewed | null>(null);
  private readonly place = signal<BoardPlace | null>(null, { equal: samePlace });

  readonly held = this.holding.asReadonly();
  /** Where it would land; `null` while the pointer is over nothing that takes it. */
  readonly at = this.place.asReadonly();
  /** The session a check pointed at, ringed until the focus moves on. */
  readonly pointedAt = this.pointing.asReadonly();
  readonly previewed = this.previewing.asReadonly();
  readonly leavingIds = computed(() => new Set(this.previewing()?.steps.map(({ session }) => session.id)));
  readonly heldId = computed(() => this.holding()?.session.id ?? null);
  readonly minutes = computed(() => {
    const session = this.holding()?.session;
    return session ? session.end - session.start : 0;
  });

  /** Asked once for each place, however often the pointer moves within it. */
  readonly verdict = computed<BoardVerdict>(() => {
    const held = this.holding();
    const at = this.place();
    const sources = this.sources();
    if (!held || !at || !sources || at.day === null) return { severity: 'ok', words: [] };
    return sources.judge()({ sessionId: held.session.id, ...at });
  });

  readonly heat = computed<BoardHeat | null>(() => {
    const held = this.holding();
    return held ? (this.sources()?.heat()(held.session.id) ?? null) : null;
  });

  readonly words = computed(() => {
    const at = this.place();
    const sources = this.sources();
    return at && sources ? placeWords(at, this.minutes(), sources.days(), sources.rooms()) : '';
  });

  readonly verdictWords = computed(() =>
    this.place()?.day === null ? 'It will go back to the sessions not on the schedule.' : verdictWords(this.verdict()),
  );

  /** Moves the ghost, `above` a finger that would hide it; set by the ghost, called for each frame of a drag without any change detection. */
  follow: (x: number, y: number, above: boolean) => void = () => undefined;

  connect(sources: CarryingSources): void {
    this.sources.set(sources);
  }

  pickUp(session: BoardSession, by: Held['by']): void {
    const from = { day: session.day, start: session.start, roomId: session.roomId };
    this.holding.set({ session, from, by });
    this.place.set(by === 'keys' ? from : null);
  }

  hover(place: BoardPlace | null): void {
    this.place.set(place);
  }

  pointAt(sessionId: string | null): void {
    this.pointing.set(sessionId);
  }

  preview(repair: Previewed | null): void {
    this.previewing.set(repair);
  }

  putDown(): void {
    this.holding.set(null);
    this.place.set(null);
  }
}
