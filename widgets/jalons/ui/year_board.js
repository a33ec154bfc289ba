// The year board: rows (classes) × weeks of a school year, drawn from ready-made data.
// Plain ESM for anywidget. The upper half is pure (geometry, names, moves) and tested by node;
// the lower half touches the page. Knows no feature: every word and date comes with the data, and
// whether a chip may lie somewhere is asked of the kernel (the messages: see year_board.py).

// ---------------------------------------------------------------- safe HTML

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

class Markup {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const piece = (value) => {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(piece).join("");
  return value === null || value === undefined || value === false ? "" : escapeHtml(value);
};

/** Template tag: whatever is not markup itself is escaped, so data can never become a tag. */
export const html = (strings, ...values) =>
  new Markup(strings.reduce((done, text, i) => done + piece(values[i - 1]) + text));

/** Put values in a label: `fill("semaine %iso%", {iso: 37})`. Unknown names stay visible. */
export const fill = (template, values) =>
  String(template).replace(/%(\w+)%/g, (whole, name) => (name in values ? values[name] : whole));

// ---------------------------------------------------------------- dates and geometry

const DAY = 86_400_000;
const time = (iso) => Date.parse(`${iso}T00:00:00Z`);
const isoOf = (ms) => new Date(ms).toISOString().slice(0, 10);

/** Widths, in units of at least one pixel, of an ordinary week and of a week inside a long holiday. */
export const WEEK_UNITS = 24;
export const HOLIDAY_UNITS = 14;

// Parsed once per list of weeks: thousands of chips ask.
const mondays = new WeakMap();
const mondaysOf = (weeks) => {
  if (!mondays.has(weeks)) mondays.set(weeks, weeks.map(({ monday }) => time(monday)));
  return mondays.get(weeks);
};

/** Index of the week that holds a date, or -1. */
export function weekIndex(weeks, date) {
  const at = time(date);
  return mondaysOf(weeks).findIndex((monday) => at >= monday && at < monday + 7 * DAY);
}

/** Columns of the board: one per week, but one for the whole of a holiday. */
export function columnsOf(weeks) {
  const columns = [];
  weeks.forEach((week, i) => {
    const last = columns.at(-1);
    if (week.holiday && last?.holiday === week.holiday) last.to = i;
    else columns.push({ from: i, to: i, holiday: week.holiday || null });
  });
  return columns;
}

/** Units of each week. A holiday of one week keeps full width: narrower could not be pointed at. */
export function weekUnits(columns) {
  return columns.flatMap(({ from, to, holiday }) =>
    Array(to - from + 1).fill(holiday && to > from ? HOLIDAY_UNITS : WEEK_UNITS),
  );
}

/** Left edge of each week and right edge of the last, as fractions of the whole year's width. */
export function edgesOf(units) {
  const total = units.reduce((sum, unit) => sum + unit, 0);
  let sum = 0;
  return [0, ...units.map((unit) => (sum += unit) / total)];
}

/** Index of the column that holds a week, or -1. */
export const columnOf = (columns, week) =>
  columns.findIndex(({ from, to }) => week >= from && week <= to);

/** Share of the school week (Monday to Friday) gone when a day begins, or when it ends. */
export function dayShare(date, end = false) {
  const day = (new Date(time(date)).getUTCDay() + 6) % 7;
  return Math.min(day + (end ? 1 : 0), 5) / 5;
}

/** Where a day lies across the year, 0 to 1 (the middle of the day), or null outside. */
export function placeOf(weeks, edges, date) {
  const week = weekIndex(weeks, date);
  if (week < 0) return null;
  const share = Math.min((dayShare(date) + dayShare(date, true)) / 2, 0.98);
  return edges[week] + share * (edges[week + 1] - edges[week]);
}

/** Where the days first…last lie, clipped to the year: weeks touched, left and width; or null. */
export function spanOf(weeks, edges, first, last) {
  const starts = mondaysOf(weeks);
  const from = starts.findIndex((monday) => monday + 6 * DAY >= time(first));
  const to = starts.findLastIndex((monday) => monday <= time(last));
  if (from < 0 || to < from || time(last) < time(first)) return null;
  const edge = (week, share) => edges[week] + share * (edges[week + 1] - edges[week]);
  // The first or last day may lie outside the weeks touched: the span is clipped there.
  const left = edge(from, time(first) < starts[from] ? 0 : dayShare(first));
  const right = edge(to, time(last) > starts[to] + 6 * DAY ? 1 : dayShare(last, true));
  const width = Math.max(right - left, (edges[to + 1] - edges[to]) / 5); // a Saturday still shows
  return { from, to, left: Math.min(left, 1 - width), width };
}

/**
 * Give each span {left, width} a lane in which it overlaps no other, and the number of lanes that
 * its own heap of overlapping spans needs: a span that meets no other keeps the whole height.
 */
export function packLanes(spans) {
  const packed = new Map();
  let heap = [];
  let ends = [];
  const close = () => heap.forEach(([span, lane]) => packed.set(span, { lane, count: ends.length }));
  for (const span of [...spans].sort((x, y) => x.left - y.left)) {
    if (ends.every((end) => end <= span.left + 1e-9)) {
      close();
      [heap, ends] = [[], []];
    }
    const free = ends.findIndex((end) => end <= span.left + 1e-9);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = span.left + span.width;
    heap.push([span, lane]);
  }
  close();
  return packed;
}

const CHAR_UNITS = 5.7;
const FLAG_UNITS = 26;

/**
 * National marks with their words to the right or to the left, in the highest lane where they
 * cover no other. `unitsWide` is the year's least width: a wider board only leaves more room.
 */
export function placeMarks(marks, weeks, edges, textOf, unitsWide) {
  const lanes = [];
  const free = (lane, [left, right]) => (lanes[lane] ?? []).every(([a, b]) => right <= a || left >= b);
  const half = FLAG_UNITS / 4 / unitsWide;
  const placed = marks.flatMap((mark) => {
    const at = placeOf(weeks, edges, mark.date);
    if (at === null) return [];
    const width = (FLAG_UNITS + textOf(mark).length * CHAR_UNITS) / unitsWide;
    const sides = [[at - half, at + width], [at - width, at + half]];
    const fits = sides.map(([left, right]) => left >= 0 && right <= 1);
    if (!fits.includes(true)) fits[at < 0.5 ? 0 : 1] = true;
    for (let lane = 0; ; lane += 1) {
      const side = sides.findIndex((room, i) => fits[i] && free(lane, room));
      if (side < 0) continue;
      (lanes[lane] ??= []).push(sides[side]);
      return [{ mark, at, lane, leftward: side === 1 }];
    }
  });
  return { marks: placed, count: lanes.length };
}

/** What lies in each column of a row: Map(column → {chips, bands, marks}). */
export function contentOf(row, weeks, columns, edges) {
  const content = new Map();
  const put = (column, kind, item) => {
    if (column < 0) return;
    if (!content.has(column)) content.set(column, { chips: [], bands: [], marks: [] });
    content.get(column)[kind].push(item);
  };
  for (const chip of row.chips ?? []) put(columnOf(columns, weekIndex(weeks, chip.date)), "chips", chip);
  for (const mark of row.marks ?? []) put(columnOf(columns, weekIndex(weeks, mark.date)), "marks", mark);
  for (const band of row.bands ?? []) {
    const span = spanOf(weeks, edges, band.first, band.last);
    if (!span) continue;
    const last = columnOf(columns, span.to);
    for (let c = columnOf(columns, span.from); c <= last; c += 1) put(c, "bands", band);
  }
  for (const cell of content.values()) cell.chips.sort((x, y) => x.date.localeCompare(y.date));
  return content;
}

/** First column of each month. */
export const monthStarts = (weeks, columns) =>
  columns.flatMap(({ from }, c) =>
    c === 0 || weeks[from].month !== weeks[columns[c - 1].from].month ? [c] : [],
  );

/** Month headings: weeks they span, and their words with the year only where it changes. */
export function monthHeads(weeks) {
  const heads = [];
  weeks.forEach(({ month }, i) => {
    if (heads.at(-1)?.label === month) heads.at(-1).to = i;
    else heads.push({ label: month, from: i, to: i });
  });
  const year = (label) => /\s*\d{4}$/.exec(label)?.[0] ?? "";
  return heads.map((head, i) => ({
    ...head,
    text: i && year(heads[i - 1].label) === year(head.label)
      ? head.label.slice(0, head.label.length - year(head.label).length)
      : head.label,
  }));
}

// ---------------------------------------------------------------- words

const formats = new Map();
const formatter = (lang, options) => {
  const key = lang + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(lang, { ...options, timeZone: "UTC" }));
  return formats.get(key);
};
const LONG = { day: "numeric", month: "long", year: "numeric" };
const MONTH = { month: "long", year: "numeric" };
const SHORT = { day: "numeric", month: "short" };
const WEEKDAY = { weekday: "short", ...SHORT };

export const dateText = (lang, date, options = LONG) => formatter(lang, options).format(time(date));
export const rangeText = (lang, first, last) =>
  first === last ? dateText(lang, first) : formatter(lang, LONG).formatRange(time(first), time(last));

/** Words of a column: "semaine 37 du 8 septembre 2025", or first and last week of a holiday. */
export function columnName(weeks, { from, to }, labels) {
  const date = dateText(labels.lang, weeks[from].monday);
  if (from === to) return fill(labels.week_of, { iso: weeks[from].iso, date });
  return fill(labels.weeks_of, { first: weeks[from].iso, last: weeks[to].iso, date });
}

/** What is said of a chip: its title, whether it is held, the rules it breaks. */
export function chipName(chip, labels) {
  const broken = chip.broken?.length && fill(labels.cell, { cell: labels.broken, content: chip.broken.join(" ") });
  return [chip.title, chip.pinned && labels.pinned, chip.fixed && labels.fixed, broken].filter(Boolean).join(", ");
}

/** Accessible name of a cell: row, week, then everything that lies in it. */
export function cellName(rowLabel, columnWords, content, holiday, labels) {
  const said = [
    ...(content?.chips ?? []).map((chip) => chipName(chip, labels)),
    ...(content?.bands ?? []).map((band) => band.label),
    ...(content?.marks ?? []).map((mark) => mark.label),
    ...(holiday ? [holiday] : []),
  ];
  const cell = `${rowLabel}, ${columnWords}`;
  return said.length ? fill(labels.cell, { cell, content: said.join(" ; ") }) : cell;
}

const statusText = (mark, labels) => (mark.status === "confirmed" ? labels.confirmed : labels.to_confirm);

// ---------------------------------------------------------------- moves and choices

/** Where a key leads from {row, col}; null when the key is not one of the grid's. */
export function moveFocus({ row, col }, key, ctrl, { rows, cols, months }) {
  const go = (r, c) => ({
    row: Math.min(Math.max(r, 0), rows - 1),
    col: Math.min(Math.max(c, 0), cols - 1),
  });
  const nextMonth = months.find((start) => start > col) ?? cols - 1;
  const here = months.findLast((start) => start <= col) ?? 0;
  const previousMonth = months.findLast((start) => start < here) ?? 0;
  switch (key) {
    case "ArrowRight": return go(row, col + 1);
    case "ArrowLeft": return go(row, col - 1);
    case "ArrowDown": return go(row + 1, col);
    case "ArrowUp": return go(row - 1, col);
    case "Home": return go(ctrl ? 0 : row, 0);
    case "End": return go(ctrl ? rows - 1 : row, cols - 1);
    case "PageDown": return go(row, nextMonth);
    case "PageUp": return go(row, previousMonth);
    default: return null;
  }
}

/** The chip that Enter chooses in a cell: the first, or the one after the chosen one, in a circle. */
export function nextChip(ids, selected) {
  return ids.length ? ids[(ids.indexOf(selected) + 1) % ids.length] : "";
}

/** The chip of a cell that a key acts on: the chosen one or the only one; "" if one must choose. */
export const chipAtHand = (ids, selected) =>
  ids.includes(selected) ? selected : ids.length === 1 ? ids[0] : "";

export const isFree = (place) => !place.problems?.length;

/** The places a chip could go, in order of time, each with the column it lies in. */
export const placesOf = ({ weeks, columns }, places) =>
  places
    .map((place) => ({ ...place, col: columnOf(columns, weekIndex(weeks, place.date)) }))
    .sort((x, y) => x.date.localeCompare(y.date));

/** The places in the week one is over, the one that is meant first. */
export function placesHere({ places, at }) {
  const meant = places?.[at];
  return meant ? [meant, ...places.filter((place) => place !== meant && place.col === meant.col)] : [];
}

/** Index of the place to offer in a column: the first free one, or the first, or -1. */
export function placeIn(places, col) {
  const free = places.findIndex((place) => place.col === col && isFree(place));
  return free < 0 ? places.findIndex((place) => place.col === col) : free;
}

/** Index of the place to start from: near the chip's own column, or the next free one in time. */
export function startPlace(places, col, today) {
  if (col === null) return Math.max(places.findIndex((place) => isFree(place) && place.date >= today), 0);
  const distance = (place) => Math.abs(place.col - col);
  const near = places.reduce((best, place) => (distance(place) < distance(best) ? place : best));
  return placeIn(places, near.col);
}

/** Where a key leads from one place to another; up and down go from free to free; null: no such key. */
export function movePlace(places, at, key, months) {
  const last = places.length - 1;
  const or = (found, otherwise) => (found < 0 ? otherwise : found);
  switch (key) {
    case "ArrowRight": return Math.min(at + 1, last);
    case "ArrowLeft": return Math.max(at - 1, 0);
    case "ArrowDown": return or(places.findIndex((place, i) => i > at && isFree(place)), at);
    case "ArrowUp": return or(places.findLastIndex((place, i) => i < at && isFree(place)), at);
    case "Home": return 0;
    case "End": return last;
    case "PageDown": {
      const next = months.find((start) => start > places[at].col) ?? Infinity;
      return or(places.findIndex(({ col }) => col >= next), last);
    }
    case "PageUp": {
      const here = months.findLast((start) => start <= places[at].col) ?? 0;
      const start = months.findLast((one) => one < here) ?? 0;
      return or(places.findIndex(({ col }) => col >= start), 0);
    }
    default: return null;
  }
}

/** How hard a pointer near one of two edges pulls what lies between them: -1 to 1. */
export function edgePull(at, start, end, zone = 48) {
  if (at < start || at > end) return 0;
  return at < start + zone ? (at - start) / zone - 1 : at > end - zone ? 1 - (end - at) / zone : 0;
}

/**
 * Everything drawn that does not depend on the page. Lines that are the same as in the layout
 * `before` are the same objects, and so is the frame when nothing around the rows has changed.
 */
export function layoutOf(board, before) {
  const text = JSON.stringify([board.weeks, board.marks, board.themes, board.today]);
  const frame = before?.frame.text === text ? before.frame : frameOf(board, text);
  const { weeks, columns, edges } = frame;
  const kept = new Map(frame === before?.frame ? before.lines.map((line) => [line.text, line]) : []);
  const lines = (board.rows ?? []).map((row) => {
    const own = JSON.stringify(row);
    return kept.get(own) ?? { row, text: own, content: contentOf(row, weeks, columns, edges) };
  });
  if (frame.national) lines.unshift(frame.national);
  return { ...frame, frame, lines, board, tray: board.tray ?? [] };
}

function frameOf(board, text) {
  const weeks = board.weeks ?? [];
  const columns = columnsOf(weeks);
  const units = weekUnits(columns);
  const edges = edgesOf(units);
  const marks = board.marks ?? [];
  const national = marks.length ? { national: true, marks, content: contentOf({ marks }, weeks, columns, edges) } : null;
  return { text, weeks, columns, units, edges, months: monthStarts(weeks, columns), national, themes: board.themes ?? [] };
}

/** A chip by its id, with its line and its column (null in the tray); null when there is none. */
export function findChip({ lines, tray }, id) {
  for (const [row, { national, content }] of lines.entries()) {
    if (national) continue;
    for (const [col, { chips }] of content) {
      const chip = chips.find((one) => one.id === id);
      if (chip) return { chip, row, col };
    }
  }
  const chip = tray.find((one) => one.id === id);
  return chip ? { chip, row: lines.findIndex(({ row }) => row?.id === chip.row), col: null } : null;
}

// ---------------------------------------------------------------- drawing

// A scene is what is drawn: the layout, the words, what is chosen, where the reader is.

const percent = (share) => `${(share * 100).toFixed(3)}%`;
const across = ({ left, width }) => `left:${percent(left)};width:${percent(width)}`;
const hueOf = ({ themes }, code) => (themes.find((theme) => theme.code === code)?.hue ?? 0) % 8;
const themeLabel = ({ themes }, code) => themes.find((theme) => theme.code === code)?.label ?? code;
const closedDays = (week) =>
  (week.closed ?? []).map((day) => (typeof day === "string" ? { date: day, label: "" } : day));

const MAX_CHIPS = 4;
const FIRST_ROWS = 24; // drawn at once; the others, below the fold, right after the first paint
const ROOM_FOR_WORDS = 36; // units

// A board has thousands of cells: they are put together as plain text, each datum escaped by hand.
const signs = ({ broken, pinned }) =>
  (broken?.length ? '<i class="jb-bang"></i>' : "") + (pinned ? '<i class="jb-pin"></i>' : "");

const chipText = (scene, chip) => {
  const classes = ["jb-chip", chip.id === scene.selected && "jb-chosen", chip.broken?.length && "jb-broken", chip.pinned && "jb-pinned", chip.fixed && "jb-fixed"];
  return `<span class="${classes.filter(Boolean).join(" ")}" data-chip="${escapeHtml(chip.id)}" data-hue="${hueOf(scene, chip.theme)}">${escapeHtml(chip.letter)}${signs(chip)}</span>`;
};

function chipsText(scene, chips) {
  const shown = chips.length > MAX_CHIPS ? chips.slice(0, MAX_CHIPS - 1) : chips;
  const rest = chips.slice(shown.length);
  const worse = rest.some(({ broken }) => broken?.length) ? " jb-broken" : "";
  const more = rest.length ? `<span class="jb-chip${worse}">+${rest.length}${worse && '<i class="jb-bang"></i>'}</span>` : "";
  return shown.map((chip) => chipText(scene, chip)).join("") + more;
}

function cellHtml(scene, line, r, c) {
  const { from, to, holiday } = scene.columns[c];
  const { selected, labels } = scene;
  const content = line.content.get(c);
  const name = cellName(line.national ? labels.national : line.row.label, scene.words[c], content, holiday, labels);
  const chips = line.national ? [] : content?.chips ?? [];
  const chosen = chips.length ? ` aria-selected="${chips.some((chip) => chip.id === selected)}"` : "";
  const many = chips.length > 1 ? ` data-n="${Math.min(chips.length, MAX_CHIPS)}"` : "";
  const wide = to - from + 1;
  const span = wide > 1 ? ` aria-colspan="${wide}" style="grid-column:span ${wide};flex-grow:${wide * HOLIDAY_UNITS}"` : "";
  const met = !line.national && content?.marks.length > 0;
  const council = met ? '<i class="jb-council"></i>' : "";
  const classes = ["jb-cell", holiday && "jb-off", met && "jb-met", met && content.bands.length && "jb-banded"];
  const inside = council + (chips.length ? chipsText(scene, chips) : "");
  return new Markup(`<div class="${classes.filter(Boolean).join(" ")}" role="gridcell" tabindex="-1" data-r="${r}" data-c="${c}"${many}${chosen}${span} aria-label="${escapeHtml(name)}">${inside}</div>`);
}

function bandsHtml({ row }, { weeks, edges, units }) {
  const total = units.reduce((sum, unit) => sum + unit, 0);
  const spans = (row.bands ?? []).flatMap((band) => {
    const span = spanOf(weeks, edges, band.first, band.last);
    return span ? [{ ...span, band }] : [];
  });
  const packed = packLanes(spans);
  return spans.map((span) => {
    const { lane, count } = packed.get(span);
    const place = `${across(span)};top:${percent(lane / count)};height:${percent(1 / count)}`;
    // One week has no room for words: its pattern says the kind, its name and details the rest.
    const words = span.width * total > ROOM_FOR_WORDS && html`<b>${span.band.label}</b>`;
    return html`<span class="jb-band jb-${span.band.kind}" style="${place}">${words}</span>`;
  });
}

function rowHtml(scene, line, r) {
  const { row } = line;
  const cells = scene.columns.map((_, c) => cellHtml(scene, line, r, c));
  const bands = bandsHtml(line, scene);
  return html`<div class="jb-row jb-line" role="row"><div class="jb-rowhead" role="rowheader"><span class="jb-name">${row.label}</span>${row.sub && html`<span class="jb-sub">${row.sub}</span>`}</div>${bands.length > 0 && html`<div class="jb-bands" aria-hidden="true">${bands}</div>`}${cells}</div>`;
}

function monthsHtml({ weeks, units }) {
  const cells = monthHeads(weeks).map(({ label, text, from, to }) => {
    const wide = units.slice(from, to + 1).reduce((sum, unit) => sum + unit, 0);
    const tight = wide < 60 ? " jb-tight" : "";
    return html`<div class="jb-month${tight}" role="columnheader" aria-label="${label}" aria-colspan="${to - from + 1}" style="grid-column:span ${to - from + 1}"><span>${text}</span></div>`;
  });
  return html`<div class="jb-row jb-months" role="row"><div class="jb-rowhead jb-corner" role="presentation"></div>${cells}</div>`;
}

function weekHeadHtml({ weeks, columns, words, labels }, c, todayWeek) {
  const { from, to, holiday } = columns[c];
  const week = weeks[from];
  const now = todayWeek >= from && todayWeek <= to;
  const closed = holiday ? [] : closedDays(week);
  const name = [
    words[c],
    !holiday && week.parity && fill(labels.parity, { parity: week.parity }),
    holiday,
    ...closed.map(({ date, label }) => `${label || labels.closed} (${dateText(labels.lang, date)})`),
    now && labels.today,
  ].filter(Boolean).join(", ");
  const numbers = holiday
    ? weeks.slice(from, to + 1).map(({ iso }) => html`<span class="jb-iso">${iso}</span>`)
    : html`<span class="jb-iso">${week.iso}</span>${week.parity && html`<span class="jb-parity" data-parity="${week.parity}">${week.parity}</span>`}`;
  return html`<div class="jb-week${holiday ? " jb-off" : ""}${now ? " jb-now" : ""}" role="columnheader" data-col="${c}" aria-label="${name}"${to > from && new Markup(` aria-colspan="${to - from + 1}" style="grid-column:span ${to - from + 1}"`)}><span class="jb-weektext">${numbers}</span>${closed.length > 0 && html`<i class="jb-dot"></i>`}</div>`;
}

function nationalPlaces({ weeks, edges, units, board, labels }) {
  const words = (mark) => `${dateText(labels.lang, mark.date, SHORT)} ${mark.label}`;
  return placeMarks(board.marks ?? [], weeks, edges, words, units.reduce((sum, unit) => sum + unit, 0));
}

function nationalHtml(scene) {
  const { weeks, columns, lines, labels } = scene;
  const { marks } = nationalPlaces(scene);
  const cells = columns.map((_, c) => cellHtml(scene, lines[0], 0, c));
  const texts = marks.map(({ mark, at, lane, leftward }) =>
    html`<span class="jb-mark" data-col="${columnOf(columns, weekIndex(weeks, mark.date))}" data-status="${mark.status}"${leftward && new Markup(" data-left")} style="${leftward ? "right" : "left"}:${percent(leftward ? 1 - at : at)};--jb-lane:${lane}"><i class="jb-flag"></i><span><b>${dateText(labels.lang, mark.date, SHORT)}</b> ${mark.label}${mark.status !== "confirmed" && html`<em>?</em>`}</span></span>`);
  return html`<div class="jb-row jb-national" role="row"><div class="jb-rowhead" role="rowheader"><span class="jb-name">${labels.national}</span></div>${cells}<div class="jb-bands" aria-hidden="true">${texts}</div></div>`;
}

/** The line under each row, left out where a holiday runs down the board. */
const ruleOf = ({ columns, edges }) =>
  `linear-gradient(to right,${columns
    .map(({ from, to, holiday }) => `${holiday ? "transparent" : "var(--jb-line)"} ${percent(edges[from])} ${percent(edges[to + 1])}`)
    .join()})`;

/** What lies beneath all rows: holidays with their names, public holidays, weeks, dated lines. */
function underHtml({ weeks, columns, edges, months, lines, today }) {
  const between = (a, b) => `left:${percent(edges[a])};width:${percent(edges[b] - edges[a])}`;
  const stripes = columns.map(({ from, to, holiday }, c) =>
    html`<div class="jb-col${holiday ? " jb-off" : ""}${months.includes(c) ? " jb-first" : ""}${!holiday && weeks[from].parity === "B" ? " jb-b" : ""}" style="${between(from, to + 1)}">${holiday && html`<span>${holiday}</span>`}</div>`);
  const closed = weeks.filter((week) => !week.holiday).flatMap(closedDays).map(({ date }) => spanOf(weeks, edges, date, date)).filter(Boolean)
    .map((span) => html`<i class="jb-closed" style="${across(span)}"></i>`);
  const at = (date) => placeOf(weeks, edges, date);
  const drops = (lines[0]?.national ? lines[0].marks : []).filter(({ date }) => at(date) !== null)
    .map(({ date, status }) => html`<i class="jb-drop" data-status="${status}" style="left:${percent(at(date))}"></i>`);
  const now = at(today);
  return html`<div class="jb-under" aria-hidden="true">${stripes}${closed}${drops}${now !== null && html`<i class="jb-today" style="left:${percent(now)}"></i>`}</div>`;
}

const rowsHtml = (scene, from, to) =>
  scene.lines.slice(from, to).map((line, i) => (line.national ? "" : rowHtml(scene, line, from + i)));

function gridHtml(scene) {
  const { weeks, columns, units, lines, labels, ids } = scene;
  const todayWeek = weekIndex(weeks, scene.today);
  const tracks = units.map((unit) => `minmax(calc(var(--jb-unit)*${unit}),${unit}fr)`).join(" ");
  const national = lines[0]?.national;
  const size = lines.length > 16 ? "many" : lines.length > 9 ? "some" : "few";
  return html`<div class="jb-scroller" data-size="${size}" style="--jb-lanes:${nationalPlaces(scene).count}"><div class="jb-grid" role="grid" aria-readonly="${String(!scene.editable)}" aria-labelledby="${ids}-caption" style="--jb-rule:${ruleOf(scene)};--jb-tracks:${tracks};--jb-total:${units.reduce((a, b) => a + b, 0)}"><div class="jb-head" role="rowgroup">${monthsHtml(scene)}<div class="jb-row jb-weeks" role="row"><div class="jb-rowhead jb-corner" role="columnheader"><span class="jb-sub">${labels.rows} · ${labels.week}</span></div>${columns.map((_, c) => weekHeadHtml(scene, c, todayWeek))}</div>${national && nationalHtml(scene)}</div><div class="jb-body" role="rowgroup" style="--jb-rows:${lines.length - (national ? 1 : 0)}">${underHtml(scene)}${rowsHtml(scene, 0, FIRST_ROWS)}</div></div></div>`;
}

const key = (sample, words) => html`<li>${sample}<span>${words}</span></li>`;

function legendHtml({ themes, weeks, board, lines, today, labels }) {
  const rows = board.rows ?? [];
  const kinds = ["pfmp", "blocked", "event"].filter((kind) => rows.some((row) => row.bands?.some((band) => band.kind === kind)));
  const some = (test) => rows.some((row) => row.chips?.some(test));
  const statuses = new Set((board.marks ?? []).map(({ status }) => status));
  const items = [
    ...themes.map(({ letter, hue, label }) => key(html`<i class="jb-chip" data-hue="${hue % 8}">${letter}</i>`, label)),
    ...kinds.map((kind) => key(html`<i class="jb-band jb-${kind}"></i>`, labels[`kind_${kind}`])),
    some(({ broken }) => broken?.length) && key(html`<i class="jb-bang"></i>`, labels.broken),
    some(({ pinned }) => pinned) && key(html`<i class="jb-pin"></i>`, labels.pinned),
    rows.some((row) => row.marks?.length) && key(html`<i class="jb-council"></i>`, labels.kind_council),
    weeks.some(({ holiday }) => holiday) && key(html`<i class="jb-swatch jb-off"></i>`, labels.holiday),
    weeks.some(({ closed }) => closed?.length) && key(html`<i class="jb-dot"></i>`, labels.closed),
    statuses.has("confirmed") && key(html`<i class="jb-flag"></i>`, labels.mark_confirmed),
    statuses.has("to_confirm") && key(html`<i class="jb-flag" data-status="to_confirm"></i>`, labels.mark_to_confirm),
    lines.length > 0 && weekIndex(weeks, today) >= 0 && key(html`<i class="jb-today"></i>`, labels.today),
  ].filter(Boolean);
  return html`<ul class="jb-legend" aria-label="${labels.legend}">${items}</ul>`;
}

/** What lies nowhere yet; on a phone, only what belongs to the row in sight. */
function trayHtml({ tray, lines, labels, selected, ids, row, ...scene }) {
  const names = new Map(lines.map((line) => [line.row?.id, line.row?.label]));
  const chips = row ? tray.filter((chip) => chip.row === row.id) : tray;
  const items = chips.map((chip, i) => html`<button type="button" class="jb-todo" data-chip="${chip.id}" aria-pressed="${String(chip.id === selected)}" tabindex="${i ? -1 : 0}"><i class="jb-chip" data-hue="${hueOf(scene, chip.theme)}" aria-hidden="true">${chip.letter}</i><b>${chip.title}</b> <small>${[names.get(chip.row), chip.mandatory && labels.mandatory].filter(Boolean).join(" · ")}</small></button>`);
  return items.length ? html`<p id="${ids}-tray"><b>${labels.tray}</b> (${items.length})</p><div role="toolbar" aria-labelledby="${ids}-tray">${items}</div>` : html``;
}

// ---------------------------------------------------------------- details and list

const markLine = (mark, labels) =>
  html`<li><i class="jb-flag" data-status="${mark.status}"></i><span><b>${dateText(labels.lang, mark.date)}</b> ${mark.label} (${statusText(mark, labels)})${mark.source && html` <small>${labels.source} ${mark.source}</small>`}</span></li>`;

const bandLine = (band, labels) =>
  html`<li><i class="jb-band jb-${band.kind}"></i><span>${labels[`kind_${band.kind}`]} · <b>${band.label}</b> · ${rangeText(labels.lang, band.first, band.last)}</span></li>`;

const brokenHtml = ({ broken }) =>
  broken?.length > 0 && html`<ul class="jb-sentences">${broken.map((line) => html`<li><i class="jb-bang"></i>${line}</li>`)}</ul>`;

const chipLines = (chip, labels) =>
  [...(chip.details ?? []), chip.mandatory && labels.mandatory, chip.pinned && labels.pinned, chip.fixed && labels.fixed].filter(Boolean);

const chipCard = (scene, chip) =>
  html`<li class="jb-card${chip.id === scene.selected ? " jb-chosen" : ""}"><i class="jb-chip" data-hue="${hueOf(scene, chip.theme)}">${chip.letter}</i><div><b>${chip.title}</b> <span class="jb-theme">${themeLabel(scene, chip.theme)}</span>${chipLines(chip, scene.labels).map((line) => html` <span>${line}</span>`)}${brokenHtml(chip)}</div></li>`;

const placeHtml = (place, labels) =>
  html`<b>${place.label}</b>${isFree(place) ? html` <span><i class="jb-tick"></i>${labels.free}</span>` : brokenHtml({ broken: place.problems })}`;

/** While a chip is carried: what would be wrong in the week one is over. */
function carriedHtml({ picking, labels }) {
  const spot = (place) => html`<li class="jb-card${place === picking.places[picking.at] ? " jb-chosen" : ""}"><div>${placeHtml(place, labels)}</div></li>`;
  const here = placesHere(picking);
  return here.length ? html`<ul class="jb-spots">${here.map(spot)}</ul>` : html``;
}

function cellDetails(scene) {
  const { weeks, lines, labels, position } = scene;
  const line = lines[position.row];
  const { from, to, holiday } = scene.columns[position.col];
  const last = isoOf(time(weeks[to].monday) + 6 * DAY);
  const numbers = [...new Set([weeks[from].iso, weeks[to].iso])].join("–");
  const parity = holiday ? "" : weeks[from].parity ?? "";
  const content = line.content.get(position.col) ?? { chips: [], bands: [], marks: [] };
  const national = line.national ? content.marks : (lines[0].national && lines[0].content.get(position.col)?.marks) || [];
  const closed = weeks.slice(from, to + 1).flatMap(closedDays);
  const facts = [
    ...content.bands.map((band) => bandLine(band, labels)),
    ...(line.national ? [] : content.marks).map((mark) => html`<li><i class="jb-council"></i><span><b>${mark.label}</b> · ${dateText(labels.lang, mark.date)}</span></li>`),
    ...national.map((mark) => markLine(mark, labels)),
    ...(holiday ? [html`<li><i class="jb-swatch jb-off"></i><span>${holiday}</span></li>`] : []),
    ...closed.map(({ date, label }) => html`<li><i class="jb-dot"></i><span>${label || labels.closed} · ${dateText(labels.lang, date)}</span></li>`),
  ];
  const chips = line.national ? [] : content.chips;
  return html`<p class="jb-where"><b>${line.national ? labels.national : line.row.label}</b> <span>${labels.week} ${numbers}${parity && ` ${parity}`} · ${rangeText(labels.lang, weeks[from].monday, last)}</span>${!line.national && line.row.sub && html` <small>${line.row.sub}</small>`}</p>${chips.length > 0 && html`<ul class="jb-cards">${chips.map((chip) => chipCard(scene, chip))}</ul>`}${facts.length > 0 && html`<ul class="jb-facts">${facts}</ul>`}${chips.length + facts.length === 0 && html`<p class="jb-hint">${labels.nothing}</p>`}`;
}

/** `shown` is the chosen chip when it is the one in sight, with its place. */
function detailsHtml(scene, shown) {
  const { labels, lines } = scene;
  if (scene.picking) return carriedHtml(scene);
  if (scene.position) return cellDetails(scene);
  if (shown?.col === null) return html`<p class="jb-where"><b>${lines[shown.row].row.label}</b> <span>${labels.tray}</span></p><ul class="jb-cards">${chipCard(scene, shown.chip)}</ul>`;
  return html`<p class="jb-hint">${labels.details_hint}${scene.editable && ` ${labels.edit_hint}`}</p>`;
}

const doHtml = (action, words, keys, more = "") =>
  html`<button type="button" class="jb-toggle" data-do="${action}"${keys && html` aria-keyshortcuts="${keys}"`}${more}>${words}</button>`;

/** The buttons of the chosen chip, or of the week one would put it in. */
function actionsHtml({ labels, editable, picking }, shown) {
  if (picking?.drag) return html``;
  if (picking) {
    const here = placesHere(picking);
    const put = (place) => doHtml("put", here.length > 1 ? fill(labels.cell, { cell: labels.put, content: place.label }) : labels.put, "Enter", html` data-key="${place.key}"`);
    return html`${here.map(put)}${doHtml("cancel", labels.cancel, "Escape")}`;
  }
  if (!editable || !shown || shown.chip.fixed) return html``;
  if (shown.col === null) return doHtml("pick", labels.place, "M");
  return html`${doHtml("pick", labels.move, "M")}${doHtml("pin", shown.chip.pinned ? labels.unpin : labels.pin, "P")}${doHtml("take_out", labels.take_out, "Delete")}`;
}

/** Where the chip could go, as a list of dates to choose from. */
function placesHtml({ labels, ids, picking: { chip, places } }) {
  const item = (place) => html`<li>${doHtml("put", place.label, "", html` data-key="${place.key}"`)}${brokenHtml({ broken: place.problems })}</li>`;
  const free = places?.filter(isFree) ?? [];
  const clashes = places?.filter((place) => !isFree(place)) ?? [];
  return html`<div class="jb-places" role="group" aria-labelledby="${ids}-where"><p id="${ids}-where" tabindex="-1"><b>${fill(labels.where_to, chip)}</b></p>${doHtml("cancel", labels.cancel, "Escape")}${free.length > 0 && html`<p>${labels.free_dates} (${free.length})</p><ul>${free.map(item)}</ul>`}${clashes.length > 0 && html`<details><summary>${labels.clash_dates} (${clashes.length})</summary><ul>${clashes.map(item)}</ul></details>`}</div>`;
}

/** What a row's list says, by date: sessions, bands, councils; `shared` adds what all rows have. */
export function entriesOf(layout, row, shared) {
  const { weeks, columns, board } = layout;
  const holidays = columns.filter(({ holiday }) => holiday).map(({ from, to, holiday }) => ({
    type: "holiday", first: weeks[from].monday, last: isoOf(time(weeks[to].monday) + 6 * DAY), item: { label: holiday },
  }));
  const closed = weeks.filter(({ holiday }) => !holiday).flatMap(closedDays)
    .map((day) => ({ type: "closed", first: day.date, last: day.date, item: day }));
  const marks = (board.marks ?? []).map((mark) => ({ type: "mark", first: mark.date, last: mark.date, item: mark }));
  return [
    ...(row?.chips ?? []).map((chip) => ({ type: "chip", first: chip.date, last: chip.date, item: chip })),
    ...(row?.bands ?? []).map((band) => ({ type: "band", first: band.first, last: band.last, item: band })),
    ...(row?.marks ?? []).map((mark) => ({ type: "council", first: mark.date, last: mark.date, item: mark })),
    ...(shared ? [...holidays, ...closed, ...marks] : []),
  ].sort((x, y) => x.first.localeCompare(y.first));
}

function entryHtml(scene, { type, first, last, item }) {
  const { weeks, selected, labels } = scene;
  const week = weeks[weekIndex(weeks, first)];
  const number = week ? [`${labels.week_short}${week.iso}`, !week.holiday && week.parity].filter(Boolean).join(" ") : "";
  const short = (date) => dateText(labels.lang, date, WEEKDAY);
  const date = first === last ? html`<time datetime="${first}">${short(first)}</time>` : html`<time datetime="${first}">${short(first)}</time> – <time datetime="${last}">${short(last)}</time>`;
  const sign = {
    chip: () => html`<i class="jb-chip" data-hue="${hueOf(scene, item.theme)}" aria-hidden="true">${item.letter}</i>`,
    band: () => html`<i class="jb-band jb-${item.kind}"></i>`,
    council: () => html`<i class="jb-council"></i>`,
    mark: () => html`<i class="jb-flag" data-status="${item.status}"></i>`,
    holiday: () => html`<i class="jb-swatch jb-off"></i>`,
    closed: () => html`<i class="jb-dot"></i>`,
  }[type]();
  const title = {
    chip: () => html`<button type="button" class="jb-pick" data-chip="${item.id}" aria-pressed="${String(item.id === selected)}">${item.title}</button>`,
    mark: () => html`<b>${item.label}</b>`,
    closed: () => html`<b>${item.label || labels.closed}</b>`,
  }[type]?.() ?? html`<b>${item.label}</b>`;
  const more = {
    chip: () => [themeLabel(scene, item.theme), ...chipLines(item, labels)],
    band: () => [labels[`kind_${item.kind}`]],
    mark: () => [statusText(item, labels), item.source && `${labels.source} ${item.source}`],
    council: () => [labels.kind_council],
  }[type]?.() ?? [];
  return html`<tr role="row" class="jb-${type}-entry"><td role="cell" class="jb-when">${date}</td><td role="cell" class="jb-no">${number}</td><td role="cell" class="jb-what">${sign}<span>${title}</span></td><td role="cell" class="jb-more">${more.filter(Boolean).map((line) => html`<span>${line}</span>`)}${brokenHtml(item)}</td></tr>`;
}

function tableHtml(scene, heading, sub, entries) {
  const { labels } = scene;
  const months = new Map();
  for (const entry of entries) {
    const month = dateText(labels.lang, entry.first, MONTH);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  const body = [...months].map(([month, list]) => html`<tbody role="rowgroup"><tr role="row" class="jb-monthrow"><th role="rowheader" scope="rowgroup" colspan="4" aria-colspan="4">${month}</th></tr>${list.map((entry) => entryHtml(scene, entry))}</tbody>`);
  const heads = [labels.date, labels.week, labels.what, labels.details].map((word) => html`<th role="columnheader" scope="col">${word}</th>`);
  return html`<table class="jb-table" role="table"><caption>${heading}${sub && html` <small>${sub}</small>`}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead>${body}</table>${entries.length === 0 && html`<p class="jb-hint">${labels.nothing}</p>`}`;
}

/** On a wide screen every row's table after a common one; on a phone one row, with what all share. */
function listHtml(scene) {
  const { labels, ids, row } = scene;
  const rows = scene.board.rows;
  if (scene.picking) return placesHtml(scene);
  if (!row) {
    const common = entriesOf(scene, null, true);
    return html`<div class="jb-list">${common.length > 0 && tableHtml(scene, labels.common, "", common)}${rows.map((one) => tableHtml(scene, one.label, one.sub, entriesOf(scene, one, false)))}</div>`;
  }
  const options = rows.map((one, i) => html`<option value="${i}"${one === row && new Markup(" selected")}>${one.label}</option>`);
  return html`<div class="jb-list"><label class="jb-choice" for="${ids}-row">${labels.row_choice} <select id="${ids}-row">${options}</select></label>${tableHtml(scene, row.label, row.sub, entriesOf(scene, row, true))}</div>`;
}

// ---------------------------------------------------------------- the widget

export const NARROW_PX = 640;
let boards = 0;
const LONG_PRESS_MS = 400;
const STILL_PX = { mouse: 4, pen: 6, touch: 10 }; // further, a press becomes a drag; a touch, a scroll
const PULL_PX = 14; // per frame, at most
const DRIFT_PX = 16; // a hand that carries a chip may leave its row by as much

const localToday = () => {
  const now = new Date();
  return isoOf(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
};

function render({ model, el }) {
  const ids = `jb-${(boards += 1)}`;
  const root = document.createElement("div");
  root.className = "jb-root";
  root.dataset.lmSuppressShortcuts = "true"; // JupyterLab would take the arrow keys
  el.append(root);

  const listening = new AbortController();
  let layout;
  let labels;
  let words = []; // of each column
  let position = null; // {row, col} of the cell that was last focused
  let asked = null; // "board" or "list", once the reader has chosen
  let narrow = false;
  let chosenRow = 0;
  let pending = 0; // frame in which the rows below the fold are drawn
  let picking = null; // what is being carried: {id, chip, row, col, places, at, drag, dropped}
  let waiting = null; // the row in which a chip was put, until the kernel has answered
  let press = null; // a pointer that is down on a chip: {id, x, y, pointer, still, timer, over, ghost}
  let weekBefore; // the week one was over when the pointer went down
  let dropped = false; // the click that ends a drag means nothing

  const selected = () => model.get("selected") || "";
  const editable = () => Boolean(model.get("editable"));
  const view = () => asked ?? (narrow ? "list" : "board");
  const find = (selector) => root.querySelector(selector);
  const byChip = (part, id) => find(`${part}[data-chip="${CSS.escape(id)}"]`);
  const scene = () => {
    const rows = layout.board.rows ?? [];
    return {
      ...layout, labels, words, ids, position, picking, selected: selected(), editable: editable(),
      today: layout.board.today ?? localToday(),
      row: narrow && view() === "list" ? rows[chosenRow] ?? rows[0] : null,
    };
  };

  function cellAt({ row, col }) {
    if (row >= FIRST_ROWS) drawRest();
    return find(`.jb-cell[data-r="${row}"][data-c="${col}"]`);
  }
  const lineAt = (row) => cellAt({ row, col: 0 })?.parentElement;
  const cellOf = (id) => {
    const found = id && findChip(layout, id);
    return found && found.col !== null ? found : null;
  };
  /** The cell of the chosen chip; none if it lies in the tray; where the reader was, if none is chosen. */
  function placeOfChosen() {
    const found = selected() && findChip(layout, selected());
    return found ? cellOf(selected()) : position;
  }
  /** What takes the focus for a chip. */
  const home = (id) => (view() === "board" && cellOf(id) ? cellAt(cellOf(id)) : byChip(".jb-pick", id) ?? byChip(".jb-todo", id));

  /** The chosen chip, if it is the one in sight. */
  function shown() {
    const found = selected() && findChip(layout, selected());
    if (!found || view() === "list") return found || null;
    const here = found.col === null ? !position : found.row === position?.row && found.col === position?.col;
    return here ? found : null;
  }

  // ------------------------------------------------ drawing

  /** Draw a part, unless it is the same: its focus stays, and nothing is said twice. */
  function show(selector, markup) {
    const part = find(selector);
    if (part.drawn !== markup.text) part.innerHTML = part.drawn = markup.text;
  }

  function drawPanel() {
    const one = shown();
    show(".jb-details", detailsHtml(scene(), one));
    show(".jb-actions", picking && view() === "list" ? html`` : actionsHtml(scene(), one));
    const said = find(".jb-say").textContent;
    // What one drags must not be covered: the words are beside the pointer then.
    find(".jb-panel").toggleAttribute("data-open", picking ? !picking.drag : Boolean(position || one || said));
    find(".jb-panel").toggleAttribute("data-quiet", !said && !find(".jb-actions").firstChild);
  }

  function say(text) {
    find(".jb-say").textContent = text;
    drawPanel();
  }

  /** Words beside a cell, above or below; without a cell, none. */
  function tip(cell, content) {
    const box = find(".jb-tip");
    if (box) box.hidden = !cell;
    if (!cell) return;
    box.innerHTML = content.text;
    const [frame, place, panel] = [root, cell, find(".jb-panel")].map((node) => node.getBoundingClientRect());
    const room = Math.min(panel.top, window.innerHeight) - place.bottom;
    const top = room > box.offsetHeight + 4 ? place.bottom + 2 : place.top - box.offsetHeight - 2;
    box.style.top = `${top - frame.top}px`;
    box.style.left = `${Math.max(0, Math.min(place.left - frame.left, frame.width - box.offsetWidth))}px`;
  }

  function tipOfChips(cell) {
    const broken = cell ? chipsAt(at(cell)).filter((chip) => chip.broken?.length) : [];
    tip(broken.length ? cell : null, html`${broken.map((chip) => html`<b>${chip.title}</b>${brokenHtml(chip)}`)}`);
  }

  /** Make a cell the grid's one stop for Tab, and mark the week of the position. */
  function tabStop(at) {
    find('.jb-cell[tabindex="0"]')?.setAttribute("tabindex", "-1");
    cellAt(at)?.setAttribute("tabindex", "0");
    find(".jb-week.jb-here")?.classList.remove("jb-here");
    if (position) find(`.jb-week[data-col="${position.col}"]`)?.classList.add("jb-here");
  }

  function drawRest() {
    if (!pending) return;
    cancelAnimationFrame(pending);
    pending = 0;
    find(".jb-body").insertAdjacentHTML("beforeend", rowsHtml(scene(), FIRST_ROWS, layout.lines.length).join(""));
  }

  function drawRow(row) {
    const line = lineAt(row);
    if (line) line.outerHTML = rowHtml(scene(), layout.lines[row], row).text;
  }

  function drawView() {
    cancelAnimationFrame(pending);
    pending = 0;
    const list = view() === "list";
    find(".jb-view").innerHTML = (list ? listHtml(scene()) : gridHtml(scene())).text;
    if (!list && layout.lines.length > FIRST_ROWS) pending = requestAnimationFrame(() => setTimeout(drawRest));
    find(".jb-switch").textContent = list ? labels.board_toggle : labels.table_toggle;
    root.toggleAttribute("data-list", list);
    if (!list) tabStop(position ?? { row: 0, col: 0 });
    drawAround();
  }

  /** What stands around the view and depends on the rows. */
  function drawAround() {
    show(".jb-key", legendHtml(scene()));
    show(".jb-tray", trayHtml(scene()));
  }

  function drawTools() {
    for (const button of root.querySelectorAll(".jb-tools [data-do]")) {
      const what = model.get(`${button.dataset.do}_label`);
      button.setAttribute("aria-disabled", String(!model.get(`can_${button.dataset.do}`)));
      button.title = what ? fill(labels.cell, { cell: button.textContent, content: what }) : "";
    }
  }

  function draw() {
    letGo();
    picking = waiting = null;
    labels = model.get("labels");
    layout = layoutOf(model.get("board") ?? {}, layout);
    words = layout.columns.map((column) => columnName(layout.weeks, column, labels));
    root.lang = labels.lang;
    root.removeAttribute("data-picking");
    root.toggleAttribute("data-edit", editable());
    if (!layout.weeks.length || !layout.board.rows?.length) {
      root.innerHTML = html`<p class="jb-empty">${labels.empty}</p>`.text;
      return;
    }
    keepFocus(() => {
      root.innerHTML = html`<div class="jb-bar"><p class="jb-caption" id="${ids}-caption">${labels.caption}</p><div class="jb-tools">${editable() && [doHtml("undo", labels.undo, "Control+Z"), doHtml("redo", labels.redo, "Control+Y")]}<button type="button" class="jb-toggle jb-switch"></button></div></div><div class="jb-key"></div><div class="jb-tray"></div><div class="jb-view"></div><div class="jb-panel"><p class="jb-say" role="status"></p><div class="jb-details" role="status" aria-live="polite"></div><div class="jb-actions" role="group" aria-label="${labels.actions}"></div></div><div class="jb-tip" aria-hidden="true" hidden></div>`.text;
      drawView();
      drawTools();
    });
  }

  /** A new board: draw the rows that are not as before; all of it, if more than rows has changed. */
  function update() {
    const before = layout;
    const next = layoutOf(model.get("board") ?? {}, before);
    const same = next.frame === before.frame && next.lines.length === before.lines.length
      && next.lines.every(({ row }, i) => row?.id === before.lines[i].row?.id);
    if (!same || !find(".jb-view")) return draw();
    keepFocus(() => {
      layout = next;
      if (view() === "list") drawView();
      else layout.lines.forEach((line, row) => line !== before.lines[row] && drawRow(row));
      drawAround();
      if (waiting !== null && layout.lines[waiting] !== before.lines[waiting]) waiting = null;
    });
    tip(null);
    if (!picking) return;
    const found = findChip(layout, picking.id);
    if (found) Object.assign(picking, found);
    else return stop();
    if (picking.places) ask(); // what was true of the places may no longer be
  }

  /** Redraw, and leave the focus where it was: in its cell, on its button, with the chosen chip. */
  function keepFocus(redraw) {
    const had = root.contains(document.activeElement) ? document.activeElement : null;
    const cell = had?.closest(".jb-cell");
    redraw();
    const follows = !cell || (cell.getAttribute("aria-selected") === "true" && cellOf(selected()));
    if (follows) position = placeOfChosen();
    if (position && !(position.row < layout.lines.length && position.col < layout.columns.length)) position = null;
    if (view() === "board") tabStop(position ?? { row: 0, col: 0 });
    drawPanel();
    if (!had || (had.isConnected && !(cell && follows))) return;
    const again = had.dataset.do && find(`[data-do="${had.dataset.do}"]`);
    const own = cell ? null : home(had.dataset.chip ?? selected());
    (again || own || (view() === "board" ? cellAt(position ?? { row: 0, col: 0 }) : find(".jb-switch")))?.focus();
  }

  // ------------------------------------------------ choosing

  const at = (cell) => ({ row: Number(cell.dataset.r), col: Number(cell.dataset.c) });
  const chipsAt = ({ row, col }) => layout.lines[row].content.get(col)?.chips ?? [];
  const idsAt = (place) => chipsAt(place).map(({ id }) => id);

  function select(id) {
    if (id === selected()) return;
    model.set("selected", id);
    model.save_changes();
  }

  function showSelected() {
    if (!find(".jb-view")) return;
    const id = selected();
    for (const chip of root.querySelectorAll(".jb-view .jb-chosen")) chip.classList.remove("jb-chosen");
    for (const cell of root.querySelectorAll('.jb-cell[aria-selected="true"]')) cell.setAttribute("aria-selected", "false");
    for (const button of root.querySelectorAll(".jb-pick, .jb-todo")) button.setAttribute("aria-pressed", String(button.dataset.chip === id));
    position = placeOfChosen();
    if (cellOf(id) && view() === "board") {
      const cell = cellAt(position);
      cell.setAttribute("aria-selected", "true");
      byChip(".jb-cell ", id)?.classList.add("jb-chosen");
      tabStop(position);
      if (!root.contains(document.activeElement)) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    drawPanel();
  }

  // ------------------------------------------------ carrying a chip from place to place

  function ask() {
    Object.assign(picking, { places: null, at: -1 });
    model.send({ kind: "pick", id: picking.id });
    say(labels.searching);
  }

  function pick(id, drag = false) {
    const found = editable() && !picking && findChip(layout, id);
    if (!found) return;
    home(id)?.focus({ preventScroll: drag }); // a chip that a hand holds must not slip away under it
    select(id);
    if (found.chip.fixed) return say(labels.fixed);
    picking = { ...found, id, drag };
    root.toggleAttribute("data-picking", true);
    ask();
    if (view() === "list") return drawPlaces();
    if (!drag || found.col === null) lineAt(found.row).scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function drawPlaces() {
    drawView();
    find(".jb-places p").focus();
  }

  function showPlaces(given) {
    const places = (picking.places = placesOf(layout, given));
    if (!places.length) {
      stop();
      return say(labels.no_place);
    }
    if (view() === "list") {
      say("");
      return drawPlaces();
    }
    const told = `${fill(labels.where_to, picking.chip)} ${fill(labels.choose, { count: places.filter(isFree).length })}`;
    say(picking.drag ? told : `${told} ${labels.choose_keys}`);
    for (const { col } of places) {
      const cell = cellAt({ row: picking.row, col });
      const free = isFree(places[placeIn(places, col)]);
      cell.dataset.place = free ? "free" : "clash";
      const name = cellName(layout.lines[picking.row].row.label, words[col], null, null, labels);
      cell.setAttribute("aria-label", fill(labels.cell, { cell: name, content: free ? labels.free : labels.clash }));
    }
    if (picking.dropped !== undefined) drop(picking.dropped);
    else if (picking.drag) over(placeIn(places, columnUnder()));
    else go(startPlace(places, picking.col, scene().today));
  }

  /** Be over a place: mark its week and say what would be wrong there. */
  function over(index) {
    picking.at = index;
    find(".jb-over")?.classList.remove("jb-over");
    const place = picking.places[index];
    const cell = place ? cellAt({ row: picking.row, col: place.col }) : null;
    cell?.classList.add("jb-over");
    drawPanel();
    tip(cell, cell && placeHtml(place, labels));
  }

  function overWeek(col) {
    if (picking.places[picking.at]?.col !== col) over(placeIn(picking.places, col));
  }

  function go(index) {
    over(index);
    cellAt({ row: picking.row, col: picking.places[index].col }).focus();
  }

  function drop(col) {
    overWeek(col);
    const here = placesHere(picking);
    if (!here.length) return stop();
    if (here.length === 1) return put(here[0]);
    say(labels.several);
    find('[data-do="put"]').focus();
  }

  function put({ key, col }) {
    const { id, row } = picking;
    stop();
    if (view() === "board") {
      waiting = row;
      cellAt({ row, col }).dataset.place = "pending";
    }
    model.send({ kind: "put", id, key });
  }

  /** Carry nothing any more. */
  function stop() {
    if (!picking) return;
    const { id, row } = picking;
    const inside = root.contains(document.activeElement);
    letGo();
    picking = null;
    root.removeAttribute("data-picking");
    tip(null);
    keepFocus(() => (view() === "list" ? drawView() : drawRow(row)));
    if (inside) home(id)?.focus();
    position = placeOfChosen();
    say("");
  }

  function heard(message) {
    if (!find(".jb-view")) return;
    if (message.kind === "places" && picking && message.id === picking.id && !picking.places) showPlaces(message.places);
    if (message.kind !== "done" && message.kind !== "refused") return;
    if (message.kind === "refused") stop();
    const row = waiting;
    waiting = null;
    if (row !== null && view() === "board") keepFocus(() => drawRow(row));
    if (message.kind === "refused") say(message.message || labels.refused);
  }

  /** Do what a button or a key says, to the chip given. */
  function act(kind, id, key) {
    if (kind === "cancel") return stop();
    const place = kind === "put" && picking?.places?.find((one) => one.key === key);
    if (place) return put(place);
    if (!editable() || picking) return;
    if (kind === "undo" || kind === "redo") {
      if (!model.get(`can_${kind}`)) return;
      say("");
      return model.send({ kind });
    }
    const found = id && findChip(layout, id);
    if (!found) return;
    if (kind === "pick") return pick(id);
    select(id);
    if (found.chip.fixed) return say(labels.fixed);
    if (found.col === null) return;
    say("");
    model.send({ kind, id });
  }

  // ------------------------------------------------ dragging

  function onDown(event) {
    dropped = false;
    weekBefore = picking?.places?.[picking.at]?.col;
    const grip = event.target.closest(".jb-cell [data-chip], .jb-todo");
    if (!grip || !editable() || picking || event.button || !event.isPrimary || view() === "list") return;
    letGo();
    const touch = event.pointerType === "touch";
    press = { id: grip.dataset.chip, x: event.clientX, y: event.clientY, pointer: event.pointerId, touch, still: STILL_PX[event.pointerType] ?? 4, over: new AbortController() };
    if (!touch) return;
    press.timer = setTimeout(lift, LONG_PRESS_MS);
    // On what was touched, which hears the finger even when its row is drawn anew.
    grip.addEventListener("touchmove", (move) => press?.ghost && move.cancelable && move.preventDefault(), { passive: false, signal: press.over.signal });
  }

  /** A press becomes a drag. */
  function lift() {
    root.style.minHeight = `${root.offsetHeight}px`; // or a page scrolled to its end would shift
    pick(press.id, true);
    if (!picking) return letGo();
    root.setPointerCapture(press.pointer);
    press.ghost = Object.assign(document.createElement("i"), { className: "jb-chip jb-ghost", textContent: picking.chip.letter });
    press.ghost.dataset.hue = hueOf(layout, picking.chip.theme);
    root.append(press.ghost);
    pull();
  }

  /** Frame by frame: scroll when the pointer is near an edge, and see which week it is over. */
  function pull() {
    if (!press?.ghost) return;
    const scroller = find(".jb-scroller");
    const edges = scroller.getBoundingClientRect();
    scroller.scrollLeft += edgePull(press.x, edges.left, edges.right) * PULL_PX;
    const frame = root.getBoundingClientRect();
    press.ghost.style.transform = `translate(${press.x - frame.left}px, ${press.y - frame.top}px)`;
    if (picking?.places) overWeek(columnUnder());
    requestAnimationFrame(pull);
  }

  /** The column of the carried chip's row under the pointer, or -1. */
  function columnUnder() {
    const { top, bottom } = lineAt(picking.row).getBoundingClientRect();
    const y = Math.min(Math.max(press.y, top + 2), bottom - 2);
    if (Math.abs(y - press.y) > DRIFT_PX) return -1;
    const cell = document.elementFromPoint(press.x, y)?.closest(".jb-cell");
    return cell && root.contains(cell) && at(cell).row === picking.row ? at(cell).col : -1;
  }

  function onMove(event) {
    if (!press) {
      const cell = picking?.places && event.pointerType !== "touch" && event.target.closest(".jb-cell");
      if (cell && at(cell).row === picking.row && placeIn(picking.places, at(cell).col) >= 0) overWeek(at(cell).col);
      return;
    }
    if (event.pointerId !== press.pointer) return;
    const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) > press.still;
    if (!press.ghost && far && press.touch) return letGo();
    if (!press.ghost && far) lift();
    if (press?.ghost) Object.assign(press, { x: event.clientX, y: event.clientY });
  }

  function onUp(event) {
    if (!press || event.pointerId !== press.pointer) return;
    const col = press.ghost && picking ? columnUnder() : null;
    letGo();
    if (col === null) return;
    dropped = true;
    picking.drag = false;
    if (event.type === "pointercancel") stop();
    else if (picking.places) drop(col);
    else picking.dropped = col;
  }

  /** Forget the pointer. */
  function letGo() {
    if (!press) return;
    clearTimeout(press.timer);
    press.over.abort();
    press.ghost?.remove();
    press = null;
    root.style.minHeight = "";
  }

  // ------------------------------------------------ events

  function onFocus({ target }) {
    const cell = target.closest(".jb-cell");
    if (!cell) return;
    if (picking) {
      if (picking.places && at(cell).row === picking.row) overWeek(at(cell).col);
      return;
    }
    position = at(cell);
    tabStop(position);
    tipOfChips(cell);
    drawPanel();
  }

  const ACTIONS = { m: "pick", p: "pin", delete: "take_out", backspace: "take_out" };
  const shortcut = ({ key, shiftKey }) => ({ z: shiftKey ? "redo" : "undo", y: "redo" })[key.toLowerCase()];

  /** What a key does; false if it is not one of the board's. */
  function onBoardKey(event) {
    const { key } = event;
    const cell = event.target.closest(".jb-cell");
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && editable() && shortcut(event)) return act(shortcut(event));
    if (picking) {
      if (!cell) return false;
      const next = picking.places && movePlace(picking.places, Math.max(picking.at, 0), key, layout.months);
      if (next !== null && next !== undefined) return go(next);
      if (key !== "Enter" && key !== " ") return false;
      if (picking.places?.[picking.at]) put(picking.places[picking.at]);
      return true;
    }
    const chosen = event.target.dataset.chip;
    if (!ctrl && editable() && (cell || chosen) && ACTIONS[key.toLowerCase()]) {
      const ids = chosen ? [chosen] : idsAt(at(cell));
      const id = chipAtHand(ids, selected());
      return id ? act(ACTIONS[key.toLowerCase()], id) : select(ids[0] ?? selected());
    }
    if (event.target.matches(".jb-todo")) return moveInTray(event.target, key);
    if (!cell) return false;
    const size = { rows: layout.lines.length, cols: layout.columns.length, months: layout.months };
    const next = moveFocus(at(cell), key, ctrl, size);
    if (next) return cellAt(next)?.focus(); // onFocus does the rest
    if (key !== "Enter" && key !== " ") return false;
    return select(nextChip(idsAt(at(cell)), selected()) || selected());
  }

  function moveInTray(button, key) {
    const all = [...root.querySelectorAll(".jb-todo")];
    const here = all.indexOf(button);
    const next = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[key];
    if (next === undefined) return false;
    if (!all[next]) return true;
    button.tabIndex = -1;
    all[next].tabIndex = 0;
    return all[next].focus();
  }

  function onKey(event) {
    if (event.key === "Escape") {
      if (!picking && !selected() && !position) return;
      if (picking) stop();
      else {
        if (!selected()) position = null;
        select("");
        tip(null);
        say("");
      }
    } else if (event.altKey || onBoardKey(event) === false) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onClick(event) {
    if (dropped && event.detail) return;
    const { target } = event;
    const button = target.closest("[data-do]");
    if (button) return act(button.dataset.do, selected(), button.dataset.key);
    if (target.closest(".jb-switch")) {
      stop();
      asked = view() === "list" ? "board" : "list";
      drawView();
      return drawPanel();
    }
    const cell = target.closest(".jb-cell");
    if (picking) {
      const place = cell && at(cell).row === picking.row && picking.places?.[placeIn(picking.places, at(cell).col)];
      // A finger sees what is wrong first: the second tap puts.
      if (place && (isFree(place) || weekBefore === place.col)) drop(place.col);
      else if (place) over(picking.places.indexOf(place));
      return;
    }
    const mark = target.closest(".jb-mark");
    if (mark) cellAt({ row: 0, col: Number(mark.dataset.col) }).focus();
    const chip = target.closest("[data-chip]");
    const only = cell ? idsAt(at(cell)) : [];
    if (chip) select(chip.dataset.chip);
    else if (only.length === 1) select(only[0]);
  }

  function onHover({ target }) {
    if (picking || !target.closest || target.closest(".jb-tip")) return;
    const cell = target.closest(".jb-cell");
    const here = cell && chipsAt(at(cell)).some(({ broken }) => broken?.length) ? cell : document.activeElement.closest(".jb-root .jb-cell");
    tipOfChips(root.contains(here) ? here : null);
    const chip = target.closest(".jb-cell [data-chip]");
    const found = chip && !chip.title && chipsAt(at(cell)).find(({ id }) => id === chip.dataset.chip);
    if (found && !found.broken?.length) chip.title = [found.title, ...(found.details ?? [])].join("\n");
  }

  function onChange({ target }) {
    if (!target.matches(".jb-choice select")) return;
    chosenRow = Number(target.value);
    drawView();
    find(".jb-choice select").focus();
  }

  function onResize([{ contentRect }]) {
    if (!contentRect.width) return; // hidden, in a closed tab
    const now = contentRect.width < NARROW_PX;
    if (now === narrow) return;
    stop();
    narrow = now;
    root.toggleAttribute("data-narrow", narrow);
    if (!find(".jb-view")) return;
    drawView();
    drawPanel();
  }

  draw();
  const { signal } = listening;
  const events = {
    focusin: onFocus, keydown: onKey, click: onClick, mouseover: onHover, mouseleave: onHover, change: onChange,
    focusout: () => picking || tip(null),
    pointerdown: onDown, pointermove: onMove, pointerup: onUp, pointercancel: onUp,
    contextmenu: (event) => press?.touch && event.preventDefault(),
  };
  for (const [name, listener] of Object.entries(events)) root.addEventListener(name, listener, { signal });
  const watching = new ResizeObserver(onResize);
  watching.observe(root);
  const changes = {
    "change:board": update, "change:labels": draw, "change:editable": draw, "change:selected": showSelected,
    "change:can_undo": drawTools, "change:can_redo": drawTools, "change:undo_label": drawTools, "change:redo_label": drawTools,
    "msg:custom": heard,
  };
  for (const [name, listener] of Object.entries(changes)) model.on(name, listener);

  return () => {
    letGo();
    listening.abort();
    cancelAnimationFrame(pending);
    pending = 0;
    watching.disconnect();
    for (const [name, listener] of Object.entries(changes)) model.off(name, listener);
    root.remove();
  };
}

export default { render };
