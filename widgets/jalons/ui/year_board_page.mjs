// The board on the page: what is drawn, where the reader is, what is chosen. Knows no event.

import { fill, html } from "./markup.mjs";
import { placesOf } from "./year_board_keys.mjs";
import { findChip, layoutOf, withRows } from "./year_board_layout.mjs";
import { FIRST_ROWS, gridHtml, rowHtml, rowsHtml, sizeOf } from "./year_board_grid.mjs";
import { listHtml } from "./year_board_list.mjs";
import { actionsHtml, brokenHtml, detailsHtml, doHtml, legendHtml, trayHtml, viewsHtml } from "./year_board_panel.mjs";
import { ROW, inView, viewOf, viewTitle } from "./year_board_views.mjs";
import { columnName } from "./year_board_words.mjs";
import { isoOf } from "./year_board_weeks.mjs";

export const NARROW_PX = 640;
let boards = 0;

const localToday = () => {
  const now = new Date();
  return isoOf(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
};

export const at = (cell) => ({ row: Number(cell.dataset.r), col: Number(cell.dataset.c) });

export class Page {
  constructor(model, el) {
    this.model = model;
    this.ids = `jb-${(boards += 1)}`;
    this.root = document.createElement("div");
    this.root.className = "jb-root";
    this.root.dataset.lmSuppressShortcuts = "true"; // JupyterLab would take the arrow keys
    el.append(this.root);
    this.told = {}; // the board as it was put together last
    this.layout = undefined; // of what is in view
    this.labels = undefined;
    this.words = []; // of each column
    this.position = null; // {row, col} of the cell that was last focused
    this.asked = null; // "board" or "list", once the reader has chosen
    this.narrow = false;
    this.pending = 0; // frame in which the rows below the fold are drawn
    this.picking = null; // what is being carried: {id, chip, row, col, places, at, drag, dropped}
    this.waiting = null; // the row in which a chip was put, until the kernel has answered
  }

  // ------------------------------------------------ what there is

  get selected() {
    return this.model.get("selected") || "";
  }

  get editable() {
    return Boolean(this.model.get("editable"));
  }

  /** How the year is shown: "board" or "list". */
  get mode() {
    return this.asked ?? (this.narrow ? "list" : "board");
  }

  /** The board: the whole one that was told last, with the rows that have become others since. */
  get data() {
    const whole = this.model.get("_whole") ?? {};
    const since = this.model.get("_since") ?? {};
    if (whole !== this.told.whole || since !== this.told.since) this.told = { whole, since, board: withRows(whole, since) };
    return this.told.board;
  }

  /** What of the board is in view. A phone's list is of one row: all of them would be endless. */
  get view() {
    const view = viewOf(this.data, this.model.get("view"));
    const first = this.data.rows?.[0];
    return !view.facet && this.narrow && this.mode === "list" && first ? { facet: ROW, of: first.id } : view;
  }

  /** All that is drawn: the layout, the words, what is chosen, where the reader is. */
  get scene() {
    const { layout, labels, words, ids, position, picking, selected, editable, view, narrow, mode } = this;
    const today = layout.board.today ?? localToday();
    return { ...layout, spines: ["high", "tall"].includes(sizeOf(layout)), data: this.data, labels, words, ids, position, picking, selected, editable, view, narrow, mode, today };
  }

  find(selector) {
    return this.root.querySelector(selector);
  }

  byChip(part, id) {
    return this.find(`${part}[data-chip="${CSS.escape(id)}"]`);
  }

  found(id) {
    return id ? findChip(this.layout, id) : null;
  }

  cellAt({ row, col }) {
    return this.lineAt(row)?.getElementsByClassName("jb-cell")[col] ?? null;
  }

  /** The element of a line. Counted, not searched for: a large board has ten thousand cells. */
  lineAt(row) {
    if (row >= FIRST_ROWS) this.drawRest();
    const first = this.layout.lines[0]?.national ? 1 : 0;
    if (row < first) return this.find(".jb-national");
    return this.root.getElementsByClassName("jb-line")[row - first] ?? null;
  }

  chipsAt({ row, col }) {
    return this.layout.lines[row].content.get(col)?.chips ?? [];
  }

  idsAt(place) {
    return this.chipsAt(place).map(({ id }) => id);
  }

  /** The cell of a chip, or null. */
  cellOf(id) {
    const found = this.found(id);
    return found && found.col !== null ? found : null;
  }

  /** The cell of the chosen chip; none if it lies in the tray; where the reader was, if none is in view. */
  placeOfChosen() {
    return this.found(this.selected) ? this.cellOf(this.selected) : this.position;
  }

  /** What takes the focus for a chip. */
  home(id) {
    const cell = this.mode === "board" && this.cellOf(id);
    return cell ? this.cellAt(cell) : this.byChip(".jb-pick", id) ?? this.byChip(".jb-todo", id);
  }

  /** The chosen chip, if it is the one in sight. */
  shown() {
    const found = this.found(this.selected);
    if (!found || this.mode === "list") return found;
    const here = found.col === null ? !this.position : found.row === this.position?.row && found.col === this.position?.col;
    return here ? found : null;
  }

  // ------------------------------------------------ drawing

  /** Draw a part, unless it is the same: its focus stays, and nothing is said twice. */
  show(selector, markup) {
    const part = this.find(selector);
    if (part.drawn !== markup.text) part.innerHTML = part.drawn = markup.text;
  }

  drawPanel() {
    const { picking, scene } = this;
    const one = this.shown();
    this.show(".jb-details", detailsHtml(scene, one));
    this.show(".jb-actions", picking && this.mode === "list" ? html`` : actionsHtml(scene, one));
    const said = this.find(".jb-say").textContent;
    // What one drags must not be covered: the words are beside the pointer then.
    this.find(".jb-panel").toggleAttribute("data-open", picking ? !picking.drag : Boolean(this.position || one || said));
    this.find(".jb-panel").toggleAttribute("data-quiet", !said && !this.find(".jb-actions").firstChild);
  }

  say(text) {
    this.find(".jb-say").textContent = text;
    this.drawPanel();
  }

  /** Words beside a cell, above or below; without a cell, none. */
  tip(cell, content) {
    const box = this.find(".jb-tip");
    if (box) box.hidden = !cell;
    if (!cell) return;
    box.innerHTML = content.text;
    const [frame, place, panel] = [this.root, cell, this.find(".jb-panel")].map((node) => node.getBoundingClientRect());
    const room = Math.min(panel.top, window.innerHeight) - place.bottom;
    const top = room > box.offsetHeight + 4 ? place.bottom + 2 : place.top - box.offsetHeight - 2;
    box.style.top = `${top - frame.top}px`;
    box.style.left = `${Math.max(0, Math.min(place.left - frame.left, frame.width - box.offsetWidth))}px`;
  }

  tipOfChips(cell) {
    const broken = cell ? this.chipsAt(at(cell)).filter((chip) => chip.broken?.length) : [];
    this.tip(broken.length ? cell : null, html`${broken.map((chip) => html`<b>${chip.title}</b>${brokenHtml(chip)}`)}`);
  }

  /** Make a cell the grid's one stop for Tab, and mark the week of the position. */
  tabStop(place) {
    this.find('.jb-cell[tabindex="0"]')?.setAttribute("tabindex", "-1");
    this.cellAt(place)?.setAttribute("tabindex", "0");
    this.find(".jb-week.jb-here")?.classList.remove("jb-here");
    if (this.position) this.find(`.jb-week[data-col="${this.position.col}"]`)?.classList.add("jb-here");
  }

  drawRest() {
    if (!this.pending) return;
    this.drawLater(0);
    const rest = rowsHtml(this.scene, FIRST_ROWS, this.layout.lines.length).join("");
    this.find(".jb-body").insertAdjacentHTML("beforeend", rest);
  }

  drawLater(frame) {
    cancelAnimationFrame(this.pending);
    this.pending = frame;
  }

  drawRow(row) {
    const line = this.lineAt(row);
    if (line) line.outerHTML = rowHtml(this.scene, this.layout.lines[row], row).text;
  }

  drawView() {
    const list = this.mode === "list";
    this.drawLater(0);
    this.find(".jb-view").innerHTML = (list ? listHtml(this.scene) : gridHtml(this.scene)).text;
    if (!list && this.layout.lines.length > FIRST_ROWS)
      this.drawLater(requestAnimationFrame(() => setTimeout(() => this.drawRest())));
    this.find(".jb-switch").textContent = list ? this.labels.board_toggle : this.labels.table_toggle;
    this.root.toggleAttribute("data-list", list);
    if (!list) this.tabStop(this.position ?? { row: 0, col: 0 });
    this.drawAround();
  }

  /** What stands around the view and depends on the rows. */
  drawAround() {
    const { labels, scene } = this;
    const title = viewTitle(this.data, this.view);
    const caption = title ? fill(labels.view_caption, { caption: labels.caption, what: title }) : labels.caption;
    this.show(".jb-caption", html`${caption}`);
    this.show(".jb-views", viewsHtml(scene));
    this.show(".jb-key", legendHtml(scene));
    this.show(".jb-tray", trayHtml(scene));
  }

  drawTools() {
    for (const button of this.root.querySelectorAll(".jb-tools [data-do]")) {
      const what = this.model.get(`${button.dataset.do}_label`);
      button.setAttribute("aria-disabled", String(!this.model.get(`can_${button.dataset.do}`)));
      button.title = what ? fill(this.labels.cell, { cell: button.textContent, content: what }) : "";
    }
  }

  /** Read the board anew; what has stayed keeps its place in memory and on the page. */
  read() {
    this.labels = this.model.get("labels");
    this.layout = layoutOf(inView(this.data, this.view), this.layout);
    this.words = this.layout.columns.map((column) => columnName(this.layout.weeks, column, this.labels));
  }

  draw() {
    const { root, ids } = this;
    this.picking = this.waiting = null;
    this.read();
    const { labels, editable } = this;
    root.lang = labels.lang;
    root.removeAttribute("data-picking");
    root.toggleAttribute("data-edit", editable);
    if (!this.data.weeks?.length || !this.data.rows?.length) {
      root.innerHTML = html`<p class="jb-empty">${labels.empty}</p>`.text;
      return;
    }
    this.keepFocus(() => {
      root.innerHTML = html`<div class="jb-bar"><p class="jb-caption" id="${ids}-caption"></p><div class="jb-views" role="group" aria-label="${labels.show}"></div><div class="jb-tools">${editable && [doHtml("undo", labels.undo, "Control+Z"), doHtml("redo", labels.redo, "Control+Y")]}<button type="button" class="jb-toggle jb-switch"></button></div></div><div class="jb-key"></div><div class="jb-tray"></div><div class="jb-view"></div><div class="jb-panel"><p class="jb-say" role="status"></p><div class="jb-details" role="status" aria-live="polite"></div><div class="jb-actions" role="group" aria-label="${labels.actions}"></div></div><div class="jb-tip" aria-hidden="true" hidden></div>`.text;
      this.drawView();
      this.drawTools();
    });
  }

  /** Draw the rows that are not as before; false if more than rows has changed. */
  drawChanges() {
    const before = this.layout;
    const next = layoutOf(inView(this.data, this.view), before);
    const same = next.frame === before.frame && next.lines.length === before.lines.length
      && next.lines.every(({ row }, i) => row?.id === before.lines[i].row?.id);
    if (!same || !this.find(".jb-view")) return false;
    this.keepFocus(() => {
      this.layout = next;
      if (this.mode === "list") this.drawView();
      else next.lines.forEach((line, row) => line !== before.lines[row] && this.drawRow(row));
      this.drawAround();
      if (this.waiting !== null && next.lines[this.waiting] !== before.lines[this.waiting]) this.waiting = null;
    });
    return true;
  }

  /** Redraw, and leave the focus where it was: in its cell, on its button, with the chosen chip. */
  keepFocus(redraw) {
    const had = this.root.contains(document.activeElement) ? document.activeElement : null;
    const cell = had?.closest(".jb-cell");
    redraw();
    const follows = !cell || (cell.getAttribute("aria-selected") === "true" && this.cellOf(this.selected));
    if (follows) this.position = this.placeOfChosen();
    const { lines, columns } = this.layout;
    if (this.position && !(this.position.row < lines.length && this.position.col < columns.length)) this.position = null;
    const place = this.position ?? { row: 0, col: 0 };
    if (this.mode === "board") this.tabStop(place);
    this.drawPanel();
    if (!had || (had.isConnected && !(cell && follows))) return;
    const again = ["do", "show"].flatMap((name) => (had.dataset[name] ? this.find(`[data-${name}="${had.dataset[name]}"]`) ?? [] : []))[0];
    const own = cell ? null : this.home(had.dataset.chip ?? this.selected);
    (again || own || (this.mode === "board" && this.cellAt(place)) || this.find(".jb-switch"))?.focus();
  }

  // ------------------------------------------------ choosing

  select(id) {
    if (id === this.selected) return;
    this.model.set("selected", id);
    this.model.save_changes();
  }

  showSelected() {
    if (!this.find(".jb-view")) return;
    const id = this.selected;
    for (const chip of this.root.querySelectorAll(".jb-view .jb-chosen")) chip.classList.remove("jb-chosen");
    for (const cell of this.root.querySelectorAll('.jb-cell[aria-selected="true"]')) cell.setAttribute("aria-selected", "false");
    for (const button of this.root.querySelectorAll(".jb-pick, .jb-todo")) button.setAttribute("aria-pressed", String(button.dataset.chip === id));
    this.position = this.placeOfChosen();
    if (this.cellOf(id) && this.mode === "board") {
      const cell = this.cellAt(this.position);
      cell.setAttribute("aria-selected", "true");
      this.byChip(".jb-cell ", id)?.classList.add("jb-chosen");
      this.tabStop(this.position);
      if (!this.root.contains(document.activeElement)) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    this.drawPanel();
  }

  /** Show another part of the board. */
  showView() {
    if (!this.find(".jb-view")) return;
    this.position = null;
    this.read();
    this.keepFocus(() => this.drawView());
  }

  /** The places of what is carried, once the kernel has named them. */
  placesFrom(given) {
    return (this.picking.places = placesOf(this.layout, given));
  }

  close() {
    this.drawLater(0);
    this.root.remove();
  }
}
