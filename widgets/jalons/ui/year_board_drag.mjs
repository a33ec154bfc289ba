// A chip in the hand: a mouse that drags, a finger that rests and then drags.

import { edgePull, placeIn } from "./year_board_keys.mjs";
import { hueOf } from "./year_board_layout.mjs";
import { at } from "./year_board_page.mjs";

const LONG_PRESS_MS = 400;
const STILL_PX = { mouse: 4, pen: 6, touch: 10 }; // further, a press becomes a drag; a touch, a scroll
const PULL_PX = 14; // per frame, at most
const DRIFT_PX = 16; // a hand that carries a chip may leave its row by as much

export class Drag {
  constructor(page, carry) {
    this.page = page;
    this.carry = carry;
    this.press = null; // a pointer that is down on a chip: {id, x, y, pointer, still, timer, over, ghost}
    this.weekBefore = undefined; // the week one was over when the pointer went down
    this.dropped = false; // the click that ends a drag means nothing
  }

  down(event) {
    const { page } = this;
    this.dropped = false;
    this.weekBefore = page.picking?.places?.[page.picking.at]?.col;
    const grip = event.target.closest(".jb-cell [data-chip], .jb-todo");
    if (!grip || !page.editable || page.picking || event.button || !event.isPrimary || page.mode === "list") return;
    this.letGo();
    const touch = event.pointerType === "touch";
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    this.press = { id: grip.dataset.chip, x, y, pointer, touch, still: STILL_PX[event.pointerType] ?? 4, over: new AbortController() };
    if (!touch) return;
    this.press.timer = setTimeout(() => this.lift(), LONG_PRESS_MS);
    // On what was touched, which hears the finger even when its row is drawn anew.
    grip.addEventListener("touchmove", (move) => this.hold(move), { passive: false, signal: this.press.over.signal });
  }

  /** A finger that carries must not scroll: asked of every move, or the browser decides without us. */
  hold(move) {
    if (this.press?.ghost && move.cancelable) move.preventDefault();
  }

  /** A press becomes a drag. */
  lift() {
    const { page, press } = this;
    page.root.style.minHeight = `${page.root.offsetHeight}px`; // or a page scrolled to its end would shift
    this.carry.pick(press.id, true);
    if (!page.picking) return this.letGo();
    page.root.setPointerCapture(press.pointer);
    const { chip } = page.picking;
    press.ghost = Object.assign(document.createElement("i"), { className: "jb-chip jb-ghost", textContent: chip.letter });
    press.ghost.dataset.hue = hueOf(page.layout, chip.theme);
    page.root.append(press.ghost);
    this.pull();
  }

  /** Frame by frame: scroll when the pointer is near an edge, and see which week it is over. */
  pull() {
    const { page, press } = this;
    if (!press?.ghost) return;
    const scroller = page.find(".jb-scroller");
    const edges = scroller.getBoundingClientRect();
    scroller.scrollLeft += edgePull(press.x, edges.left, edges.right) * PULL_PX;
    const frame = page.root.getBoundingClientRect();
    press.ghost.style.transform = `translate(${press.x - frame.left}px, ${press.y - frame.top}px)`;
    if (page.picking?.places) this.carry.overWeek(this.columnUnder());
    requestAnimationFrame(() => this.pull());
  }

  /** The column of the carried chip's row under the pointer, or -1. */
  columnUnder() {
    const { page, press } = this;
    const { top, bottom } = page.lineAt(page.picking.row).getBoundingClientRect();
    const y = Math.min(Math.max(press.y, top + 2), bottom - 2);
    if (Math.abs(y - press.y) > DRIFT_PX) return -1;
    const cell = document.elementFromPoint(press.x, y)?.closest(".jb-cell");
    return cell && page.root.contains(cell) && at(cell).row === page.picking.row ? at(cell).col : -1;
  }

  move(event) {
    const { page, press } = this;
    if (!press) {
      const cell = page.picking?.places && event.pointerType !== "touch" && event.target.closest(".jb-cell");
      if (cell && at(cell).row === page.picking.row && placeIn(page.picking.places, at(cell).col) >= 0) this.carry.overWeek(at(cell).col);
      return;
    }
    if (event.pointerId !== press.pointer) return;
    const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) > press.still;
    if (!press.ghost && far && press.touch) return this.letGo();
    if (!press.ghost && far) this.lift();
    if (this.press?.ghost) Object.assign(press, { x: event.clientX, y: event.clientY });
  }

  up(event) {
    const { page, press } = this;
    if (!press || event.pointerId !== press.pointer) return;
    const col = press.ghost && page.picking ? this.columnUnder() : null;
    this.letGo();
    if (col === null) return;
    this.dropped = true;
    page.picking.drag = false;
    // The browser took the finger for itself, to scroll: the weeks stay marked, a tap chooses one.
    if (event.type === "pointercancel") page.drawPanel();
    else if (page.picking.places) this.carry.drop(col);
    else page.picking.dropped = col;
  }

  /** Forget the pointer. */
  letGo() {
    const { press } = this;
    if (!press) return;
    clearTimeout(press.timer);
    press.over.abort();
    press.ghost?.remove();
    this.press = null;
    this.page.root.style.minHeight = "";
  }
}
