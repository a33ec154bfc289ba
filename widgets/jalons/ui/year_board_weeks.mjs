// Weeks of a school year as columns, and where days and spans of days lie across them. Pure.

export const DAY = 86_400_000;
export const time = (iso) => Date.parse(`${iso}T00:00:00Z`);
export const isoOf = (ms) => new Date(ms).toISOString().slice(0, 10);

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
