// Carrying a chip from place to place: what the kernel is asked, what its answers change.

import { fill } from "./markup.mjs";
import { isFree, placeIn, placesHere, startPlace } from "./year_board_keys.mjs";
import { placeHtml } from "./year_board_panel.mjs";
import { cellName } from "./year_board_words.mjs";

export class Carry {
  /** `columnUnder()` says which column the pointer is over; `letGo()` makes it forget what it holds. */
  constructor(page) {
    this.page = page;
    this.pointer = { columnUnder: () => -1, letGo() {} };
    this.moved = null; // the title of the chip that was put last: its new place may be out of view
  }

  ask() {
    const { page } = this;
    Object.assign(page.picking, { places: null, at: -1 });
    page.model.send({ kind: "pick", id: page.picking.id });
    page.say(page.labels.searching);
  }

  pick(id, drag = false) {
    const { page } = this;
    const found = page.editable && !page.picking && page.found(id);
    if (!found) return;
    page.home(id)?.focus({ preventScroll: drag }); // a chip that a hand holds must not slip away under it
    page.select(id);
    if (found.chip.fixed) return page.say(page.labels.fixed);
    page.picking = { ...found, id, drag };
    page.root.toggleAttribute("data-picking", true);
    this.ask();
    if (page.mode === "list") return this.drawPlaces();
    if (!drag || found.col === null) page.lineAt(found.row).scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  drawPlaces() {
    this.page.drawView();
    this.page.find(".jb-places p").focus();
  }

  showPlaces(given) {
    const { page } = this;
    const { picking, labels, layout } = page;
    const places = page.placesFrom(given);
    if (!places.length) {
      this.stop();
      return page.say(labels.no_place);
    }
    if (page.mode === "list") {
      page.say("");
      return this.drawPlaces();
    }
    const told = `${fill(labels.where_to, picking.chip)} ${fill(labels.choose, { count: places.filter(isFree).length })}`;
    page.say(picking.drag ? told : `${told} ${labels.choose_keys}`);
    for (const { col } of places) {
      const cell = page.cellAt({ row: picking.row, col });
      const free = isFree(places[placeIn(places, col)]);
      cell.dataset.place = free ? "free" : "clash";
      const name = cellName(layout.lines[picking.row].row.label, page.words[col], null, null, labels);
      cell.setAttribute("aria-label", fill(labels.cell, { cell: name, content: free ? labels.free : labels.clash }));
    }
    if (picking.dropped !== undefined) this.drop(picking.dropped);
    else if (picking.drag) this.over(placeIn(places, this.pointer.columnUnder()));
    else this.go(startPlace(places, picking.col, page.scene.today));
  }

  /** Be over a place: mark its week and say what would be wrong there. */
  over(index) {
    const { page } = this;
    const { picking } = page;
    picking.at = index;
    page.find(".jb-over")?.classList.remove("jb-over");
    const place = picking.places[index];
    const cell = place ? page.cellAt({ row: picking.row, col: place.col }) : null;
    cell?.classList.add("jb-over");
    page.drawPanel();
    page.tip(cell, cell && placeHtml(place, page.labels));
  }

  overWeek(col) {
    const { picking } = this.page;
    if (picking.places[picking.at]?.col !== col) this.over(placeIn(picking.places, col));
  }

  go(index) {
    const { page } = this;
    this.over(index);
    page.cellAt({ row: page.picking.row, col: page.picking.places[index].col }).focus();
  }

  drop(col) {
    const { page } = this;
    this.overWeek(col);
    const here = placesHere(page.picking);
    if (!here.length) return this.stop();
    if (here.length === 1) return this.put(here[0]);
    page.say(page.labels.several);
    page.find('[data-do="put"]').focus();
  }

  put({ key, col }) {
    const { page } = this;
    const { id, row, chip } = page.picking;
    this.stop();
    if (page.mode === "board") {
      page.waiting = row;
      page.cellAt({ row, col }).dataset.place = "pending";
    }
    this.moved = { id, title: chip.title };
    page.model.send({ kind: "put", id, key });
  }

  /** Carry nothing any more. */
  stop() {
    const { page } = this;
    if (!page.picking) return;
    const { id, row } = page.picking;
    const inside = page.root.contains(document.activeElement);
    this.pointer.letGo();
    page.picking = null;
    page.root.removeAttribute("data-picking");
    page.tip(null);
    page.keepFocus(() => (page.mode === "list" ? page.drawView() : page.drawRow(row)));
    if (inside) page.home(id)?.focus();
    page.position = page.placeOfChosen();
    page.say("");
  }

  /** A new board came: draw what is different, or all of it. */
  update() {
    const { page } = this;
    if (!page.drawChanges()) {
      this.pointer.letGo();
      return page.draw();
    }
    page.tip(null);
    if (!page.picking) return;
    const found = page.found(page.picking.id);
    if (!found) return this.stop();
    Object.assign(page.picking, found);
    if (page.picking.places) this.ask(); // what was true of the places may no longer be
  }

  heard(message) {
    const { page } = this;
    const { picking } = page;
    if (!page.find(".jb-view")) return;
    if (message.kind === "places" && picking && message.id === picking.id && !picking.places) this.showPlaces(message.places);
    if (message.kind !== "done" && message.kind !== "refused") return;
    const refused = message.kind === "refused";
    if (refused) this.stop();
    const row = page.waiting;
    page.waiting = null;
    if (row !== null && page.mode === "board") page.keepFocus(() => page.drawRow(row));
    if (refused) page.say(message.message || page.labels.refused);
    else if (this.moved && !page.found(this.moved.id)) page.say(fill(page.labels.out_of_view, this.moved));
    this.moved = null;
  }

  /** Do what a button or a key says, to the chip given. */
  act(kind, id, key) {
    const { page } = this;
    if (kind === "cancel") return this.stop();
    const place = kind === "put" && page.picking?.places?.find((one) => one.key === key);
    if (place) return this.put(place);
    if (!page.editable || page.picking) return;
    if (kind === "undo" || kind === "redo") {
      if (!page.model.get(`can_${kind}`)) return;
      page.say("");
      return page.model.send({ kind });
    }
    const found = page.found(id);
    if (!found) return;
    if (kind === "pick") return this.pick(id);
    page.select(id);
    if (found.chip.fixed) return page.say(page.labels.fixed);
    if (found.col === null) return;
    page.say("");
    page.model.send({ kind, id });
  }
}
