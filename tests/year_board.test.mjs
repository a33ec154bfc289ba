// The pure half of the year board: `node --test tests/year_board.test.mjs`.
import assert from "node:assert/strict";
import { test } from "node:test";

const parts = ["markup", "year_board_weeks", "year_board_words", "year_board_keys", "year_board_layout", "year_board_list", "year_board_views", "year_board_grid"];
const sources = parts.map((name) => import(new URL(`../widgets/jalons/ui/${name}.mjs`, import.meta.url)));
const board = Object.assign({}, ...(await Promise.all(sources)));

const labels = {
  lang: "fr",
  week_of: "semaine %iso% du %date%",
  weeks_of: "semaines %first% à %last%, à partir du %date%",
  cell: "%cell% : %content%",
};

const week = (monday, iso, month, holiday = null) => ({ monday, iso, month, holiday, closed: [] });
const AUTUMN = "Vacances de la Toussaint";
const weeks = [
  week("2026-09-28", 40, "septembre 2026"),
  week("2026-10-05", 41, "octobre 2026"),
  week("2026-10-12", 42, "octobre 2026"),
  week("2026-10-19", 43, "octobre 2026", AUTUMN),
  week("2026-10-26", 44, "octobre 2026", AUTUMN),
  week("2026-11-02", 45, "novembre 2026"),
  week("2026-11-09", 46, "novembre 2026"),
];
const columns = board.columnsOf(weeks);
const units = board.weekUnits(columns);
const edges = board.edgesOf(units);
const total = 5 * 24 + 2 * 14;
const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

test("a date falls in the week of its Monday, Sunday included, and nowhere outside the year", () => {
  assert.equal(board.weekIndex(weeks, "2026-09-28"), 0);
  assert.equal(board.weekIndex(weeks, "2026-10-04"), 0);
  assert.equal(board.weekIndex(weeks, "2026-10-05"), 1);
  assert.equal(board.weekIndex(weeks, "2026-11-15"), 6);
  assert.equal(board.weekIndex(weeks, "2026-09-27"), -1);
  assert.equal(board.weekIndex(weeks, "2026-11-16"), -1);
});

test("a date in a gap between two listed weeks is in neither", () => {
  assert.equal(board.weekIndex([weeks[0], weeks[3]], "2026-10-07"), -1);
});

test("the weeks of a holiday make one column, ordinary weeks one each", () => {
  assert.deepEqual(columns.map(({ from, to }) => [from, to]), [[0, 0], [1, 1], [2, 2], [3, 4], [5, 5], [6, 6]]);
  assert.equal(columns[3].holiday, AUTUMN);
  assert.equal(board.columnOf(columns, 4), 3);
  assert.equal(board.columnOf(columns, 5), 4);
  assert.equal(board.columnOf(columns, -1), -1);
});

test("two holidays side by side stay two columns", () => {
  const two = [week("2026-12-21", 52, "décembre 2026", "Noël"), week("2026-12-28", 53, "décembre 2026", "Pont")];
  assert.equal(board.columnsOf(two).length, 2);
});

test("holiday weeks are narrow, except a holiday of one week, which must stay wide enough to point at", () => {
  assert.deepEqual(units, [24, 24, 24, 14, 14, 24, 24]);
  assert.deepEqual(board.weekUnits(board.columnsOf([weeks[0], weeks[3], weeks[5]])), [24, 24, 24]);
});

test("edges run from 0 to 1 in proportion to the units", () => {
  assert.equal(edges.length, weeks.length + 1);
  assert.equal(edges[0], 0);
  near(edges[3], 72 / total);
  near(edges[4], 86 / total);
  near(edges.at(-1), 1);
});

test("a whole year fits a 1366-pixel screen", () => {
  const year = Array.from({ length: 44 }, (_, i) => {
    const monday = new Date(Date.UTC(2026, 7, 31) + i * 7 * 86_400_000).toISOString().slice(0, 10);
    return week(monday, 1, "m", [7, 8, 16, 17, 24, 25, 32, 33].includes(i) ? `h${i < 9 ? 1 : i < 18 ? 2 : i < 26 ? 3 : 4}` : null);
  });
  const pixels = board.weekUnits(board.columnsOf(year)).reduce((sum, unit) => sum + unit, 0);
  assert.ok(pixels + 210 < 1300, `${pixels} and the row labels`);
});

test("a band covers its days to the day", () => {
  const span = board.spanOf(weeks, edges, "2026-10-05", "2026-10-09");
  assert.deepEqual([span.from, span.to], [1, 1]);
  near(span.left, 24 / total);
  near(span.width, 24 / total);
  const wednesday = board.spanOf(weeks, edges, "2026-10-07", "2026-10-07");
  near(wednesday.left, (24 + (24 * 2) / 5) / total);
  near(wednesday.width, 24 / 5 / total);
});

test("a band is clipped to the year on both sides", () => {
  const span = board.spanOf(weeks, edges, "2026-08-01", "2027-08-01");
  assert.deepEqual([span.from, span.to, span.left], [0, 6, 0]);
  near(span.width, 1);
  const start = board.spanOf(weeks, edges, "2026-09-01", "2026-10-02");
  assert.deepEqual([start.from, start.to, start.left], [0, 0, 0]);
  near(start.width, 24 / total);
});

test("a band outside the year, or one that ends before it begins, is not drawn", () => {
  assert.equal(board.spanOf(weeks, edges, "2026-08-01", "2026-08-31"), null);
  assert.equal(board.spanOf(weeks, edges, "2026-12-01", "2026-12-31"), null);
  assert.equal(board.spanOf(weeks, edges, "2026-10-09", "2026-10-05"), null);
  assert.equal(board.spanOf([], [0], "2026-10-05", "2026-10-09"), null);
});

test("a Saturday on its own still shows, inside its week", () => {
  const span = board.spanOf(weeks, edges, "2026-10-10", "2026-10-10");
  assert.ok(span.width > 0);
  assert.ok(board.spanOf(weeks, edges, "2026-11-14", "2026-11-14").left + span.width <= 1 + 1e-9);
});

test("a day's place is the middle of its fifth of the week", () => {
  near(board.placeOf(weeks, edges, "2026-09-28"), (24 * 0.1) / total);
  near(board.placeOf(weeks, edges, "2026-10-07"), (24 + 12) / total);
  assert.equal(board.placeOf(weeks, edges, "2027-01-01"), null);
});

test("spans that overlap share the height, one that meets none keeps it whole", () => {
  const [a, b, c] = [{ left: 0, width: 0.3 }, { left: 0.2, width: 0.2 }, { left: 0.6, width: 0.1 }];
  const packed = board.packLanes([c, a, b]);
  assert.deepEqual(packed.get(a), { lane: 0, count: 2 });
  assert.deepEqual(packed.get(b), { lane: 1, count: 2 });
  assert.deepEqual(packed.get(c), { lane: 0, count: 1 });
});

test("spans that only touch do not overlap", () => {
  const spans = [{ left: 0, width: 0.1 }, { left: 0.1, width: 0.1 }];
  const packed = board.packLanes(spans);
  assert.deepEqual(spans.map((span) => packed.get(span).lane), [0, 0]);
});

test("national marks never cover one another, and one near the end has its words on the left", () => {
  const marks = ["2026-10-05", "2026-10-06", "2026-11-12", "2027-03-01"].map((date) => ({ date, label: "repère" }));
  const { marks: placed, count } = board.placeMarks(marks, weeks, edges, (mark) => mark.label, total);
  assert.equal(placed.length, 3, "the one outside the year is not placed");
  assert.notEqual(placed[0].lane, placed[1].lane);
  assert.equal(placed[2].leftward, true);
  assert.ok(count >= 2 && count <= 3);
});

test("chips, bands and marks of a row are gathered by column, chips in order of date", () => {
  const row = {
    chips: [
      { id: "b", date: "2026-10-08", title: "B" },
      { id: "a", date: "2026-10-06", title: "A" },
      { id: "h", date: "2026-10-27", title: "pendant les vacances" },
    ],
    bands: [{ kind: "pfmp", first: "2026-10-12", last: "2026-11-06", label: "PFMP" }],
    marks: [{ kind: "council", date: "2026-11-03", label: "Conseil" }],
  };
  const content = board.contentOf(row, weeks, columns, edges);
  assert.deepEqual(content.get(1).chips.map(({ id }) => id), ["a", "b"]);
  assert.deepEqual(content.get(3).chips.map(({ id }) => id), ["h"], "not lost in a holiday");
  assert.deepEqual([...content].filter(([, { bands }]) => bands.length).map(([c]) => c).sort(), [2, 3, 4]);
  assert.equal(content.get(4).marks[0].label, "Conseil");
  assert.equal(content.get(0), undefined);
});

test("a row with nothing has no content", () => {
  assert.equal(board.contentOf({ label: "vide" }, weeks, columns, edges).size, 0);
});

test("months start where the month of the column changes", () => {
  assert.deepEqual(board.monthStarts(weeks, columns), [0, 1, 4]);
});

test("month headings say the year once", () => {
  const january = week("2027-01-04", 1, "janvier 2027");
  const heads = board.monthHeads([...weeks, january]);
  assert.deepEqual(heads.map(({ text }) => text), ["septembre 2026", "octobre", "novembre", "janvier 2027"]);
  assert.deepEqual(heads.map(({ from, to }) => [from, to]), [[0, 0], [1, 4], [5, 6], [7, 7]]);
  assert.equal(heads[1].label, "octobre 2026");
});

test("a cell's name says row, week, then all that lies in it", () => {
  const words = board.columnName(weeks, columns[1], labels);
  assert.equal(words, "semaine 41 du 5 octobre 2026");
  assert.equal(board.cellName("TMELEC1", words, undefined, null, labels), "TMELEC1, semaine 41 du 5 octobre 2026");
  const content = { chips: [{ title: "Présenter" }, { title: "Choisir" }], bands: [{ label: "PFMP P1" }], marks: [{ label: "Conseil T1" }] };
  assert.equal(
    board.cellName("TMELEC1", words, content, null, labels),
    "TMELEC1, semaine 41 du 5 octobre 2026 : Présenter ; Choisir ; PFMP P1 ; Conseil T1",
  );
});

test("a holiday's cell names both weeks and the holiday", () => {
  const words = board.columnName(weeks, columns[3], labels);
  assert.equal(words, "semaines 43 à 44, à partir du 19 octobre 2026");
  assert.ok(board.cellName("2PRO", words, undefined, AUTUMN, labels).endsWith(` : ${AUTUMN}`));
});

test("dates speak the language of the labels", () => {
  assert.equal(board.dateText("en-GB", "2026-10-05"), "5 October 2026");
  assert.match(board.rangeText("fr", "2026-10-05", "2026-10-09"), /^5.9 octobre 2026$/);
  assert.equal(board.rangeText("fr", "2026-10-05", "2026-10-05"), "5 octobre 2026");
});

const size = { rows: 3, cols: 6, months: [0, 1, 4] };
const moved = (row, col, key, ctrl = false) => board.moveFocus({ row, col }, key, ctrl, size);

test("arrows move one cell and stop at the edges", () => {
  assert.deepEqual(moved(1, 2, "ArrowRight"), { row: 1, col: 3 });
  assert.deepEqual(moved(1, 2, "ArrowLeft"), { row: 1, col: 1 });
  assert.deepEqual(moved(1, 2, "ArrowUp"), { row: 0, col: 2 });
  assert.deepEqual(moved(1, 2, "ArrowDown"), { row: 2, col: 2 });
  assert.deepEqual(moved(0, 0, "ArrowLeft"), { row: 0, col: 0 });
  assert.deepEqual(moved(0, 0, "ArrowUp"), { row: 0, col: 0 });
  assert.deepEqual(moved(2, 5, "ArrowRight"), { row: 2, col: 5 });
  assert.deepEqual(moved(2, 5, "ArrowDown"), { row: 2, col: 5 });
});

test("Home and End go along the row, with Ctrl to the corners", () => {
  assert.deepEqual(moved(1, 2, "Home"), { row: 1, col: 0 });
  assert.deepEqual(moved(1, 2, "End"), { row: 1, col: 5 });
  assert.deepEqual(moved(1, 2, "Home", true), { row: 0, col: 0 });
  assert.deepEqual(moved(1, 2, "End", true), { row: 2, col: 5 });
});

test("Page keys go month by month", () => {
  assert.deepEqual(moved(1, 0, "PageDown"), { row: 1, col: 1 });
  assert.deepEqual(moved(1, 2, "PageDown"), { row: 1, col: 4 });
  assert.deepEqual(moved(1, 4, "PageDown"), { row: 1, col: 5 });
  assert.deepEqual(moved(1, 5, "PageUp"), { row: 1, col: 1 });
  assert.deepEqual(moved(1, 1, "PageUp"), { row: 1, col: 0 });
  assert.deepEqual(moved(1, 0, "PageUp"), { row: 1, col: 0 });
});

test("a key that is not the grid's is left to the page", () => {
  assert.equal(moved(1, 2, "Tab"), null);
  assert.equal(moved(1, 2, "a"), null);
});

test("Enter chooses the chips of a cell in a circle", () => {
  assert.equal(board.nextChip(["a", "b"], ""), "a");
  assert.equal(board.nextChip(["a", "b"], "a"), "b");
  assert.equal(board.nextChip(["a", "b"], "b"), "a");
  assert.equal(board.nextChip(["a", "b"], "elsewhere"), "a");
  assert.equal(board.nextChip([], "elsewhere"), "");
});

test("data never becomes a tag", () => {
  assert.equal(board.escapeHtml(`<img onerror="x" a='b'>&`), "&lt;img onerror=&quot;x&quot; a=&#39;b&#39;&gt;&amp;");
  const name = `"><img src=x onerror=alert(1)>`;
  const made = String(board.html`<b title="${name}">${name}</b>`);
  assert.ok(!made.includes("<img"));
  assert.equal(made.match(/[<>]/g).length, 4);
});

test("markup inside markup is kept, nothing and false leave no trace, zero stays", () => {
  const inner = board.html`<i>${"<"}</i>`;
  assert.equal(String(board.html`<p>${[inner, inner]}${null}${undefined}${false}${0}</p>`), "<p><i>&lt;</i><i>&lt;</i>0</p>");
});

test("labels are filled, and a name that has no value stays visible", () => {
  assert.equal(board.fill("semaine %iso% du %date%", { iso: 41 }), "semaine 41 du %date%");
});

test("the list keeps what the drawing must leave out", () => {
  const outside = { kind: "event", first: "2027-07-01", last: "2027-07-02", label: "Après l’année" };
  const row = { id: "r", label: "R", bands: [outside], chips: [{ id: "a", date: "2026-10-06", title: "A" }] };
  const layout = board.layoutOf({ weeks, rows: [row], marks: [{ date: "2026-10-01", label: "M", status: "confirmed" }] });
  assert.equal(layout.lines.length, 2, "national marks have a line of their own");
  assert.deepEqual(board.entriesOf(layout, row, false).map(({ type }) => type), ["chip", "band"]);
  assert.deepEqual(board.entriesOf(layout, row, true).map(({ type }) => type), ["mark", "chip", "holiday", "band"]);
});

test("an empty board has a layout", () => {
  const layout = board.layoutOf({});
  assert.deepEqual([layout.weeks, layout.lines, layout.columns], [[], [], []]);
});

// ---------------------------------------------------------------- editing

const said = { ...labels, broken: "Règle non respectée", pinned: "Épinglée", fixed: "Fixe" };

test("a chip's name says that it is pinned, fixed, and which rules it breaks", () => {
  assert.equal(board.chipName({ title: "Visiter" }, said), "Visiter");
  const chip = { title: "Visiter", pinned: true, fixed: true, broken: ["Le lieu est pris.", "C’est férié."] };
  const name = "Visiter, Épinglée, Fixe, Règle non respectée : Le lieu est pris. C’est férié.";
  assert.equal(board.chipName(chip, said), name);
  assert.equal(board.cellName("R", "S", { chips: [chip], bands: [], marks: [] }, null, said), `R, S : ${name}`);
});

test("a key acts on the chosen chip of a cell or on its only one, never on one of several", () => {
  assert.equal(board.chipAtHand(["a", "b"], "b"), "b");
  assert.equal(board.chipAtHand(["a"], "elsewhere"), "a");
  assert.equal(board.chipAtHand(["a", "b"], "elsewhere"), "");
  assert.equal(board.chipAtHand([], ""), "");
});

const place = (date, ...problems) => ({ key: date, date, label: date, problems });
const frame = board.layoutOf({ weeks, rows: [] });
const places = board.placesOf(frame, [
  place("2026-11-03"), // column 4
  place("2026-09-29", "Le lieu est pris."), // column 0
  place("2026-10-13", "Le lieu est pris."), // column 2
  place("2026-10-15"), // column 2 too
  place("2026-10-27", "Vacances."), // column 3, two weeks wide
]);

test("places come in order of time, each with its column", () => {
  assert.deepEqual(places.map(({ date, col }) => [date.slice(5), col]), [["09-29", 0], ["10-13", 2], ["10-15", 2], ["10-27", 3], ["11-03", 4]]);
});

test("a week offers its free place, or else its first, or none", () => {
  assert.equal(board.placeIn(places, 2), 2);
  assert.equal(board.placeIn(places, 3), 3);
  assert.equal(board.placeIn(places, 1), -1);
  assert.equal(board.isFree({ key: "no word of problems" }), true);
});

test("the places of a week come with the one that is meant first", () => {
  assert.deepEqual(board.placesHere({ places, at: 2 }), [places[2], places[1]]);
  assert.deepEqual(board.placesHere({ places, at: -1 }), []);
  assert.deepEqual(board.placesHere({ places: null, at: -1 }), []);
});

test("a chip starts from the week it lies in, or the nearest; one from the tray from the next free place", () => {
  assert.equal(board.startPlace(places, 2, "2026-09-01"), 2);
  assert.equal(board.startPlace(places, 5, "2026-09-01"), 4);
  assert.equal(board.startPlace(places, null, "2026-10-16"), 4);
  assert.equal(board.startPlace(places, null, "2026-09-01"), 2);
  assert.equal(board.startPlace(places, null, "2027-01-01"), 0);
});

test("keys go from place to place, up and down from free to free", () => {
  const go = (at, key) => board.movePlace(places, at, key, frame.months);
  assert.deepEqual([go(0, "ArrowRight"), go(4, "ArrowRight"), go(1, "ArrowLeft"), go(0, "ArrowLeft")], [1, 4, 0, 0]);
  assert.deepEqual([go(0, "ArrowDown"), go(2, "ArrowDown"), go(4, "ArrowDown"), go(4, "ArrowUp"), go(2, "ArrowUp")], [2, 4, 4, 2, 2]);
  assert.deepEqual([go(2, "Home"), go(2, "End")], [0, 4]);
  assert.deepEqual(frame.months, [0, 1, 4]);
  assert.deepEqual([go(0, "PageDown"), go(1, "PageDown"), go(4, "PageDown")], [1, 4, 4]);
  assert.deepEqual([go(4, "PageUp"), go(2, "PageUp"), go(0, "PageUp")], [1, 0, 0]);
  assert.equal(go(0, "Tab"), null);
});

test("a pointer pulls the board near its edges, not outside", () => {
  assert.equal(board.edgePull(500, 0, 1000), 0);
  assert.equal(board.edgePull(0, 0, 1000), -1);
  assert.equal(board.edgePull(1000, 0, 1000), 1);
  near(board.edgePull(24, 0, 1000), -0.5);
  near(board.edgePull(976, 0, 1000), 0.5);
  assert.deepEqual([board.edgePull(-5, 0, 1000), board.edgePull(1005, 0, 1000)], [0, 0]);
});

const two = {
  weeks,
  rows: [
    { id: "r", label: "R", chips: [{ id: "a", date: "2026-10-06", title: "A" }] },
    { id: "s", label: "S", chips: [] },
  ],
  tray: [{ id: "t", row: "s", title: "T" }],
  marks: [{ date: "2026-10-01", label: "M", status: "confirmed" }],
};

test("a chip is found with its line and column, one of the tray without a column", () => {
  const layout = board.layoutOf(two);
  assert.deepEqual([board.findChip(layout, "a").row, board.findChip(layout, "a").col], [1, 1]);
  assert.deepEqual(board.findChip(layout, "t"), { chip: two.tray[0], row: 2, col: null });
  assert.equal(board.findChip(layout, "nobody"), null);
});

test("of a new board only the lines that are different are new", () => {
  const before = board.layoutOf(two);
  const moved = structuredClone(two);
  moved.rows[0].chips[0].date = "2026-10-13";
  const after = board.layoutOf(moved, before);
  assert.equal(after.frame, before.frame);
  assert.deepEqual(after.lines.map((line, i) => line === before.lines[i]), [true, false, true]);
  const other = board.layoutOf({ ...two, today: "2026-10-01" }, before);
  assert.notEqual(other.frame, before.frame);
  assert.ok(other.lines.every((line, i) => line !== before.lines[i]));
});

// ---------------------------------------------------------------- views

const roy = { person: ["Mme Roy"], session: ["S1"] };
const viewed = {
  weeks,
  facets: [
    { code: "person", label: "Une personne", values: [{ id: "Mme Roy", label: "Mme Roy" }, { id: "M. Bey", label: "M. Bey" }] },
    { code: "session", label: "Une séance", values: [{ id: "S1", label: "S1 · Présenter" }] },
  ],
  rows: [
    { id: "A", label: "A", sub: "Tle", bands: [{ label: "PFMP" }], chips: [
      { id: "a1", date: "2026-10-06", time: "mar. 10:00", title: "Un", facets: roy },
      { id: "a2", date: "2026-10-06", time: "mar. 08:00", title: "Deux", lane: "A-ins", facets: { person: ["M. Bey"] } },
    ] },
    { id: "B", label: "B", chips: [{ id: "b1", date: "2026-09-29", time: "mar. 09:00", title: "Un", facets: roy }] },
    { id: "C", label: "C", chips: [] },
  ],
  tray: [{ id: "c1", row: "C", title: "Un", facets: { session: ["S1"] } }, { id: "a3", row: "A", title: "Trois", lane: "A-pou" }],
};
const person = { facet: "person", of: "Mme Roy" };
const chipsOf = ({ rows }) => rows.map(({ id, chips }) => [id, chips.map((chip) => chip.id)]);

test("without a view the board is looked at as it is", () => {
  assert.equal(board.inView(viewed, {}), viewed);
  assert.equal(board.viewTitle(viewed, {}), "");
});

test("one person: the rows and chips that are theirs, bands and all", () => {
  const seen = board.inView(viewed, person);
  assert.deepEqual(chipsOf(seen), [["A", ["a1"]], ["B", ["b1"]]]);
  assert.equal(seen.rows[0].bands, viewed.rows[0].bands);
  assert.deepEqual(seen.tray, []);
});

test("one session: its rows, those where it still waits included", () => {
  const seen = board.inView(viewed, { facet: "session", of: "S1" });
  assert.deepEqual(chipsOf(seen), [["A", ["a1"]], ["B", ["b1"]], ["C", []]]);
  assert.deepEqual(seen.tray.map(({ id }) => id), ["c1"]);
});

test("one class: a row for all of it, then one for each group, waiting chips in their group's", () => {
  const seen = board.inView(viewed, { facet: "row", of: "A" });
  assert.deepEqual(seen.rows.map(({ label, chips }) => [label, chips.map(({ id }) => id)]), [["A", ["a1"]], ["A-ins", ["a2"]], ["A-pou", []]]);
  const waiting = board.findChip(board.layoutOf(seen), "a3");
  assert.deepEqual([waiting.row, waiting.col], [2, null]);
  assert.deepEqual(board.inView(viewed, { facet: "row", of: "B" }).rows, [viewed.rows[1]], "no groups: the row itself");
});

test("what one may look at is counted, nothing included", () => {
  assert.deepEqual(board.choicesOf(viewed, "person").map(({ id, count }) => [id, count]), [["Mme Roy", 2], ["M. Bey", 1]]);
  assert.deepEqual(board.choicesOf(viewed, "row").map(({ id, count }) => [id, count]), [["A", 2], ["B", 1], ["C", 0]]);
  assert.deepEqual(board.choicesOf(viewed, "nothing"), []);
});

test("a view that the board does not have is everything", () => {
  assert.deepEqual(board.viewOf(viewed, person), person);
  for (const strange of [undefined, {}, { facet: "person", of: "Nobody" }, { facet: "colour", of: "red" }])
    assert.deepEqual(board.viewOf(viewed, strange), {});
});

test("the list of a person is one, across classes, by date and time", () => {
  assert.deepEqual(board.mergedEntries(viewed.rows).map(({ item, of }) => [item.id, of]), [["b1", "B"], ["a2", "A"], ["a1", "A"]]);
});

test("a view stands in the address, beside what else stands there", () => {
  assert.equal(board.toAddress("", "vue", person), "#vue=person%3AMme+Roy");
  assert.deepEqual(board.fromAddress("#vue=person%3AMme+Roy", "vue"), person);
  assert.deepEqual(board.fromAddress("#vue=person:Mme Roy", "vue"), person, "written by hand");
  assert.deepEqual(board.fromAddress("#vue=session:S1:2", "vue"), { facet: "session", of: "S1:2" });
  for (const other of ["", "#emporter", "#vue=", "#vue=:x"]) assert.deepEqual(board.fromAddress(other, "vue"), {});
  assert.equal(board.toAddress("#a=1&vue=row:B", "vue", {}), "#a=1");
  assert.equal(board.toAddress("#emporter", "vue", {}), "");
});

test("rows are high when there are few", () => {
  const lines = (count) => ({ lines: Array.from({ length: count }, () => ({ row: {} })) });
  assert.deepEqual([0, 1, 3, 4, 6, 7, 9, 10, 16, 17].map((count) => board.sizeOf(lines(count))),
    ["", "tall", "tall", "high", "high", "few", "few", "some", "some", "many"]);
  assert.equal(board.sizeOf({ lines: [{ national: true }] }), "", "national marks are no row");
});
