import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  effect,
  DOCUMENT,
  ElementRef,
  inject,
  input,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { many } from '@waymark/shared/kernel/words';
import { BoardByPerson } from './board-by-person';
import { BoardChecks, type RepairStep } from './board-checks';
import { BoardDayGrid } from './board-day-grid';
import { BoardDrag } from './board-drag';
import { BoardGhost } from './board-ghost';
import { columnsFor, flagsOf, inGroup, layDay } from './board-layout';
import { BoardLegend } from './board-legend';
import { BoardList } from './board-list';
import { listDays } from './board-list-rows';
import {
  BoardClash,
  BoardDay,
  BoardGroup,
  BoardHeat,
  BoardHold,
  BoardJudge,
  BoardMove,
  BoardPerson,
  BoardPlace,
  BoardRepair,
  BoardRoom,
  BoardSession,
  BoardView,
  samePlace,
} from './board-model';
import { stepFor, stepped } from './board-moves';
import { BoardToolbar } from './board-toolbar';
import { BoardTray } from './board-tray';
import { placeWords, verdictWords } from './board-words';
import { Carrying } from './carrying';
import { MoveDialog } from './move-dialog';

/** Below this the columns have no room and the list takes their place. Print is left alone: it has its own page. */
const NARROW = 'screen and (max-width: 47.99em)';

/** The schedule of a cohort as board, list or one person's days. Shows what it is given and says what somebody wants; keeps no plan of its own. */
@Component({
  selector: 'app-schedule-board',
  imports: [BoardByPerson, BoardChecks, BoardDayGrid, BoardGhost, BoardLegend, BoardList, BoardToolbar, BoardTray, MoveDialog],
  templateUrl: './schedule-board.html',
  providers: [Carrying],
  host: { '(keydown)': 'onKey($event)', '(focusin)': 'onFocusIn($event)', '(focusout)': 'onFocusOut($event)' },
})
export class ScheduleBoard {
  readonly days = input.required<readonly BoardDay[]>();
  readonly rooms = input.required<readonly BoardRoom[]>();
  readonly sessions = input.required<readonly BoardSession[]>();
  readonly holds = input<readonly BoardHold[]>([]);
  readonly clashes = input<readonly BoardClash[]>([]);
  /** What was not checked, in words, or nothing. */
  readonly unchecked = input('');
  readonly people = input<readonly BoardPerson[]>([]);
  readonly groups = input<readonly BoardGroup[]>([]);
  readonly judge = input<BoardJudge>(() => ({ severity: 'ok', words: [] }));
  readonly heat = input<(sessionId: string) => BoardHeat | null>(() => null);
  readonly canEdit = input(false);
  readonly canUndo = input(false);
  readonly canRedo = input(false);
  /** 'Draft, saved 10:42' */
  readonly saved = input('');
  /** 'Sam Okoro is also here' */
  readonly presence = input('');

  /** `null`: the board, or the list where there is no room for it. */
  readonly view = model<BoardView | null>(null);
  /** `null`: every day. */
  readonly day = model<string | null>(null);
  /** `null`: everyone. */
  readonly group = model<string | null>(null);
  readonly person = model<string | null>(null);

  /** A session on the schedule goes elsewhere, or off it. */
  readonly move = output<BoardMove>();
  /** A session that was not on the schedule gets a place. */
  readonly place = output<BoardMove>();
  readonly open = output<BoardSession>();
  readonly repair = output<{ clash: BoardClash; repair: BoardRepair }>();
  readonly override = output<BoardClash>();
  readonly show = output<BoardClash>();
  readonly undo = output<void>();
  readonly redo = output<void>();
  readonly addSession = output<void>();
  readonly print = output<void>();
  readonly releaseAsked = output<void>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private readonly carrying = inject(Carrying);
  private readonly dialog = viewChild.required(MoveDialog);
  /** The session last moved: it gets the focus back should its block be drawn anew elsewhere. */
  private moved: string | null = null;

  protected readonly narrow = this.watchNarrow();
  protected readonly said = signal('');

  protected readonly shownView = computed<BoardView>(() => {
    const view = this.view() ?? 'board';
    return view === 'board' && this.narrow() ? 'list' : view;
  });
  protected readonly shownDays = computed(() => {
    const day = this.day();
    const chosen = this.days().filter((one) => one.date === day);
    return chosen.length ? chosen : this.days();
  });
  protected readonly columns = computed(() => columnsFor(this.rooms(), this.sessions()));
  protected readonly layouts = computed(() => this.shownDays().map((day) => layDay(day, this.columns(), this.sessions(), this.holds())));
  protected readonly flags = computed(() => flagsOf(this.clashes()));
  protected readonly tray = computed(() => this.sessions().filter((session) => session.day === null));
  /** Where the list takes their place at the top, what stands far below it is said and led to. */
  protected readonly waiting = computed(() => {
    const checks = this.clashes().filter(({ overridden }) => !overridden).length;
    const [clashes, tray] = [many(checks, 'check', 'checks'), many(this.tray().length, 'session', 'sessions')];
    const parts = [checks > 0 ? clashes : '', this.tray().length > 0 ? `${tray} not on the schedule` : ''].filter(Boolean);
    return parts.length > 0 ? `See ${parts.join(' and ')}` : '';
  });
  protected readonly byId = computed(() => new Map(this.sessions().map((session) => [session.id, session])));

  /** In words, what the repair that is looked at would change. */
  protected readonly outcome = computed<RepairStep[]>(() => {
    const previewed = this.carrying.previewed();
    const words = (session: BoardSession, place: BoardPlace) => placeWords(place, session.end - session.start, this.days(), this.columns());
    return [
      ...(previewed?.steps ?? []).map(({ session, to }) => ({
        title: session.title,
        from: words(session, session),
        to: words(session, to),
      })),
      ...(previewed?.repair.handovers ?? []).map(({ sessionId, from, to }) => ({
        title: this.byId().get(sessionId)?.title ?? '',
        from: from.name,
        to: to.name,
      })),
    ];
  });

  protected readonly list = computed(() =>
    listDays(this.shownDays(), this.columns(), this.sessions(), this.holds(), this.flags(), this.group()),
  );

  constructor() {
    this.carrying.connect({ judge: this.judge, heat: this.heat, days: this.days, rooms: this.columns });
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const drag = new BoardDrag(this.host, this.carrying, {
        session: (id) => this.byId().get(id),
        canCarry: (session) => this.canEdit() && session.movable,
        days: () => this.days(),
        lifted: (session) => this.say(`Picked up ${session.title}.`),
        dropped: (session, from, to) => this.land(session, from, to),
      });
      destroyed.onDestroy(() => drag.destroy());
    });
    afterRenderEffect(() => {
      this.sessions();
      const lost = this.document.activeElement === null || this.document.activeElement === this.document.body;
      if (this.moved && lost) this.focusOn(this.moved);
    });
    effect(() => {
      const now = this.byId();
      const held = untracked(this.carrying.held);
      if (held && elsewhereNow(held.session, now.get(held.session.id))) untracked(() => this.snatch(held.session));
    });
    effect(() => {
      const seen = untracked(this.carrying.previewed);
      const still = this.clashes().some(({ key, repairs }) => key === seen?.key && repairs.some((one) => differsNot(one, seen.repair)));
      if (seen && !still) untracked(() => this.carrying.preview(null));
    });
    afterRenderEffect(() => {
      this.shownView();
      this.shownDays();
      const pointed = this.carrying.pointedAt();
      if (pointed) this.focusOn(pointed);
    });
  }

  protected ask(session: BoardSession): void {
    this.dialog().open(session);
  }

  protected toChecks(): void {
    const heading = this.host.querySelector<HTMLElement>('#board-checks');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView?.({ block: 'start' });
  }

  protected moveChosen(session: BoardSession, move: BoardMove): void {
    this.send(session, move);
  }

  /** Shows a repair on the board before it is chosen; the words of it stand beside its button. */
  protected preview(wish: { clash: BoardClash; repair: BoardRepair } | null): void {
    if (!wish) return this.carrying.preview(null);
    const { clash, repair } = wish;
    const steps = repair.moves.flatMap((to) => {
      const session = this.byId().get(to.sessionId);
      return session ? [{ session, to }] : [];
    });
    this.carrying.preview({ key: clash.key, repair, steps });
    const shown = new Set(this.shownDays().map(({ date }) => date));
    if (steps.some(({ to }) => to.day !== null && !shown.has(to.day))) this.day.set(null);
    this.say(
      `${this.outcome()
        .map(({ title, from, to }) => `${title}: from ${from} to ${to}.`)
        .join(' ')} Nothing has changed yet.`,
    );
  }

  protected mend(chosen: { clash: BoardClash; repair: BoardRepair }): void {
    this.carrying.preview(null);
    this.moved = chosen.repair.moves[0]?.sessionId ?? null;
    this.repair.emit(chosen);
  }

  protected reveal(clash: BoardClash): void {
    const session = clash.sessionIds.map((id) => this.byId().get(id)).find((one) => one !== undefined);
    if (session) {
      if (this.shownView() === 'person') this.view.set('board');
      if (!inGroup(session, this.group())) this.group.set(null);
      if (session.day !== null && !this.shownDays().some((day) => day.date === session.day)) this.day.set(null);
      this.carrying.pointAt(session.id);
    }
    this.show.emit(clash);
  }

  protected onKey(event: KeyboardEvent): void {
    const held = this.carrying.held();
    if (held?.by === 'keys') return this.steer(event, held.session);
    if (event.defaultPrevented) return;
    const target = event.target as Element;
    if ((event.ctrlKey || event.metaKey) && !target.closest('input, textarea, dialog')) return this.undoKeys(event);
    if (event.altKey || event.ctrlKey || event.metaKey || event.key.toLowerCase() !== 'm') return;
    const session = this.byId().get(target.closest<HTMLElement>('.session[data-session]')?.dataset['session'] ?? '');
    if (!session || !this.canEdit()) return;
    event.preventDefault();
    if (!session.movable) return this.say(`${session.title} cannot be moved. ${session.lockedReason ?? ''}`);
    this.carrying.pickUp(session, 'keys');
    target.closest('.session')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    this.say(
      `Picked up ${session.title}. ${this.carrying.words()}. Use the arrow keys to move it by 15 minutes or one room, Page Up and Page Down for another day, Enter to place it, Escape to cancel.`,
    );
  }

  protected onFocusIn(event: FocusEvent): void {
    if (this.moved && (event.target as Element).closest<HTMLElement>('[data-session]')?.dataset['session'] !== this.moved)
      this.moved = null;
  }

  /** Somebody who goes elsewhere leaves the session where it was. */
  protected onFocusOut(event: FocusEvent): void {
    const left = (event.target as Element).closest<HTMLElement>('[data-session]')?.dataset['session'];
    if (left && left === this.carrying.pointedAt()) this.carrying.pointAt(null);
    if (this.carrying.held()?.by !== 'keys') return;
    // Somebody who looks at another window comes back to the session still in hand.
    if (!event.relatedTarget && !this.document.hasFocus()) return;
    const block = (event.target as Element).closest('.session');
    if (block && event.relatedTarget instanceof Node && block.contains(event.relatedTarget)) return;
    this.letGo();
  }

  private steer(event: KeyboardEvent, session: BoardSession): void {
    const at = this.carrying.at();
    const held = this.carrying.held();
    if (!at || !held) return;
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return this.letGo();
    if (event.key === 'Enter' || event.key === ' ') {
      this.carrying.putDown();
      return this.land(session, held.from, at);
    }
    const step = stepFor(event.key, event.shiftKey);
    if (!step) return;
    const next = stepped(at, step, session.end - session.start, { days: this.shownDays(), rooms: this.columns() });
    if (typeof next === 'string') return this.say(next);
    this.carrying.hover(next);
    this.say(`${this.carrying.words()}. ${this.carrying.verdictWords()}`);
  }

  private letGo(): void {
    this.carrying.putDown();
    this.say('Move cancelled. The session stays where it was.');
  }

  /** Somebody else has moved or removed what is being carried: its old place and verdict no longer hold. */
  private snatch(session: BoardSession): void {
    this.carrying.putDown();
    this.say(`Someone else has just changed ${session.title}, so your move has been cancelled.`);
  }

  private land(session: BoardSession, from: BoardPlace, to: BoardPlace | null): void {
    if (!to || samePlace(from, to)) {
      this.say(to ? 'The session stays where it was.' : 'Move cancelled. The session stays where it was.');
      return;
    }
    this.send(session, { sessionId: session.id, ...to });
  }

  private send(session: BoardSession, move: BoardMove): void {
    const where = placeWords(move, session.end - session.start, this.days(), this.columns());
    const verdict = move.day === null ? '' : ` ${verdictWords(this.judge()(move))}`;
    this.moved = session.id;
    if (session.day === null) this.place.emit(move);
    else this.move.emit(move);
    this.say(move.day === null ? `${session.title} is no longer on the schedule.` : `${session.title} is now on ${where}.${verdict}`);
  }

  private undoKeys(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!this.canEdit() || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    if (redo && this.canRedo()) this.redo.emit();
    if (!redo && this.canUndo()) this.undo.emit();
  }

  /** A polite live region stays silent when its text does not change, so the same words twice differ by a space nobody hears. */
  private say(words: string): void {
    this.said.update((before) => (before === words ? `${words}\u00a0` : words));
  }

  /** A moved block is another element in another column; without this the focus would fall back to the page. */
  private focusOn(id: string): void {
    const block = [...this.host.querySelectorAll<HTMLElement>('[data-session]')].find((one) => one.dataset['session'] === id);
    block?.querySelector('button')?.focus();
    block?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }

  private watchNarrow() {
    const query = this.document.defaultView?.matchMedia?.(NARROW);
    const narrow = signal(query?.matches ?? false);
    const changed = (event: MediaQueryListEvent): void => narrow.set(event.matches);
    query?.addEventListener('change', changed);
    inject(DestroyRef).onDestroy(() => query?.removeEventListener('change', changed));
    return narrow.asReadonly();
  }
}

const differsNot = (one: BoardRepair, other: BoardRepair): boolean => JSON.stringify(one) === JSON.stringify(other);

const elsewhereNow = (before: BoardSession, now: BoardSession | undefined): boolean =>
  !now || !now.movable || now.day !== before.day || now.start !== before.start || now.end !== before.end || now.roomId !== before.roomId;
