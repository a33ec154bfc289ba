// The year board: rows (classes) × weeks of a school year, drawn from ready-made data.
// Plain ESM for anywidget; Python joins the parts into one (see esm.py). Knows no feature: every
// word and date comes with the data, and whether a chip may lie somewhere is asked of the kernel
// (the messages: see year_board.py). This part hears what the reader does.

import { chipAtHand, isFree, moveFocus, movePlace, nextChip, placeIn } from "./year_board_keys.mjs";
import { Carry } from "./year_board_carry.mjs";
import { Drag } from "./year_board_drag.mjs";
import { NARROW_PX, Page, at } from "./year_board_page.mjs";
import { choicesOf, fromAddress, toAddress, viewOf } from "./year_board_views.mjs";

const ACTIONS = { m: "pick", p: "pin", delete: "take_out", backspace: "take_out" };
const shortcut = ({ key, shiftKey }) => ({ z: shiftKey ? "redo" : "undo", y: "redo" })[key.toLowerCase()];

class Desk {
  constructor(model, el) {
    this.page = new Page(model, el);
    this.carry = new Carry(this.page);
    this.drag = this.carry.pointer = new Drag(this.page, this.carry);
  }

  // ------------------------------------------------ keys

  /** What a key does; false if it is not one of the board's. */
  onBoardKey(event) {
    const { page, carry } = this;
    const { key } = event;
    const cell = event.target.closest(".jb-cell");
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.target.matches("select")) return false;
    if (ctrl && page.editable && shortcut(event)) return carry.act(shortcut(event));
    if (page.picking) return this.onCarryKey(cell, key);
    const chosen = event.target.dataset.chip;
    if (!ctrl && page.editable && (cell || chosen) && ACTIONS[key.toLowerCase()]) {
      const ids = chosen ? [chosen] : page.idsAt(at(cell));
      const id = chipAtHand(ids, page.selected);
      return id ? carry.act(ACTIONS[key.toLowerCase()], id) : page.select(ids[0] ?? page.selected);
    }
    if (event.target.matches(".jb-todo")) return this.moveInTray(event.target, key);
    if (!cell) return false;
    const { lines, columns, months } = page.layout;
    const next = moveFocus(at(cell), key, ctrl, { rows: lines.length, cols: columns.length, months });
    if (next) return page.cellAt(next)?.focus(); // onFocus does the rest
    if (key !== "Enter" && key !== " ") return false;
    return page.select(nextChip(page.idsAt(at(cell)), page.selected) || page.selected);
  }

  onCarryKey(cell, key) {
    const { page: { picking, layout }, carry } = this;
    if (!cell) return false;
    const next = picking.places && movePlace(picking.places, Math.max(picking.at, 0), key, layout.months);
    if (next !== null && next !== undefined) return carry.go(next);
    if (key !== "Enter" && key !== " ") return false;
    if (picking.places?.[picking.at]) carry.put(picking.places[picking.at]);
    return true;
  }

  moveInTray(button, key) {
    const all = [...this.page.root.querySelectorAll(".jb-todo")];
    const here = all.indexOf(button);
    const next = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[key];
    if (next === undefined) return false;
    if (!all[next]) return true;
    button.tabIndex = -1;
    all[next].tabIndex = 0;
    return all[next].focus();
  }

  onEscape() {
    const { page, carry } = this;
    if (!page.picking && !page.selected && !page.position) return false;
    if (page.picking) return carry.stop();
    if (!page.selected) page.position = null;
    page.select("");
    page.tip(null);
    return page.say("");
  }

  onKey(event) {
    const done = event.key === "Escape" ? this.onEscape() : !event.altKey && this.onBoardKey(event);
    if (done === false) return;
    event.preventDefault();
    event.stopPropagation();
  }

  // ------------------------------------------------ pointer and focus

  onFocus({ target }) {
    const { page, carry } = this;
    const cell = target.closest(".jb-cell");
    if (!cell) return;
    if (page.picking) {
      if (page.picking.places && at(cell).row === page.picking.row) carry.overWeek(at(cell).col);
      return;
    }
    page.position = at(cell);
    page.tabStop(page.position);
    page.tipOfChips(cell);
    page.drawPanel();
  }

  onClick(event) {
    const { page, carry, drag } = this;
    if (drag.dropped && event.detail) return;
    const { target } = event;
    const button = target.closest("[data-do]");
    if (button) return carry.act(button.dataset.do, page.selected, button.dataset.key);
    if (target.closest(".jb-switch")) return this.onSwitch();
    const cell = target.closest(".jb-cell");
    if (page.picking) return this.onCarryClick(cell);
    const mark = target.closest(".jb-mark");
    if (mark) page.cellAt({ row: 0, col: Number(mark.dataset.col) }).focus();
    const chip = target.closest("[data-chip]");
    const only = cell ? page.idsAt(at(cell)) : [];
    if (chip) page.select(chip.dataset.chip);
    else if (only.length === 1) page.select(only[0]);
  }

  onCarryClick(cell) {
    const { page: { picking }, carry, drag } = this;
    const place = cell && at(cell).row === picking.row && picking.places?.[placeIn(picking.places, at(cell).col)];
    // A finger sees what is wrong first: the second tap puts.
    if (place && (isFree(place) || drag.weekBefore === place.col)) carry.drop(place.col);
    else if (place) carry.over(picking.places.indexOf(place));
  }

  /** From the year to the list, or back. */
  onSwitch() {
    const { page, carry } = this;
    carry.stop();
    page.asked = page.mode === "list" ? "board" : "list";
    page.showView();
  }

  onHover({ target }) {
    const { page } = this;
    if (page.picking || !target.closest || target.closest(".jb-tip")) return;
    const cell = target.closest(".jb-cell");
    const here = cell && page.chipsAt(at(cell)).some(({ broken }) => broken?.length) ? cell : document.activeElement.closest(".jb-root .jb-cell");
    page.tipOfChips(page.root.contains(here) ? here : null);
    const chip = target.closest(".jb-cell [data-chip]");
    const found = chip && !chip.title && page.chipsAt(at(cell)).find(({ id }) => id === chip.dataset.chip);
    if (found && !found.broken?.length) chip.title = [found.title, ...(found.details ?? [])].join("\n");
  }

  onResize([{ contentRect }]) {
    const { page } = this;
    if (!contentRect.width) return; // hidden, in a closed tab
    const now = contentRect.width < NARROW_PX;
    if (now === page.narrow) return;
    this.carry.stop();
    page.narrow = now;
    page.root.toggleAttribute("data-narrow", now);
    page.showView();
  }

  // ------------------------------------------------ views

  /** A person chooses what to look at: a kind first, then one of that kind. */
  onChange({ target }) {
    const { page } = this;
    const { show } = target.dataset;
    if (!show) return;
    const view = show === "of" ? { facet: page.view.facet, of: target.value } : this.viewOfKind(target.value);
    page.model.set("view", view);
    page.model.save_changes();
  }

  /** The first of a kind, or the one that the chosen chip belongs to. */
  viewOfKind(facet) {
    const { page } = this;
    if (!facet) return {};
    const found = page.found(page.selected);
    const own = found && (facet === "row" ? found.chip.row ?? page.data.rows.find(({ chips }) => chips?.some(({ id }) => id === page.selected))?.id : found.chip.facets?.[facet]?.[0]);
    const choices = choicesOf(page.data, facet);
    const first = choices.find(({ count }) => count) ?? choices[0];
    return viewOf(page.data, { facet, of: own || first?.id });
  }

  onView() {
    this.carry.stop();
    this.page.showView();
    const name = this.page.model.get("address");
    if (name) history.replaceState(history.state, "", location.pathname + location.search + toAddress(location.hash, name, this.page.model.get("view")));
  }

  onAddress() {
    const { model } = this.page;
    const name = model.get("address");
    const view = name ? fromAddress(location.hash, name) : {};
    if (!view.facet) return;
    model.set("view", view);
    model.save_changes();
  }

  // ------------------------------------------------ life

  draw() {
    this.drag.letGo();
    this.page.draw();
  }

  open() {
    const { page, carry, drag } = this;
    this.onAddress();
    this.draw();
    const listening = new AbortController();
    const { signal } = listening;
    const hover = (event) => this.onHover(event);
    const up = (event) => drag.up(event);
    const events = {
      focusin: (event) => this.onFocus(event), keydown: (event) => this.onKey(event),
      click: (event) => this.onClick(event), change: (event) => this.onChange(event),
      mouseover: hover, mouseleave: hover, focusout: () => page.picking || page.tip(null),
      pointerdown: (event) => drag.down(event), pointermove: (event) => drag.move(event), pointerup: up, pointercancel: up,
      contextmenu: (event) => drag.press?.touch && event.preventDefault(),
    };
    for (const [name, listener] of Object.entries(events)) page.root.addEventListener(name, listener, { signal });
    page.root.addEventListener("touchmove", (event) => drag.hold(event), { passive: false, signal });
    window.addEventListener("hashchange", () => this.onAddress(), { signal });
    const watching = new ResizeObserver((entries) => this.onResize(entries));
    watching.observe(page.root);
    const draw = () => this.draw();
    const tools = () => page.drawTools();
    const changes = {
      "change:_whole": () => carry.update(), "change:_since": () => carry.update(), "change:labels": draw, "change:editable": draw,
      "change:selected": () => page.showSelected(), "change:view": () => this.onView(),
      "change:can_undo": tools, "change:can_redo": tools, "change:undo_label": tools, "change:redo_label": tools,
      "msg:custom": (message) => carry.heard(message),
    };
    for (const [name, listener] of Object.entries(changes)) page.model.on(name, listener);
    return () => {
      drag.letGo();
      listening.abort();
      watching.disconnect();
      for (const [name, listener] of Object.entries(changes)) page.model.off(name, listener);
      page.close();
    };
  }
}

const render = ({ model, el }) => new Desk(model, el).open();

export default { render };
