// The pure half of the grid: `node --test tests/grid.test.mjs`.
import assert from "node:assert/strict";
import { test } from "node:test";

const grid = await import(new URL("../widgets/jalons/ui/grid_cells.mjs", import.meta.url));

const column = (kind, more = {}) => ({ label: "Titre", kind, choices: [], separator: "", free: false, ...more });

test("what a spreadsheet copies is read cell by cell", () => {
  assert.deepEqual(grid.parseTable("a\tb\r\n1\t2\r\n"), [["a", "b"], ["1", "2"]]);
  assert.deepEqual(grid.parseTable("seul"), [["seul"]]);
  assert.deepEqual(grid.parseTable("a\t\t\n"), [["a", "", ""]]);
  assert.deepEqual(grid.parseTable("a\n\nb\n"), [["a"], [""], ["b"]]);
});

test("a quoted cell holds tabs, quotes and line breaks, and becomes one line", () => {
  assert.deepEqual(grid.parseTable('"Mme\nRoy"\t"dit ""oui"""\tx'), [["Mme Roy", 'dit "oui"', "x"]]);
  assert.deepEqual(grid.parseTable('5" pouces\tb'), [['5" pouces', "b"]], "a quote inside a cell is a quote");
});

test("copying and pasting gives the same cells", () => {
  const rows = [["a", 'dit "x"', ""], ["é", "1,5", "2026-09-01"]];
  assert.deepEqual(grid.parseTable(grid.tableText(rows)), rows);
});

test("one value fills the selection, a block lies down from its corner", () => {
  const range = grid.rangeOf({ row: 3, col: 2 }, { row: 2, col: 1 });
  assert.deepEqual(range, { top: 2, bottom: 3, left: 1, right: 2 });
  assert.equal(grid.pasteEdits([["x"]], range, 5).cells.length, 4);
  assert.deepEqual(grid.pasteEdits([["a", "b"], ["c"]], range, 5).cells, [[2, 1, "a"], [2, 2, "b"], [3, 1, "c"]]);
});

test("what does not fit into the table is counted, not dropped without a word", () => {
  const { cells, lost } = grid.pasteEdits([["a", "b", ""], ["c", "d", "e"]], { top: 0, bottom: 0, left: 1, right: 1 }, 2);
  assert.deepEqual(cells, [[0, 1, "a"], [1, 1, "c"]]);
  assert.equal(lost, 3);
});

test("edits below the last row add rows, and leave the rows given untouched", () => {
  const rows = [["a", "b"]];
  assert.deepEqual(grid.applyEdits(rows, [[2, 1, "x"], [0, 0, "y"]], 2), [["y", "b"], ["", ""], ["", "x"]]);
  assert.deepEqual(rows, [["a", "b"]]);
});

test("arrows move by one, with Ctrl to the edge, never out of the table", () => {
  const size = { last: 5, width: 3 };
  assert.deepEqual(grid.moved({ row: 0, col: 0 }, "ArrowUp", size), { row: 0, col: 0 });
  assert.deepEqual(grid.moved({ row: 4, col: 2 }, "ArrowDown", size), { row: 5, col: 2 });
  assert.deepEqual(grid.moved({ row: 5, col: 2 }, "ArrowDown", size), { row: 5, col: 2 });
  assert.deepEqual(grid.moved({ row: 1, col: 1 }, "ArrowRight", { ...size, ctrl: true }), { row: 1, col: 2 });
  assert.deepEqual(grid.moved({ row: 3, col: 1 }, "Home", { ...size, ctrl: true }), { row: 0, col: 0 });
  assert.equal(grid.moved({ row: 0, col: 0 }, "x", size), null);
});

test("Tab reads on to the next line, and leaves at the ends", () => {
  const size = { last: 1, width: 2 };
  assert.deepEqual(grid.nextCell({ row: 0, col: 1 }, false, size), { row: 1, col: 0 });
  assert.deepEqual(grid.nextCell({ row: 1, col: 0 }, true, size), { row: 0, col: 1 });
  assert.equal(grid.nextCell({ row: 1, col: 1 }, false, size), null);
  assert.equal(grid.nextCell({ row: 0, col: 0 }, true, size), null);
});

test("what is typed finds choices by value or word, without accents, the nearest first", () => {
  const choices = [["2PRO", "2de"], ["TPRO", "Tle"], ["psyen", "Psy-EN"], ["eleve", "ancien élève"]];
  assert.deepEqual(grid.matching(choices, "tle").map(([value]) => value), ["TPRO"]);
  assert.deepEqual(grid.matching(choices, "pro").map(([value]) => value), ["2PRO", "TPRO"]);
  assert.deepEqual(grid.matching(choices, "ELE").map(([value]) => value), ["eleve"]);
  assert.deepEqual(grid.matching(choices, "  "), choices);
  assert.deepEqual(grid.matching(choices, "zzz"), []);
});

test("several values are ticked and unticked", () => {
  assert.equal(grid.toggled("", "A", "|"), "A");
  assert.equal(grid.toggled("A|B", "A", "|"), "B");
  assert.equal(grid.toggled("A | ", "C", "|"), "A|C");
});

test("cells are shown in words: codes, days with their weekday", () => {
  const levels = column("many", { choices: [["TPRO", "Tle"], ["1PRO", "1re"]], separator: "|" });
  assert.equal(grid.shown(levels, "TPRO|1PRO|autre", "fr"), "Tle, 1re, autre");
  assert.equal(grid.shown(column("day"), "2026-11-02", "fr"), "lun. 02/11/2026");
  assert.equal(grid.shown(column("day", { choices: [["rentree", "rentrée"]] }), "rentree", "fr"), "rentrée");
  assert.equal(grid.shown(column("day"), "2026-02-31x", "fr"), "2026-02-31x");
  assert.equal(grid.shown(column("text"), "<b>", "fr"), "<b>");
  assert.equal(grid.shownDay("2026-11-02"), "02/11/2026");
  assert.equal(grid.shownDay("rentree"), "rentree");
});

test("one long cell does not make its column endless", () => {
  assert.ok(grid.widthOf(column("text"), ["x".repeat(300), "a", "b"]) <= 32);
  assert.ok(grid.widthOf(column("text"), ["TMELEC1", "2ETL"]) >= 10);
});
