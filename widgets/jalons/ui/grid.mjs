// A grid that people fill in like a spreadsheet, one tab a table. Plain ESM for anywidget; Python
// joins the parts into one (see esm.py). Judges no value: what a person did is said to the kernel,
// which answers with the rows as they now are (the messages: see grid.py). This part hears what the
// person does.

import { applyEdits, moved, nextCell, parseTable, pasteEdits, tableText } from "./grid_cells.mjs";
import { GridField } from "./grid_field.mjs";

class GridDesk extends GridField {
  listen() {
    this.tabs.addEventListener("keydown", (event) => this.tabKey(event));
    this.grid.addEventListener("keydown", (event) => this.key(event));
    this.grid.addEventListener("mousedown", (event) => this.press(event));
    this.grid.addEventListener("dblclick", () => this.edit(null));
    this.grid.addEventListener("copy", (event) => this.copy(event));
    this.grid.addEventListener("cut", (event) => { if (this.copy(event)) this.clear(); });
    this.grid.addEventListener("paste", (event) => this.paste(event));
    this.grid.addEventListener("focusin", (event) => this.focused(event));
    this.popup.addEventListener("mousedown", (event) => event.preventDefault()); // keep the focus
    this.frame.addEventListener("scroll", () => this.placePopup());
  }

  press(event) {
    const target = event.target.closest("[role=gridcell], [role=rowheader]");
    if (!target?.at || this.editor?.cell.contains(event.target)) return;
    event.preventDefault();
    this.close(true);
    this.entering = false;
    if (target.at.col < 0) {
      this.anchor = { row: event.shiftKey ? this.anchor.row : target.at.row, col: this.width - 1 };
      this.select({ row: target.at.row, col: 0 }, { extend: true });
      return;
    }
    const again = target === this.current && document.activeElement === target && !event.shiftKey;
    this.select(target.at, { extend: event.shiftKey });
    if (again && event.detail === 1) this.edit(null);
    if (event.shiftKey) return;
    const drag = (move) => {
      const over = document.elementFromPoint(move.clientX, move.clientY)?.closest?.("[role=gridcell]");
      if (over?.at && this.grid.contains(over) && move.buttons) this.select(over.at, { extend: true });
    };
    const stop = () => { window.removeEventListener("mousemove", drag); window.removeEventListener("mouseup", stop); };
    window.addEventListener("mousemove", drag);
    window.addEventListener("mouseup", stop);
  }

  tabKey(event) {
    const ids = this.model.get("sheets").map(({ id }) => id);
    const now = [...this.tabs.children].indexOf(event.target.closest("[role=tab]"));
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.choose(ids[(to + ids.length) % ids.length]);
  }

  key(event) {
    if (this.editor) return this.editorKey(event);
    const ctrl = event.ctrlKey || event.metaKey;
    const step = moved(this.at, event.key, { last: this.last, width: this.width, ctrl });
    const done = () => event.preventDefault();
    if (step) { done(); this.entering = false; return this.select(step, { extend: event.shiftKey }); }
    if (event.key === "Tab") {
      const next = this.entering && nextCell(this.at, event.shiftKey, this);
      if (!next) { this.entering = false; return undefined; } // the page goes on, as everywhere
      done();
      return this.select(next);
    }
    if (event.key === "Escape") { this.entering = false; return this.select(this.at); }
    if (ctrl) {
      const act = {
        z: () => this.say({ kind: event.shiftKey ? "redo" : "undo" }),
        y: () => this.say({ kind: "redo" }),
        d: () => this.duplicate(),
        a: () => { this.anchor = { row: 0, col: 0 }; this.select({ row: Math.max(0, this.last - 1), col: this.width - 1 }, { extend: true }); },
        enter: () => this.insertBelow(),
        delete: () => this.removeRows(),
      }[event.key.toLowerCase()];
      if (act) { done(); act(); }
      return undefined;
    }
    if (event.key === "Enter" || event.key === "F2") { done(); return this.edit(null); }
    if (event.key === "Delete" || event.key === "Backspace") { done(); return this.clear(); }
    if (event.key === " " && event.shiftKey) {
      done();
      this.anchor = { row: this.anchor.row, col: this.width - 1 };
      return this.select({ row: this.at.row, col: 0 }, { extend: true });
    }
    // The character itself goes into the field that opens, accents made of two keys too.
    if (!event.altKey && (event.key.length === 1 || event.key === "Dead")) this.edit("");
    return undefined;
  }

  // --- edits ---------------------------------------------------------------------------------------

  say(message) {
    this.rev += 1;
    this.model.send({ ...message, rev: this.rev });
  }

  set(cells) {
    const changed = cells.filter(([row, col, text]) => (this.rows[row]?.[col] ?? "") !== text);
    if (!changed.length) return;
    const before = this.rows.length;
    this.rows = applyEdits(this.rows, changed, this.width);
    if (this.rows.length === before) new Set(changed.map(([row]) => row)).forEach((row) => this.drawLine(row));
    else this.drawRows();
    this.say({ kind: "set", cells: changed });
  }

  clear() {
    const { top, bottom, left, right } = this.range();
    const cells = [];
    for (let r = top; r <= Math.min(bottom, this.last - 1); r += 1) for (let c = left; c <= right; c += 1) cells.push([r, c, ""]);
    this.set(cells);
  }

  chosenRows() {
    const { top, bottom } = this.range();
    return Array.from({ length: Math.max(0, Math.min(bottom, this.last - 1) - top + 1) }, (_, n) => top + n);
  }

  insertBelow() {
    this.close(true);
    const at = Math.min(this.last, this.at.row + 1);
    if (at >= this.last) return this.select({ row: this.last, col: 0 }); // the blank row is there
    this.rows = [...this.rows.slice(0, at), Array(this.width).fill(""), ...this.rows.slice(at)];
    this.redrawFrom();
    this.say({ kind: "insert", at, rows: [Array(this.width).fill("")] });
    return this.select({ row: at, col: 0 });
  }

  duplicate() {
    this.close(true);
    const numbers = this.chosenRows();
    if (!numbers.length) return;
    const at = numbers.at(-1) + 1;
    const copies = numbers.map((n) => [...this.rows[n]]);
    this.rows = [...this.rows.slice(0, at), ...copies, ...this.rows.slice(at)];
    this.redrawFrom();
    this.say({ kind: "insert", at, rows: copies });
    this.select({ row: at, col: this.at.col });
  }

  removeRows() {
    this.close(false);
    const numbers = this.chosenRows();
    if (!numbers.length) return;
    this.rows = this.rows.filter((_, n) => !numbers.includes(n));
    this.redrawFrom();
    this.say({ kind: "remove", rows: numbers });
    this.select({ row: Math.min(numbers[0], this.last), col: this.at.col });
  }

  redrawFrom() {
    this.wrong = new Map(); // the rows have moved: what is wrong with them comes with the answer
    this.drawRows();
  }

  copy(event) {
    if (this.editor) return false;
    const { top, bottom, left, right } = this.range();
    const rows = this.rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
    event.clipboardData.setData("text/plain", tableText(rows));
    event.preventDefault();
    return true;
  }

  paste(event) {
    if (this.editor) return;
    event.preventDefault();
    const block = parseTable(event.clipboardData.getData("text/plain"));
    const { cells, lost } = pasteEdits(block, this.range(), this.width);
    this.set(cells);
    const { top, left } = this.range();
    if (lost) this.told = this.label("cut_off", { count: lost });
    const across = Math.max(...block.map((row) => row.length));
    this.anchor = { row: Math.min(this.last, top + block.length - 1), col: Math.min(this.width - 1, left + across - 1) };
    this.select({ row: top, col: left }, { extend: true });
  }

  choose(id) {
    this.close(true);
    if (id !== this.sheet) this.say({ kind: "sheet", id });
    this.tabs.querySelector(`[id="${this.id}-tab-${id}"]`)?.focus();
  }

  refused() {
    this.told = this.label("refused");
    this.draw();
    this.explain();
  }
}

export default {
  render({ model, el }) {
    const view = new GridDesk(model, el);
    let waiting = false; // several traits of one change are drawn once
    const soon = () => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => { waiting = false; view.draw(); });
    };
    const names = ["sheets", "sheet", "note", "columns", "rows", "errors", "can_undo", "can_redo", "heard"];
    const heard = (message) => { if (message.kind === "refused") view.refused(); };
    names.forEach((name) => model.on(`change:${name}`, soon));
    model.on("msg:custom", heard);
    return () => {
      view.close(true);
      names.forEach((name) => model.off(`change:${name}`, soon));
      model.off("msg:custom", heard);
    };
  },
};
