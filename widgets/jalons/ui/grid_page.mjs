// What stands on the page: tabs, titles, rows, the cell one is in and what is selected.

import { fill } from "./markup.mjs";
import { rangeOf, shown, widthOf } from "./grid_cells.mjs";

export const element = (name, properties = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made && !key.startsWith("aria")) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

let grids = 0;

export class GridPage {
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.id = `j-grid-${(grids += 1)}`;
    this.rev = 0;
    this.rows = [];
    this.at = { row: 0, col: 0 };
    this.anchor = this.at;
    this.entering = false; // Tab goes on to the next cell once somebody has begun to type
    this.editor = null;
    this.cells = [];
    this.places = new Map(); // where one was in each tab
    this.build();
    this.draw();
  }

  label(name, values = {}) {
    return fill(this.model.get("labels")[name] ?? "", values);
  }

  get columns() { return this.model.get("columns"); }
  get width() { return this.columns.length; }
  get last() { return this.rows.length; } // the blank row below the others

  build() {
    this.root.classList.add("j-grid");
    const button = (name, act, keys) => {
      const made = element("button", { type: "button", textContent: this.label(name), title: keys });
      made.addEventListener("click", () => { act(); });
      return made;
    };
    this.tabs = element("div", { role: "tablist", className: "j-grid-tabs", "aria-label": this.label("tabs") });
    this.note = element("p", { className: "j-grid-note" });
    this.buttons = {
      add: button("add", () => this.insertBelow(), "Ctrl+Enter"),
      duplicate: button("duplicate", () => this.duplicate(), "Ctrl+D"),
      remove: button("remove", () => this.removeRows(), "Ctrl+Suppr / Ctrl+Del"),
      undo: button("undo", () => this.say({ kind: "undo" }), "Ctrl+Z"),
      redo: button("redo", () => this.say({ kind: "redo" }), "Ctrl+Y"),
    };
    const bar = element("div", { className: "j-grid-bar" }, ...Object.values(this.buttons));
    this.status = element("p", { className: "j-grid-status", id: `${this.id}-status`, role: "status" });
    this.grid = element("div", { role: "grid", className: "j-grid-cells", "aria-describedby": `${this.id}-keys`, "aria-multiselectable": "true" });
    this.bubble = element("div", { className: "j-grid-bubble", hidden: true });
    this.frame = element("div", { className: "j-grid-frame", role: "tabpanel", id: `${this.id}-panel` }, this.grid, this.bubble);
    const keys = element("p", { className: "j-grid-keys", id: `${this.id}-keys`, textContent: this.label("keys") });
    this.popup = element("div", { className: "j-grid-popup", hidden: true });
    this.root.append(this.tabs, this.note, bar, this.frame, this.status, keys, this.popup);
    this.listen();
  }

  draw() {
    if (this.model.get("heard") < this.rev) return; // an answer to what is newer is on its way
    const sheet = this.model.get("sheet");
    // What there is to choose from may change under an open field: it is no other table.
    const columns = JSON.stringify(this.columns.map(({ choices, ...column }) => column));
    const other = sheet !== this.sheet;
    if (other) {
      this.close(false);
      if (this.sheet !== undefined) this.places.set(this.sheet, this.at);
      this.at = this.places.get(sheet) ?? { row: 0, col: 0 };
      this.anchor = this.at;
      this.entering = false;
    }
    this.sheet = sheet;
    this.rows = this.model.get("rows");
    this.wrong = new Map();
    for (const [row, col, sentence] of this.model.get("errors")) {
      const key = `${row},${col}`;
      this.wrong.set(key, [...(this.wrong.get(key) ?? []), sentence]);
    }
    this.drawTabs();
    this.note.textContent = this.model.get("note");
    this.buttons.undo.disabled = !this.model.get("can_undo");
    this.buttons.redo.disabled = !this.model.get("can_redo");
    if (other || columns !== this.drawn) this.drawHead();
    this.drawn = columns;
    this.drawRows();
    const inside = ({ row, col }) => ({ row: Math.min(row, this.last), col: Math.max(0, Math.min(col, this.width - 1)) });
    this.at = inside(this.at);
    this.anchor = inside(this.anchor);
    this.drawSelection(false);
  }

  drawTabs() {
    const sheets = this.model.get("sheets");
    const now = JSON.stringify([sheets, this.sheet]);
    if (now === this.tabsDrawn) return;
    this.tabsDrawn = now;
    const held = this.tabs.contains(document.activeElement);
    this.tabs.replaceChildren(...sheets.map(({ id, label, count: rows, wrong }) => {
      const chosen = id === this.sheet;
      const tab = element("button", {
        type: "button", role: "tab", id: `${this.id}-tab-${id}`, tabIndex: chosen ? 0 : -1,
        "aria-selected": String(chosen), "aria-controls": `${this.id}-panel`,
      }, element("span", { textContent: label }), element("span", { className: "j-grid-count", textContent: rows }));
      if (wrong) tab.append(element("span", { className: "j-grid-wrong", textContent: this.label("wrong", { count: wrong }) }));
      tab.addEventListener("click", () => this.choose(id));
      return tab;
    }));
    const current = this.tabs.querySelector("[aria-selected=true]");
    this.frame.setAttribute("aria-labelledby", `${this.id}-tab-${this.sheet}`);
    this.grid.setAttribute("aria-label", sheets.find(({ id }) => id === this.sheet)?.label ?? "");
    if (held) current?.focus();
  }

  drawHead() {
    const lang = this.label("lang");
    const widths = this.columns.map((column, c) =>
      `${widthOf(column, this.rows.map((row) => shown(column, row[c], lang)))}ch`);
    this.grid.style.setProperty("--grid-columns", `3.25rem ${widths.join(" ")}`);
    this.grid.style.setProperty("--grid-width", `calc(3.25rem + ${widths.join(" + ") || "0px"})`);
    this.grid.setAttribute("aria-colcount", this.width + 1);
    const corner = element("div", { role: "columnheader", className: "j-grid-head j-grid-number", "aria-colindex": 1 },
      element("span", { className: "j-hidden", textContent: this.label("row") }));
    const heads = this.columns.map((column, c) => element("div", {
      role: "columnheader", className: "j-grid-head", title: column.hint, "aria-colindex": c + 2,
    }, column.label, ...(column.needed ? [element("abbr", { title: this.label("needed"), textContent: "*" })] : [])));
    const row = element("div", { role: "row", className: "j-grid-row", "aria-rowindex": 1 }, corner, ...heads);
    this.grid.replaceChildren(row);
    this.cells = [];
  }

  drawRows() {
    this.grid.setAttribute("aria-rowcount", this.rows.length + 2);
    while (this.cells.length > this.rows.length + 1) this.cells.pop().line.remove();
    for (let r = 0; r <= this.rows.length; r += 1) {
      if (!this.cells[r]) this.addLine(r);
      this.drawLine(r);
    }
  }

  addLine(r) {
    const number = element("div", { role: "rowheader", className: "j-grid-number", "aria-colindex": 1 });
    const cells = this.columns.map((column, c) => {
      const cell = element("div", { role: "gridcell", className: `j-grid-cell j-kind-${column.kind}`, tabIndex: -1, "aria-colindex": c + 2 });
      cell.at = { row: r, col: c };
      return cell;
    });
    number.at = { row: r, col: -1 };
    const line = element("div", { role: "row", className: "j-grid-row", "aria-rowindex": r + 2 }, number, ...cells);
    this.grid.append(line);
    this.cells[r] = { line, number, cells, said: [] };
  }

  drawLine(r) {
    const { line, number, cells, said } = this.cells[r];
    const blank = r === this.rows.length;
    const lang = this.label("lang");
    line.classList.toggle("j-grid-blank", blank);
    number.textContent = blank ? "+" : String(r + this.model.get("first"));
    number.setAttribute("aria-label", blank ? this.label("new_row") : `${this.label("row")} ${number.textContent}`);
    number.classList.toggle("j-grid-bad", this.wrong.has(`${r},-1`));
    cells.forEach((cell, c) => {
      const value = blank ? "" : this.rows[r][c];
      const wrong = this.errorAt(r, c);
      const text = shown(this.columns[c], value, lang);
      const now = `${text}\n${wrong}`;
      if (said[c] === now || cell.contains(this.editor?.input ?? null)) return;
      said[c] = now;
      cell.textContent = text;
      cell.setAttribute("aria-label", `${this.columns[c].label} : ${text || this.label("empty")}${wrong ? `. ${wrong}` : ""}`);
      if (wrong) cell.setAttribute("aria-invalid", "true");
      else cell.removeAttribute("aria-invalid");
      cell.title = wrong;
    });
  }

  errorAt(row, col) {
    return (this.wrong.get(`${row},${col}`) ?? []).join(" ");
  }

  cellAt({ row, col }) {
    return this.cells[row]?.cells[col];
  }

  range() {
    return rangeOf(this.at, this.anchor);
  }

  select(at, { extend = false, focus = true } = {}) {
    this.at = at;
    if (!extend) this.anchor = at;
    this.drawSelection(focus);
  }

  drawSelection(focus) {
    const { top, bottom, left, right } = this.range();
    for (const cell of this.chosen ?? []) { cell.classList.remove("j-grid-in"); cell.removeAttribute("aria-selected"); }
    this.chosen = [];
    for (let r = top; r <= bottom; r += 1) {
      for (let c = left; c <= right; c += 1) {
        const cell = this.cellAt({ row: r, col: c });
        if (cell) { cell.classList.add("j-grid-in"); cell.setAttribute("aria-selected", "true"); this.chosen.push(cell); }
      }
    }
    if (this.current) { this.current.tabIndex = -1; this.current.classList.remove("j-grid-at"); }
    this.current = this.cellAt(this.at);
    if (!this.current) return;
    this.current.tabIndex = 0;
    this.current.classList.add("j-grid-at");
    if (focus && !this.editor) this.current.focus({ preventScroll: true });
    if (focus) this.reveal();
    const filled = top < this.last;
    this.buttons.duplicate.disabled = this.buttons.remove.disabled = !filled;
    this.explain();
  }

  /** Scroll the frame, never the page under somebody's hands, so that the cell is seen whole. */
  reveal() {
    const { frame } = this;
    const { top, bottom, left, right } = this.placeOf(this.current);
    const head = this.grid.firstElementChild?.offsetHeight ?? 0;
    const side = this.cells[0]?.number.offsetWidth ?? 0;
    if (top - head < frame.scrollTop) frame.scrollTop = top - head;
    else if (bottom > frame.scrollTop + frame.clientHeight) frame.scrollTop = bottom - frame.clientHeight;
    if (left - side < frame.scrollLeft) frame.scrollLeft = left - side;
    else if (right > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = right - frame.clientWidth;
    const box = frame.getBoundingClientRect();
    if (box.bottom < 0 || box.top > window.innerHeight) this.current.scrollIntoView({ block: "nearest" });
  }

  /** Where a cell lies in what the frame scrolls. */
  placeOf(cell) {
    const { frame } = this;
    const box = cell.getBoundingClientRect();
    const outer = frame.getBoundingClientRect();
    const down = frame.scrollTop - outer.top - frame.clientTop;
    const across = frame.scrollLeft - outer.left - frame.clientLeft;
    return { top: box.top + down, bottom: box.bottom + down, left: box.left + across, right: box.right + across };
  }

  /** Say what is wrong with the cell one is in, or what it is for. */
  explain() {
    const column = this.columns[this.at.col];
    if (!column) return;
    const wrong = [this.errorAt(this.at.row, this.at.col), this.errorAt(this.at.row, -1)].filter(Boolean).join(" ");
    const how = { day: this.label("day_hint"), clock: this.label("clock_hint"), many: this.label("many_hint") }[column.kind] ?? "";
    this.status.textContent = this.told || wrong || [`${column.label} : ${column.hint}`, how].filter(Boolean).join(" ");
    this.status.classList.toggle("j-grid-bad", Boolean(wrong || this.told));
    this.told = "";
    const cell = this.current;
    const inside = this.grid.contains(document.activeElement);
    this.bubble.hidden = !wrong || !cell || !inside;
    if (this.bubble.hidden) return;
    this.bubble.textContent = wrong;
    const { bottom, left } = this.placeOf(cell);
    this.bubble.style.top = `${bottom + 4}px`;
    const room = this.frame.scrollLeft + this.frame.clientWidth - this.bubble.offsetWidth - 8;
    this.bubble.style.left = `${Math.max(this.frame.scrollLeft, Math.min(left, room))}px`;
  }

  focused(event) {
    const cell = event.target.closest("[role=gridcell]");
    if (cell?.at && cell !== this.current) this.select(cell.at, { focus: false });
    else this.explain();
  }
}
