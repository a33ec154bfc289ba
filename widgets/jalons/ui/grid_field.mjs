// A cell being written in: a field, what there is to choose from, a calendar.

import { ISO, matching, nextCell, shownDay, toggled } from "./grid_cells.mjs";
import { GridPage, element } from "./grid_page.mjs";

export class GridField extends GridPage {
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
    this.editor = { input, cell, column, row, col, value, first: word, active: -1, typed: start !== null, over: start !== null };
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
    } else if (editor.over && !list && ["ArrowDown", "ArrowUp"].includes(event.key)) {
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
}
