// The year board: rows (classes) × weeks of a school year, drawn once from ready-made data.
// Plain ESM for anywidget. The upper half is pure (geometry, names, moves) and tested by node;
// the lower half touches the page. Knows no feature: every word and date comes with the data.

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

/** Accessible name of a cell: row, week, then everything that lies in it. */
export function cellName(rowLabel, columnWords, content, holiday, labels) {
  const said = [
    ...(content?.chips ?? []).map((chip) => chip.title),
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

/** Everything drawn that does not depend on the page: computed once for a board. */
export function layoutOf(board) {
  const weeks = board.weeks ?? [];
  const columns = columnsOf(weeks);
  const units = weekUnits(columns);
  const edges = edgesOf(units);
  const marks = board.marks ?? [];
  const lines = [
    ...(marks.length ? [{ national: true, marks }] : []),
    ...(board.rows ?? []).map((row) => ({ row, content: contentOf(row, weeks, columns, edges) })),
  ];
  if (marks.length) lines[0].content = contentOf({ marks }, weeks, columns, edges);
  const months = monthStarts(weeks, columns);
  return { weeks, columns, units, edges, months, lines, themes: board.themes ?? [], board };
}

// ---------------------------------------------------------------- drawing

const percent = (share) => `${(share * 100).toFixed(3)}%`;
const across = ({ left, width }) => `left:${percent(left)};width:${percent(width)}`;
const hueOf = (layout, code) => (layout.themes.find((theme) => theme.code === code)?.hue ?? 0) % 8;
const themeLabel = (layout, code) => layout.themes.find((theme) => theme.code === code)?.label ?? code;
const closedDays = (week) =>
  (week.closed ?? []).map((day) => (typeof day === "string" ? { date: day, label: "" } : day));

const MAX_CHIPS = 4;
const FIRST_ROWS = 24; // drawn at once; the others, below the fold, right after the first paint
const ROOM_FOR_WORDS = 36; // units

// A board has thousands of cells: they are put together as plain text, each datum escaped by hand.
const chipText = (layout, chip, selected) =>
  `<span class="jb-chip${chip.id === selected ? " jb-chosen" : ""}" data-chip="${escapeHtml(chip.id)}" data-hue="${hueOf(layout, chip.theme)}">${escapeHtml(chip.letter)}</span>`;

function chipsText(layout, chips, selected) {
  const shown = chips.length > MAX_CHIPS ? chips.slice(0, MAX_CHIPS - 1) : chips;
  const rest = chips.length - shown.length;
  const more = rest > 0 ? `<span class="jb-chip">+${rest}</span>` : "";
  return shown.map((chip) => chipText(layout, chip, selected)).join("") + more;
}

function cellHtml(layout, line, r, c, columnWords, selected, labels) {
  const { from, to, holiday } = layout.columns[c];
  const content = line.content.get(c);
  const name = cellName(line.national ? labels.national : line.row.label, columnWords[c], content, holiday, labels);
  const chips = content?.chips ?? [];
  const chosen = chips.length ? ` aria-selected="${chips.some((chip) => chip.id === selected)}"` : "";
  const many = chips.length > 1 ? ` data-n="${Math.min(chips.length, MAX_CHIPS)}"` : "";
  const wide = to - from + 1;
  const span = wide > 1 ? ` aria-colspan="${wide}" style="grid-column:span ${wide};flex-grow:${wide * HOLIDAY_UNITS}"` : "";
  const met = !line.national && content?.marks.length > 0;
  const council = met ? '<i class="jb-council"></i>' : "";
  const classes = ["jb-cell", holiday && "jb-off", met && "jb-met", met && content.bands.length && "jb-banded"];
  const inside = council + (chips.length ? chipsText(layout, chips, selected) : "");
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

function rowHtml(layout, line, r, columnWords, selected, labels) {
  const { row } = line;
  const cells = layout.columns.map((_, c) => cellHtml(layout, line, r, c, columnWords, selected, labels));
  const bands = bandsHtml(line, layout);
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

function weekHeadHtml({ weeks, columns }, c, columnWords, todayWeek, labels) {
  const { from, to, holiday } = columns[c];
  const week = weeks[from];
  const now = todayWeek >= from && todayWeek <= to;
  const closed = holiday ? [] : closedDays(week);
  const name = [
    columnWords[c],
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

function nationalPlaces({ weeks, edges, units, board }, labels) {
  const words = (mark) => `${dateText(labels.lang, mark.date, SHORT)} ${mark.label}`;
  return placeMarks(board.marks ?? [], weeks, edges, words, units.reduce((sum, unit) => sum + unit, 0));
}

function nationalHtml(layout, columnWords, selected, labels) {
  const { weeks, lines } = layout;
  const { marks } = nationalPlaces(layout, labels);
  const cells = layout.columns.map((_, c) => cellHtml(layout, lines[0], 0, c, columnWords, selected, labels));
  const texts = marks.map(({ mark, at, lane, leftward }) =>
    html`<span class="jb-mark" data-col="${columnOf(layout.columns, weekIndex(weeks, mark.date))}" data-status="${mark.status}"${leftward && new Markup(" data-left")} style="${leftward ? "right" : "left"}:${percent(leftward ? 1 - at : at)};--jb-lane:${lane}"><i class="jb-flag"></i><span><b>${dateText(labels.lang, mark.date, SHORT)}</b> ${mark.label}${mark.status !== "confirmed" && html`<em>?</em>`}</span></span>`);
  return html`<div class="jb-row jb-national" role="row"><div class="jb-rowhead" role="rowheader"><span class="jb-name">${labels.national}</span></div>${cells}<div class="jb-bands" aria-hidden="true">${texts}</div></div>`;
}

/** The line under each row, left out where a holiday runs down the board. */
const ruleOf = ({ columns, edges }) =>
  `linear-gradient(to right,${columns
    .map(({ from, to, holiday }) => `${holiday ? "transparent" : "var(--jb-line)"} ${percent(edges[from])} ${percent(edges[to + 1])}`)
    .join()})`;

/** What lies beneath all rows: holidays with their names, public holidays, weeks, dated lines. */
function underHtml({ weeks, columns, edges, months, lines }, today, labels) {
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

function rowsHtml(layout, columnWords, from, to, selected, labels) {
  return layout.lines.slice(from, to).map((line, i) =>
    line.national ? "" : rowHtml(layout, line, from + i, columnWords, selected, labels));
}

function gridHtml(layout, words, ids, today, selected, labels) {
  const { weeks, columns, units, lines } = layout;
  const todayWeek = weekIndex(weeks, today);
  const tracks = units.map((unit) => `minmax(calc(var(--jb-unit)*${unit}),${unit}fr)`).join(" ");
  const national = lines[0]?.national;
  const rows = rowsHtml(layout, words, 0, FIRST_ROWS, selected, labels);
  const size = lines.length > 16 ? "many" : lines.length > 9 ? "some" : "few";
  return html`<div class="jb-scroller" data-size="${size}" style="--jb-lanes:${nationalPlaces(layout, labels).count}"><div class="jb-grid" role="grid" aria-readonly="true" aria-labelledby="${ids}-caption" style="--jb-rule:${ruleOf(layout)};--jb-tracks:${tracks};--jb-total:${units.reduce((a, b) => a + b, 0)}"><div class="jb-head" role="rowgroup">${monthsHtml(layout)}<div class="jb-row jb-weeks" role="row"><div class="jb-rowhead jb-corner" role="columnheader"><span class="jb-sub">${labels.rows} · ${labels.week}</span></div>${columns.map((_, c) => weekHeadHtml(layout, c, words, todayWeek, labels))}</div>${national && nationalHtml(layout, words, selected, labels)}</div><div class="jb-body" role="rowgroup" style="--jb-rows:${lines.length - (national ? 1 : 0)}">${underHtml(layout, today, labels)}${rows}</div></div></div>`;
}

const key = (sample, words) => html`<li>${sample}<span>${words}</span></li>`;

function legendHtml({ themes, weeks, board, lines }, today, labels) {
  const rows = board.rows ?? [];
  const kinds = ["pfmp", "blocked", "event"].filter((kind) => rows.some((row) => row.bands?.some((band) => band.kind === kind)));
  const statuses = new Set((board.marks ?? []).map(({ status }) => status));
  const items = [
    ...themes.map(({ letter, hue, label }) => key(html`<i class="jb-chip" data-hue="${hue % 8}">${letter}</i>`, label)),
    ...kinds.map((kind) => key(html`<i class="jb-band jb-${kind}"></i>`, labels[`kind_${kind}`])),
    rows.some((row) => row.marks?.length) && key(html`<i class="jb-council"></i>`, labels.kind_council),
    weeks.some(({ holiday }) => holiday) && key(html`<i class="jb-swatch jb-off"></i>`, labels.holiday),
    weeks.some(({ closed }) => closed?.length) && key(html`<i class="jb-dot"></i>`, labels.closed),
    statuses.has("confirmed") && key(html`<i class="jb-flag"></i>`, labels.mark_confirmed),
    statuses.has("to_confirm") && key(html`<i class="jb-flag" data-status="to_confirm"></i>`, labels.mark_to_confirm),
    lines.length > 0 && weekIndex(weeks, today) >= 0 && key(html`<i class="jb-today"></i>`, labels.today),
  ].filter(Boolean);
  return html`<ul class="jb-legend" aria-label="${labels.legend}">${items}</ul>`;
}

// ---------------------------------------------------------------- details and list

const markLine = (mark, labels) =>
  html`<li><i class="jb-flag" data-status="${mark.status}"></i><span><b>${dateText(labels.lang, mark.date)}</b> ${mark.label} (${statusText(mark, labels)})${mark.source && html` <small>${labels.source} ${mark.source}</small>`}</span></li>`;

const bandLine = (band, labels) =>
  html`<li><i class="jb-band jb-${band.kind}"></i><span>${labels[`kind_${band.kind}`]} · <b>${band.label}</b> · ${rangeText(labels.lang, band.first, band.last)}</span></li>`;

const chipCard = (layout, chip, selected) =>
  html`<li class="jb-card${chip.id === selected ? " jb-chosen" : ""}"><i class="jb-chip" data-hue="${hueOf(layout, chip.theme)}">${chip.letter}</i><div><b>${chip.title}</b> <span class="jb-theme">${themeLabel(layout, chip.theme)}</span>${(chip.details ?? []).map((line) => html` <span>${line}</span>`)}</div></li>`;

function detailsHtml(layout, position, selected, labels) {
  const line = layout.lines[position?.row];
  const column = layout.columns[position?.col];
  if (!line || !column) return html`<p class="jb-hint">${labels.details_hint}</p>`;
  const { from, to, holiday } = column;
  const last = isoOf(time(layout.weeks[to].monday) + 6 * DAY);
  const numbers = [...new Set([layout.weeks[from].iso, layout.weeks[to].iso])].join("–");
  const parity = holiday ? "" : layout.weeks[from].parity ?? "";
  const content = line.content.get(position.col) ?? { chips: [], bands: [], marks: [] };
  const national = line.national ? content.marks : (layout.lines[0].national && layout.lines[0].content.get(position.col)?.marks) || [];
  const closed = layout.weeks.slice(from, to + 1).flatMap(closedDays);
  const facts = [
    ...content.bands.map((band) => bandLine(band, labels)),
    ...(line.national ? [] : content.marks).map((mark) => html`<li><i class="jb-council"></i><span><b>${mark.label}</b> · ${dateText(labels.lang, mark.date)}</span></li>`),
    ...national.map((mark) => markLine(mark, labels)),
    ...(holiday ? [html`<li><i class="jb-swatch jb-off"></i><span>${holiday}</span></li>`] : []),
    ...closed.map(({ date, label }) => html`<li><i class="jb-dot"></i><span>${label || labels.closed} · ${dateText(labels.lang, date)}</span></li>`),
  ];
  const chips = line.national ? [] : content.chips;
  return html`<p class="jb-where"><b>${line.national ? labels.national : line.row.label}</b> <span>${labels.week} ${numbers}${parity && ` ${parity}`} · ${rangeText(labels.lang, layout.weeks[from].monday, last)}</span>${!line.national && line.row.sub && html` <small>${line.row.sub}</small>`}</p>${chips.length > 0 && html`<ul class="jb-cards">${chips.map((chip) => chipCard(layout, chip, selected))}</ul>`}${facts.length > 0 && html`<ul class="jb-facts">${facts}</ul>`}${chips.length + facts.length === 0 && html`<p class="jb-hint">${labels.nothing}</p>`}`;
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

function entryHtml(layout, { type, first, last, item }, selected, labels) {
  const week = layout.weeks[weekIndex(layout.weeks, first)];
  const number = week ? [`${labels.week_short}${week.iso}`, !week.holiday && week.parity].filter(Boolean).join(" ") : "";
  const short = (date) => dateText(labels.lang, date, WEEKDAY);
  const date = first === last ? html`<time datetime="${first}">${short(first)}</time>` : html`<time datetime="${first}">${short(first)}</time> – <time datetime="${last}">${short(last)}</time>`;
  const sign = {
    chip: () => html`<i class="jb-chip" data-hue="${hueOf(layout, item.theme)}" aria-hidden="true">${item.letter}</i>`,
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
    chip: () => [themeLabel(layout, item.theme), ...(item.details ?? [])],
    band: () => [labels[`kind_${item.kind}`]],
    mark: () => [statusText(item, labels), item.source && `${labels.source} ${item.source}`],
    council: () => [labels.kind_council],
  }[type]?.() ?? [];
  return html`<tr role="row" class="jb-${type}-entry"><td role="cell" class="jb-when">${date}</td><td role="cell" class="jb-no">${number}</td><td role="cell" class="jb-what">${sign}<span>${title}</span></td><td role="cell" class="jb-more">${more.filter(Boolean).map((line) => html`<span>${line}</span>`)}</td></tr>`;
}

function tableHtml(layout, heading, sub, entries, selected, labels) {
  const months = new Map();
  for (const entry of entries) {
    const month = dateText(labels.lang, entry.first, MONTH);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  const body = [...months].map(([month, list]) => html`<tbody role="rowgroup"><tr role="row" class="jb-monthrow"><th role="rowheader" scope="rowgroup" colspan="4" aria-colspan="4">${month}</th></tr>${list.map((entry) => entryHtml(layout, entry, selected, labels))}</tbody>`);
  const heads = [labels.date, labels.week, labels.what, labels.details].map((word) => html`<th role="columnheader" scope="col">${word}</th>`);
  return html`<table class="jb-table" role="table"><caption>${heading}${sub && html` <small>${sub}</small>`}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead>${body}</table>${entries.length === 0 && html`<p class="jb-hint">${labels.nothing}</p>`}`;
}

/** On a wide screen every row's table after a common one; on a phone one row, with what all share. */
function listHtml(layout, narrow, chosenRow, ids, selected, labels) {
  const rows = layout.board.rows ?? [];
  if (!narrow) {
    const common = entriesOf(layout, null, true);
    return html`<div class="jb-list">${common.length > 0 && tableHtml(layout, labels.common, "", common, selected, labels)}${rows.map((row) => tableHtml(layout, row.label, row.sub, entriesOf(layout, row, false), selected, labels))}</div>`;
  }
  const row = rows[chosenRow] ?? rows[0];
  const options = rows.map((one, i) => html`<option value="${i}"${one === row && new Markup(" selected")}>${one.label}</option>`);
  return html`<div class="jb-list"><label class="jb-choice" for="${ids}-row">${labels.row_choice} <select id="${ids}-row">${options}</select></label>${tableHtml(layout, row.label, row.sub, entriesOf(layout, row, true), selected, labels)}</div>`;
}

// ---------------------------------------------------------------- the widget

export const NARROW_PX = 640;
let boards = 0;

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
  let position = null; // {row, col} of the cell that was last focused
  let asked = null; // "board" or "list", once the reader has chosen
  let narrow = false;
  let chosenRow = 0;
  let columnWords = [];
  let pending = 0; // frame in which the rows below the fold are drawn

  const selected = () => model.get("selected") || "";
  const find = (selector) => root.querySelector(selector);
  function cellAt({ row, col }) {
    if (row >= FIRST_ROWS) drawRest();
    return find(`.jb-cell[data-r="${row}"][data-c="${col}"]`);
  }
  const view = () => asked ?? (narrow ? "list" : "board");

  function positionOf(id) {
    for (const [row, { national, content }] of layout.lines.entries()) {
      if (national) continue;
      for (const [col, { chips }] of content) if (chips.some((chip) => chip.id === id)) return { row, col };
    }
    return null;
  }

  function drawDetails() {
    const details = find(".jb-details");
    details.innerHTML = detailsHtml(layout, position, selected(), labels).text;
    details.toggleAttribute("data-open", Boolean(position));
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
    const rows = rowsHtml(layout, columnWords, FIRST_ROWS, layout.lines.length, selected(), labels);
    find(".jb-body").insertAdjacentHTML("beforeend", rows.join(""));
  }

  function drawView() {
    const today = layout.board.today ?? localToday();
    cancelAnimationFrame(pending);
    pending = 0;
    find(".jb-view").innerHTML = (view() === "list"
      ? listHtml(layout, narrow, chosenRow, ids, selected(), labels)
      : gridHtml(layout, columnWords, ids, today, selected(), labels)).text;
    if (view() === "board" && layout.lines.length > FIRST_ROWS)
      pending = requestAnimationFrame(() => setTimeout(drawRest));
    find(".jb-toggle").textContent = view() === "list" ? labels.board_toggle : labels.table_toggle;
    root.toggleAttribute("data-list", view() === "list");
    if (view() === "board") tabStop(position ?? { row: 0, col: 0 });
  }

  function draw() {
    labels = model.get("labels");
    layout = layoutOf(model.get("board") ?? {});
    columnWords = layout.columns.map((column) => columnName(layout.weeks, column, labels));
    root.lang = labels.lang;
    if (!layout.weeks.length || !layout.board.rows?.length) {
      root.innerHTML = html`<p class="jb-empty">${labels.empty}</p>`.text;
      return;
    }
    const focused = root.contains(document.activeElement) && document.activeElement.closest(".jb-cell");
    const today = layout.board.today ?? localToday();
    // Focus stays in its cell, except on a chosen chip: there it follows the chip.
    if (!focused || focused.ariaSelected === "true") position = positionOf(selected()) ?? position;
    if (position && !(position.row < layout.lines.length && position.col < layout.columns.length)) position = null;
    root.innerHTML = html`<div class="jb-bar"><p class="jb-caption" id="${ids}-caption">${labels.caption}</p><button type="button" class="jb-toggle"></button></div>${legendHtml(layout, today, labels)}<div class="jb-view"></div><div class="jb-details" role="status" aria-live="polite"></div>`.text;
    drawView();
    drawDetails();
    if (focused) cellAt(position ?? { row: 0, col: 0 })?.focus();
  }

  function focusCell(at) {
    cellAt(at)?.focus(); // focusin does the rest
  }

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
    for (const pick of root.querySelectorAll(".jb-pick")) pick.setAttribute("aria-pressed", String(pick.dataset.chip === id));
    const at = id && positionOf(id);
    if (at) {
      position = at;
      const cell = cellAt(at);
      cell?.setAttribute("aria-selected", "true");
      cell?.querySelector(`[data-chip="${CSS.escape(id)}"]`)?.classList.add("jb-chosen");
      if (cell) tabStop(at);
      if (cell && !root.contains(document.activeElement)) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    drawDetails();
  }

  const at = (cell) => ({ row: Number(cell.dataset.r), col: Number(cell.dataset.c) });
  const chipsAt = ({ row, col }) => (layout.lines[row].national ? [] : layout.lines[row].content.get(col)?.chips ?? []).map(({ id }) => id);

  function onFocus({ target }) {
    const cell = target.closest(".jb-cell");
    if (!cell) return;
    position = at(cell);
    tabStop(position);
    drawDetails();
  }

  function onKey(event) {
    const cell = event.target.closest(".jb-cell");
    if (event.key === "Escape" && (selected() || position)) {
      if (!selected()) position = null;
      select("");
      drawDetails();
      event.stopPropagation();
    }
    if (!cell || event.altKey) return;
    const size = { rows: layout.lines.length, cols: layout.columns.length, months: layout.months };
    const next = moveFocus(at(cell), event.key, event.ctrlKey || event.metaKey, size);
    if (next) focusCell(next);
    else if (event.key === "Enter" || event.key === " ") select(nextChip(chipsAt(at(cell)), selected()) || selected());
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onClick({ target }) {
    if (target.closest(".jb-toggle")) {
      asked = view() === "list" ? "board" : "list";
      drawView();
      return;
    }
    const mark = target.closest(".jb-mark");
    if (mark) focusCell({ row: 0, col: Number(mark.dataset.col) });
    const chip = target.closest("[data-chip]");
    const cell = target.closest(".jb-cell");
    const only = cell ? chipsAt(at(cell)) : [];
    if (chip) select(chip.dataset.chip);
    else if (only.length === 1) select(only[0]);
  }

  function onHover({ target }) {
    const chip = target.closest?.(".jb-cell [data-chip]");
    if (!chip || chip.title) return;
    const found = layout.lines[at(chip.closest(".jb-cell")).row].row.chips.find(({ id }) => id === chip.dataset.chip);
    chip.title = [found.title, ...(found.details ?? [])].join("\n");
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
    narrow = now;
    root.toggleAttribute("data-narrow", narrow);
    if (find(".jb-view")) drawView();
  }

  draw();
  const { signal } = listening;
  root.addEventListener("focusin", onFocus, { signal });
  root.addEventListener("keydown", onKey, { signal });
  root.addEventListener("click", onClick, { signal });
  root.addEventListener("mouseover", onHover, { signal });
  root.addEventListener("change", onChange, { signal });
  const watching = new ResizeObserver(onResize);
  watching.observe(root);
  model.on("change:board", draw);
  model.on("change:labels", draw);
  model.on("change:selected", showSelected);

  return () => {
    listening.abort();
    cancelAnimationFrame(pending);
    pending = 0;
    watching.disconnect();
    model.off("change:board", draw);
    model.off("change:labels", draw);
    model.off("change:selected", showSelected);
    root.remove();
  };
}

export default { render };
