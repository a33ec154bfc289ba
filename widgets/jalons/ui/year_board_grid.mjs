// The year as a grid, put together as text: weeks above, rows below, holidays beneath. Pure.
//
// A scene is what is drawn: the layout, the words, what is chosen, where the reader is.

import { Markup, escapeHtml, fill, html } from "./markup.mjs";
import { closedDays, hueOf } from "./year_board_layout.mjs";
import { HOLIDAY_UNITS, columnOf, monthHeads, packLanes, placeMarks, placeOf, spanOf, weekIndex } from "./year_board_weeks.mjs";
import { SHORT, cellName, dateText, laneText } from "./year_board_words.mjs";

const percent = (share) => `${(share * 100).toFixed(3)}%`;
const across = ({ left, width }) => `left:${percent(left)};width:${percent(width)}`;

const MAX_CHIPS = 4;
export const FIRST_ROWS = 24; // drawn at once; the others, below the fold, right after the first paint
const ROOM_FOR_WORDS = 36; // units

// A board has thousands of cells: they are put together as plain text, each datum escaped by hand.
const signs = ({ broken, pinned }) =>
  (broken?.length ? '<i class="jb-bang"></i>' : "") + (pinned ? '<i class="jb-pin"></i>' : "");

// Where a row is high, what a chip is about stands on it, turned like the back of a book.
const spine = ({ time, title }) =>
  `<span class="jb-spine">${time ? `<b>${escapeHtml(time)}</b> ` : ""}<span>${escapeHtml(title)}</span></span>`;

const chipText = (scene, chip) => {
  const classes = ["jb-chip", chip.id === scene.selected && "jb-chosen", chip.broken?.length && "jb-broken", chip.pinned && "jb-pinned", chip.fixed && "jb-fixed"];
  return `<span class="${classes.filter(Boolean).join(" ")}" data-chip="${escapeHtml(chip.id)}" data-hue="${hueOf(scene, chip.theme)}">${scene.spines ? `<b>${escapeHtml(chip.letter)}</b>${spine(chip)}` : escapeHtml(chip.letter)}${signs(chip)}</span>`;
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

export function rowHtml(scene, line, r) {
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
  const words = (mark) => `${dateText(labels.lang, mark.date, SHORT)} ${laneText(mark)}`;
  return placeMarks(board.marks ?? [], weeks, edges, words, units.reduce((sum, unit) => sum + unit, 0));
}

function nationalHtml(scene) {
  const { weeks, columns, lines, labels } = scene;
  const { marks } = nationalPlaces(scene);
  const cells = columns.map((_, c) => cellHtml(scene, lines[0], 0, c));
  const texts = marks.map(({ mark, at, lane, leftward }) =>
    html`<span class="jb-mark" data-col="${columnOf(columns, weekIndex(weeks, mark.date))}" data-status="${mark.status}"${leftward && new Markup(" data-left")} style="${leftward ? "right" : "left"}:${percent(leftward ? 1 - at : at)};--jb-lane:${lane}"><i class="jb-flag"></i><span><b>${dateText(labels.lang, mark.date, SHORT)}</b> ${laneText(mark)}${mark.status === "to_confirm" && html`<em>?</em>`}</span></span>`);
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

export const rowsHtml = (scene, from, to) =>
  scene.lines.slice(from, to).map((line, i) => (line.national ? "" : rowHtml(scene, line, from + i)));

/** How high the rows of a board are; "" when it has none. */
export function sizeOf({ lines }) {
  const rows = lines.length - (lines[0]?.national ? 1 : 0);
  return [[16, "many"], [9, "some"], [6, "few"], [3, "high"], [0, "tall"]].find(([more]) => rows > more)?.[1] ?? "";
}

export function gridHtml(scene) {
  const { weeks, columns, units, lines, labels, ids } = scene;
  const todayWeek = weekIndex(weeks, scene.today);
  const tracks = units.map((unit) => `minmax(calc(var(--jb-unit)*${unit}),${unit}fr)`).join(" ");
  const national = lines[0]?.national;
  const size = sizeOf(scene);
  if (!size) return html`<p class="jb-empty">${labels.nothing}</p>`;
  return html`<div class="jb-scroller" data-size="${size}" style="--jb-lanes:${nationalPlaces(scene).count};--jb-rows:${lines.length - (national ? 1 : 0)}"><div class="jb-grid" role="grid" aria-readonly="${String(!scene.editable)}" aria-labelledby="${ids}-caption" style="--jb-rule:${ruleOf(scene)};--jb-tracks:${tracks};--jb-total:${units.reduce((a, b) => a + b, 0)}"><div class="jb-head" role="rowgroup">${monthsHtml(scene)}<div class="jb-row jb-weeks" role="row"><div class="jb-rowhead jb-corner" role="columnheader"><span class="jb-sub">${labels.rows} · ${labels.week}</span></div>${columns.map((_, c) => weekHeadHtml(scene, c, todayWeek))}</div>${national && nationalHtml(scene)}</div><div class="jb-body" role="rowgroup">${underHtml(scene)}${rowsHtml(scene, 0, FIRST_ROWS)}</div></div></div>`;
}
