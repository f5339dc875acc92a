import { SLOT } from './board-layout';
import { BoardDay, BoardPlace, BoardSession } from './board-model';
import { fitted } from './board-moves';
import { Carrying } from './carrying';

/** How far a mouse or pen travels before a press is a drag and no longer a click. */
const TRAVEL = 5;
/** How long a finger rests on the grip before it lifts the session; sooner, it scrolls. */
const LONG_PRESS = 350;
/** How near to an edge the board begins to scroll, and how fast, in pixels a frame. */
const EDGE = 56;
const SPEED = 14;

interface DragSources {
  session(id: string): BoardSession | undefined;
  canCarry(session: BoardSession): boolean;
  days(): readonly BoardDay[];
  lifted(session: BoardSession): void;
  dropped(session: BoardSession, from: BoardPlace, to: BoardPlace | null): void;
}

interface Press {
  id: number;
  session: BoardSession;
  type: string;
  x: number;
  y: number;
  /** Pixels from the top of the block to the pointer. */
  grip: number;
  fromTray: boolean;
}

/**
 * Dragging with mouse, pen and finger by pointer events. Listens on the board's element for all its blocks, works once per frame, and
 * tells `Carrying` only about the place on the raster, so nothing is redrawn while the pointer stays within one.
 */
export class BoardDrag {
  private press: Press | null = null;
  private dragging = false;
  private timer = 0;
  private frame = 0;
  private x = 0;
  private y = 0;
  private columns: HTMLElement[] = [];
  private scrollers: HTMLElement[] = [];
  private readonly window: Window;

  constructor(
    private readonly board: HTMLElement,
    private readonly carrying: Carrying,
    private readonly sources: DragSources,
  ) {
    this.window = board.ownerDocument.defaultView as Window;
    board.addEventListener('pointerdown', this.onDown);
    // A finger that has lifted a session must not scroll as well, and only a listener that is not passive may say so.
    board.addEventListener('touchmove', this.onTouchMove, { passive: false });
    board.addEventListener('contextmenu', this.onContextMenu);
    board.addEventListener('dragstart', preventDefault);
  }

  destroy(): void {
    this.finish();
    this.board.removeEventListener('pointerdown', this.onDown);
    this.board.removeEventListener('touchmove', this.onTouchMove);
    this.board.removeEventListener('contextmenu', this.onContextMenu);
    this.board.removeEventListener('dragstart', preventDefault);
  }

  private readonly onDown = (event: PointerEvent): void => {
    if (this.press || event.button !== 0 || !event.isPrimary) return;
    const target = event.target as Element;
    const block = target.closest<HTMLElement>('.session[data-session], .todo[data-session]');
    const session = block && this.sources.session(block.dataset['session'] ?? '');
    if (!block || !session || !this.sources.canCarry(session)) return;
    if (target.closest('button.mini')) return;
    const touch = event.pointerType === 'touch';
    if (touch && !target.closest('[data-handle]')) return;

    const fromTray = block.classList.contains('todo');
    this.press = {
      id: event.pointerId,
      session,
      type: event.pointerType,
      x: event.clientX,
      y: event.clientY,
      grip: fromTray ? 12 : event.clientY - block.getBoundingClientRect().top,
      fromTray,
    };
    this.x = event.clientX;
    this.y = event.clientY;
    this.window.addEventListener('pointermove', this.onMove);
    this.window.addEventListener('pointerup', this.onUp);
    this.window.addEventListener('pointercancel', this.onCancel);
    this.window.addEventListener('keydown', this.onKey, true);
    if (touch) this.timer = this.window.setTimeout(() => this.lift(), LONG_PRESS);
  };

  private readonly onMove = (event: PointerEvent): void => {
    if (!this.press || event.pointerId !== this.press.id) return;
    this.x = event.clientX;
    this.y = event.clientY;
    if (this.dragging) return;
    const travelled = Math.hypot(this.x - this.press.x, this.y - this.press.y);
    if (this.press.type === 'touch') {
      if (travelled > 2 * TRAVEL) this.finish();
    } else if (travelled > TRAVEL) this.lift();
  };

  private lift(): void {
    if (!this.press) return;
    this.dragging = true;
    this.columns = [...this.board.querySelectorAll<HTMLElement>('[data-column]')];
    this.scrollers = [...this.board.querySelectorAll<HTMLElement>('[data-scroller]')];
    this.board.classList.add('schedule--dragging');
    this.board.ownerDocument.getSelection()?.removeAllRanges();
    if (this.press.type === 'touch') this.window.navigator.vibrate?.(15);
    this.carrying.pickUp(this.press.session, 'pointer');
    this.sources.lifted(this.press.session);
    this.frame = this.window.requestAnimationFrame(this.onFrame);
  }

  private readonly onFrame = (): void => {
    this.scrollAtEdges();
    this.carrying.hover(this.placeUnder());
    this.carrying.follow(this.x, this.y, this.press?.type === 'touch');
    this.frame = this.window.requestAnimationFrame(this.onFrame);
  };

  private placeUnder(): BoardPlace | null {
    const press = this.press;
    if (!press) return null;
    const tray = this.board.querySelector('[data-tray]');
    if (tray && within(tray.getBoundingClientRect(), this.x, this.y))
      return press.fromTray ? null : { day: null, start: press.session.start, roomId: press.session.roomId };
    // A column may be wider than the part of it that can be seen.
    const scroller = this.scrollers.find((one) => within(one.getBoundingClientRect(), this.x, this.y));
    if (!scroller) return null;
    for (const column of this.columns) {
      if (!scroller.contains(column)) continue;
      const box = column.getBoundingClientRect();
      if (this.x < box.left || this.x >= box.right) continue;
      const day = this.sources.days().find((one) => one.date === column.dataset['day']);
      if (!day) return null;
      const row = parseFloat(this.window.getComputedStyle(column).getPropertyValue('--row')) || 17;
      const minutes = press.session.end - press.session.start;
      const start = Number(column.dataset['top']) + ((this.y - press.grip - box.top) / row) * SLOT;
      return { day: day.date, start: fitted(start, minutes, day), roomId: column.dataset['room'] ?? null };
    }
    return null;
  }

  private scrollAtEdges(): void {
    const page = this.board.ownerDocument.documentElement;
    const down = pull(this.y, 0, page.clientHeight);
    if (down) this.window.scrollBy(0, down);
    const scroller = this.scrollers.find((one) => within(one.getBoundingClientRect(), this.x, this.y));
    if (!scroller) return;
    const box = scroller.getBoundingClientRect();
    const across = pull(this.x, Math.max(0, box.left), Math.min(page.clientWidth, box.right));
    if (across) scroller.scrollLeft += across;
  }

  private readonly onUp = (event: PointerEvent): void => {
    if (!this.press || event.pointerId !== this.press.id) return;
    if (!this.dragging) return this.finish();
    this.x = event.clientX;
    this.y = event.clientY;
    const to = this.placeUnder();
    const held = this.carrying.held();
    // The click that follows a drag would open the session.
    const swallow = (click: Event): void => {
      click.stopPropagation();
      click.preventDefault();
    };
    this.window.addEventListener('click', swallow, { capture: true, once: true });
    this.window.setTimeout(() => this.window.removeEventListener('click', swallow, true), 0);
    this.finish();
    if (held) this.sources.dropped(held.session, held.from, to);
  };

  private readonly onCancel = (): void => this.cancel();

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.dragging) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  };

  private cancel(): void {
    const held = this.carrying.held();
    const dragged = this.dragging;
    this.finish();
    if (dragged && held) this.sources.dropped(held.session, held.from, null);
  }

  private readonly onTouchMove = (event: TouchEvent): void => {
    if (this.dragging) event.preventDefault();
  };

  /** A long press on the grip opens no menu. */
  private readonly onContextMenu = (event: Event): void => {
    if (this.press?.type === 'touch') event.preventDefault();
  };

  private finish(): void {
    this.window.clearTimeout(this.timer);
    this.window.cancelAnimationFrame(this.frame);
    this.window.removeEventListener('pointermove', this.onMove);
    this.window.removeEventListener('pointerup', this.onUp);
    this.window.removeEventListener('pointercancel', this.onCancel);
    this.window.removeEventListener('keydown', this.onKey, true);
    this.board.classList.remove('schedule--dragging');
    if (this.dragging) this.carrying.putDown();
    this.press = null;
    this.dragging = false;
    this.columns = [];
    this.scrollers = [];
  }
}

const within = (box: DOMRect, x: number, y: number): boolean => x >= box.left && x < box.right && y >= box.top && y < box.bottom;

/** How far to scroll this frame: more the nearer to the edge, nothing in the middle. */
function pull(at: number, low: number, high: number): number {
  if (high - low < 3 * EDGE) return 0;
  if (at < low + EDGE) return -SPEED * Math.min(1, (low + EDGE - at) / EDGE);
  if (at > high - EDGE) return SPEED * Math.min(1, (at - (high - EDGE)) / EDGE);
  return 0;
}

const preventDefault = (event: Event): void => event.preventDefault();
