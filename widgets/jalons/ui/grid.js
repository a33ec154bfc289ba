// A grid that people fill in like a spreadsheet, one tab a table. Plain ESM for anywidget.
// The upper half is pure and tested by node; the lower half touches the page. Judges no value: what
// a person did is said to the kernel, which answers with the rows as they now are (see grid.py).

// ---------------------------------------------------------------- pure

/** Put values in a label: `fill("ligne %row%", {row: 3})`. */
export const fill = (template, values) =>
  String(template).replace(/%(\w+)%/g, (whole, name) => (name in values ? values[name] : whole));

/** What a spreadsheet puts on the clipboard → rows of cells; quoted cells may hold line breaks. */
export function parseTable(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') { cell += '"'; at += 1; }
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") { rows.at(-1).push(cell); cell = ""; }
    else if (sign === "\n") { rows.at(-1).push(cell); cell = ""; rows.push([]); }
    else cell += sign;
  }
  rows.at(-1).push(cell);
  // A spreadsheet ends the last row too.
  if (rows.length > 1 && rows.at(-1).length === 1 && rows.at(-1)[0] === "") rows.pop();
  return rows.map((row) => row.map((value) => value.replace(/\s+/g, " ").trim()));
}

/** Rows of cells → what a spreadsheet takes from the clipboard. */
export const tableText = (rows) =>
  rows.map((row) => row.map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");

/** Two corners → the rectangle between them. */
export const rangeOf = (a, b) => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.col, b.col),
  right: Math.max(a.col, b.col),
});

/**
 * The edits that pasting a block makes: one value fills the whole selection, a block lies down from
 * its upper left corner. `lost` counts the filled cells right of the last column.
 */
export function pasteEdits(block, range, width) {
  const single = block.length === 1 && block[0].length === 1;
  const height = single ? range.bottom - range.top + 1 : block.length;
  const across = single ? range.right - range.left + 1 : Math.max(...block.map((row) => row.length));
  const cells = [];
  let lost = 0;
  for (let r = 0; r < height; r += 1) {
    for (let c = 0; c < across; c += 1) {
      const text = single ? block[0][0] : block[r][c];
      if (text === undefined) continue;
      if (range.left + c < width) cells.push([range.top + r, range.left + c, text]);
      else if (text) lost += 1;
    }
  }
  return { cells, lost };
}

/** Rows after edits; rows that are missing are added. */
export function applyEdits(rows, cells, width) {
  const next = rows.slice();
  const mine = new Set();
  for (const [row, col, text] of cells) {
    while (next.length <= row) next.push(Array(width).fill(""));
    if (!mine.has(row)) { next[row] = next[row].slice(); mine.add(row); }
    next[row][col] = text;
  }
  return next;
}

/** Where a key leads from a cell; null, it is no key that moves. `last` is the blank row. */
export function moved(at, key, { last, width, page = 10, ctrl = false }) {
  const to = {
    ArrowUp: { row: ctrl ? 0 : at.row - 1, col: at.col },
    ArrowDown: { row: ctrl ? last : at.row + 1, col: at.col },
    ArrowLeft: { row: at.row, col: ctrl ? 0 : at.col - 1 },
    ArrowRight: { row: at.row, col: ctrl ? width - 1 : at.col + 1 },
    PageUp: { row: at.row - page, col: at.col },
    PageDown: { row: at.row + page, col: at.col },
    Home: { row: ctrl ? 0 : at.row, col: 0 },
    End: { row: ctrl ? last : at.row, col: width - 1 },
  }[key];
  if (!to) return null;
  return { row: Math.max(0, Math.min(last, to.row)), col: Math.max(0, Math.min(width - 1, to.col)) };
}

/** The cell after (or before) this one in reading order; null beyond the ends. */
export function nextCell(at, back, { last, width }) {
  const number = at.row * width + at.col + (back ? -1 : 1);
  if (number < 0 || number >= (last + 1) * width) return null;
  return { row: Math.floor(number / width), col: number % width };
}

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The choices that what is typed may mean, those that begin with it first. */
export function matching(choices, typed) {
  const asked = plain(typed.trim());
  if (!asked) return choices;
  const rank = ([value, label]) => {
    const names = [plain(value), plain(label)];
    if (names.includes(asked)) return 0;
    if (names.some((name) => name.startsWith(asked))) return 1;
    return names.some((name) => name.includes(asked)) ? 2 : 3;
  };
  return choices.map((choice) => [rank(choice), choice]).filter(([r]) => r < 3)
    .sort((a, b) => a[0] - b[0]).map(([, choice]) => choice);
}

/** Add a value to several joined ones, or take it away. */
export function toggled(text, value, separator) {
  const parts = text.split(separator).map((part) => part.trim()).filter(Boolean);
  return (parts.includes(value) ? parts.filter((part) => part !== value) : [...parts, value]).join(separator);
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** A cell as people read it: words for codes, days with their weekday. */
export function shown(column, value, lang) {
  if (!value) return "";
  const word = (code) => column.choices.find(([known]) => known === code)?.[1] ?? code;
  if (column.kind === "many") return value.split(column.separator).map(word).join(", ");
  if (column.kind === "day" && ISO.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return value;
    return new Intl.DateTimeFormat(lang, { weekday: "short", day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }).format(day);
  }
  return word(value);
}

/** How wide a column is, in characters: as its title and most of its cells need. */
export function widthOf(column, cells) {
  const lengths = cells.map((cell) => cell.length).sort((a, b) => a - b);
  const most = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const least = { day: 15, clock: 7, number: 7 }[column.kind] ?? 8;
  return Math.max(least, Math.min(30, Math.max(most + 2, column.label.length + 3)));
}

// ---------------------------------------------------------------- the page

const element = (name, properties = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made && !key.startsWith("aria")) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

let count = 0;

class GridView {
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.id = `j-grid-${(count += 1)}`;
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

  // --- what stands on the page ---------------------------------------------------------------

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
    this.at = { row: Math.min(this.at.row, this.last), col: Math.min(this.at.col, this.width - 1) };
    this.anchor = { row: Math.min(this.anchor.row, this.last), col: Math.min(this.anchor.col, this.width - 1) };
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
    this.grid.style.setProperty("--j-grid-columns", `3.25rem ${widths.join(" ")}`);
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

  // --- the cell one is in, and what is selected ------------------------------------------------

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
    const cell = this.current;
    const head = this.grid.firstElementChild?.offsetHeight ?? 0;
    const side = this.cells[0]?.number.offsetWidth ?? 0;
    const { frame } = this;
    if (cell.offsetTop - head < frame.scrollTop) frame.scrollTop = cell.offsetTop - head;
    else if (cell.offsetTop + cell.offsetHeight > frame.scrollTop + frame.clientHeight) frame.scrollTop = cell.offsetTop + cell.offsetHeight - frame.clientHeight;
    if (cell.offsetLeft - side < frame.scrollLeft) frame.scrollLeft = cell.offsetLeft - side;
    else if (cell.offsetLeft + cell.offsetWidth > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = cell.offsetLeft + cell.offsetWidth - frame.clientWidth;
    const box = this.frame.getBoundingClientRect();
    if (box.bottom < 0 || box.top > window.innerHeight) cell.scrollIntoView({ block: "nearest" });
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
    this.bubble.style.top = `${cell.offsetTop + cell.offsetHeight + 4}px`;
    const room = this.frame.scrollLeft + this.frame.clientWidth - this.bubble.offsetWidth - 8;
    this.bubble.style.left = `${Math.max(this.frame.scrollLeft, Math.min(cell.offsetLeft, room))}px`;
  }

  focused(event) {
    const cell = event.target.closest("[role=gridcell]");
    if (cell?.at && cell !== this.current) this.select(cell.at, { focus: false });
    else this.explain();
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

  // --- keys ------------------------------------------------------------------------------------

  tabKey(event) {
    const ids = this.model.get("sheets").map(({ id }) => id);
    const now = ids.indexOf(this.sheet);
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

  // --- a cell being edited ---------------------------------------------------------------------

  edit(start) {
    if (this.editor) return;
    const { row, col } = this.at;
    const column = this.columns[col];
    const cell = this.current;
    const value = this.rows[row]?.[col] ?? "";
    const word = column.kind === "day" ? shownDay(value) : value;
    const input = element("input", { type: "text", className: "j-grid-input", autocomplete: "off", spellcheck: column.kind === "text", "aria-label": column.label, value: start ?? word });
    if (["number", "clock"].includes(column.kind)) input.inputMode = column.kind === "number" ? "decimal" : "text";
    this.anchor = this.at;
    this.editor = { input, cell, column, row, col, value, first: word, active: -1, typed: start !== null };
    cell.textContent = "";
    cell.append(input);
    if (column.kind === "day") cell.append(this.dayButton());
    input.addEventListener("input", () => { this.editor.typed = true; this.drawChoices(); });
    input.addEventListener("blur", () => setTimeout(() => { if (this.editor?.input === input && !this.frame.contains(document.activeElement)) this.close(true); }));
    this.bubble.hidden = true;
    input.focus({ preventScroll: true });
    input.setSelectionRange(input.value.length, input.value.length);
    if (column.choices.length) {
      for (const [name, to] of Object.entries({ role: "combobox", "aria-expanded": "true", "aria-controls": `${this.id}-list`, "aria-autocomplete": "list" })) input.setAttribute(name, to);
      this.drawChoices();
    }
  }

  dayButton() {
    const picker = element("input", { type: "date", className: "j-grid-picker", tabIndex: -1, "aria-label": this.label("pick_day"), title: this.label("pick_day") });
    if (ISO.test(this.editor.value)) picker.value = this.editor.value;
    picker.addEventListener("mousedown", (event) => event.stopPropagation());
    picker.addEventListener("change", () => {
      if (!this.editor || !picker.value) return;
      this.editor.input.value = picker.value;
      this.editor.typed = true;
      this.commit(null);
    });
    return picker;
  }

  drawChoices() {
    const { editor } = this;
    if (!editor?.column.choices.length) return;
    const { column, input } = editor;
    const many = column.kind === "many";
    const part = many ? input.value.split(column.separator).at(-1) : input.value;
    const known = column.choices.some(([value]) => value === part.trim());
    editor.found = matching(column.choices, editor.typed && !(many && known) ? part : "");
    // Where only a choice can be meant, what is typed leads to the nearest one.
    const only = editor.typed && !column.free && !many && part.trim();
    const now = column.choices.findIndex(([value]) => value === editor.value);
    editor.active = only && editor.found.length ? 0 : editor.typed || many ? -1 : now;
    const held = new Set(many ? input.value.split(column.separator).map((text) => text.trim()) : [editor.value]);
    const list = element("div", { role: "listbox", id: `${this.id}-list`, "aria-label": column.label, "aria-multiselectable": String(many) });
    list.append(...editor.found.map(([value, label], n) => {
      const option = element("div", { role: "option", id: `${this.id}-option-${n}`, "aria-selected": String(held.has(value)) }, label);
      if (label !== value) option.append(element("small", { textContent: value }));
      option.addEventListener("click", () => { editor.active = n; if (many) this.toggle(); else this.commit({ row: 0, col: 0 }); });
      return option;
    }));
    this.popup.replaceChildren(list);
    this.popup.hidden = !editor.found.length;
    this.placePopup();
    this.markActive();
  }

  placePopup() {
    if (this.popup.hidden || !this.editor) return;
    const cell = this.editor.cell.getBoundingClientRect();
    const below = window.innerHeight - cell.bottom;
    const height = Math.min(this.popup.scrollHeight, 260);
    this.popup.style.left = `${Math.max(4, Math.min(cell.left, window.innerWidth - this.popup.offsetWidth - 4))}px`;
    this.popup.style.minWidth = `${cell.width}px`;
    this.popup.style.top = below < height + 8 && cell.top > below ? `${cell.top - height - 2}px` : `${cell.bottom + 2}px`;
  }

  markActive() {
    const { editor } = this;
    const options = [...this.popup.querySelectorAll("[role=option]")];
    options.forEach((option, n) => option.classList.toggle("j-grid-active", n === editor.active));
    const active = options[editor.active];
    if (active) { editor.input.setAttribute("aria-activedescendant", active.id); active.scrollIntoView({ block: "nearest" }); }
    else editor.input.removeAttribute("aria-activedescendant");
  }

  toggle() {
    const { editor } = this;
    const active = editor.found[editor.active]?.[0];
    const complete = editor.input.value.split(editor.column.separator).map((part) => part.trim())
      .filter((part) => editor.column.choices.some(([value]) => value === part)).join(editor.column.separator);
    editor.input.value = toggled(complete, active, editor.column.separator);
    const place = editor.column.choices.findIndex(([value]) => value === active);
    editor.typed = false;
    this.drawChoices();
    editor.active = place;
    editor.typed = true;
    this.markActive();
  }

  editorKey(event) {
    const { editor } = this;
    if (event.isComposing || event.target !== editor.input) return;
    const list = !this.popup.hidden;
    const done = () => { event.preventDefault(); event.stopPropagation(); };
    const many = editor.column.kind === "many";
    if (list && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      done();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const size = editor.found.length;
      editor.active = editor.active < 0 && step < 0 ? size - 1 : (editor.active + step + size) % size;
      this.markActive();
    } else if (list && many && event.key === " " && editor.active >= 0) {
      done();
      this.toggle();
    } else if (event.key === "Enter") {
      done();
      this.entering = true;
      this.commit({ row: event.shiftKey ? -1 : 1, col: 0 });
    } else if (event.key === "Tab") {
      done();
      this.entering = true;
      this.commit(null, nextCell(this.at, event.shiftKey, this));
    } else if (event.key === "Escape") {
      done();
      this.close(false);
      this.select(this.at);
    } else if (!list && !editor.column.choices.length && editor.typed && event.key.startsWith("Arrow") && editor.first === "" && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      done();
      this.commit({ row: event.key === "ArrowDown" ? 1 : -1, col: 0 });
    }
  }

  /** What the field holds, as the file has it. */
  written() {
    const { editor } = this;
    const { column, input, active } = editor;
    if (column.choices.length && column.kind !== "many" && active >= 0 && editor.found[active]) return editor.found[active][0];
    return input.value === editor.first ? editor.value : input.value.trim();
  }

  commit(by, to) {
    if (!this.editor) return;
    this.close(true);
    const next = to ?? (by && { row: Math.max(0, Math.min(this.last, this.at.row + by.row)), col: this.at.col });
    this.select(next ?? this.at);
  }

  close(keep) {
    const { editor } = this;
    if (!editor) return;
    const text = this.written();
    this.editor = null;
    this.popup.hidden = true;
    this.popup.replaceChildren();
    editor.cell.replaceChildren();
    const line = this.cells[editor.row];
    if (line) line.said[editor.col] = undefined;
    if (keep && text !== editor.value) this.set([[editor.row, editor.col, text]]);
    else if (line) this.drawLine(editor.row);
  }

  // --- edits -----------------------------------------------------------------------------------

  say(message) {
    this.rev += 1;
    this.model.send({ ...message, rev: this.rev });
  }

  set(cells) {
    const changed = cells.filter(([row, col, text]) => (this.rows[row]?.[col] ?? "") !== text);
    if (!changed.length) return;
    this.rows = applyEdits(this.rows, changed, this.width);
    this.drawRows();
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
    this.anchor = { row: top, col: left };
    const end = { row: Math.min(this.last, top + block.length - 1), col: Math.min(this.width - 1, left + Math.max(...block.map((row) => row.length)) - 1) };
    this.select(end, { extend: true });
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

/** A day as people type it. */
const shownDay = (iso) => (ISO.test(iso) ? iso.split("-").reverse().join("/") : iso);

export default {
  render({ model, el }) {
    const view = new GridView(model, el);
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
