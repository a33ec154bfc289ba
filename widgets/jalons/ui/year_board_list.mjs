// The year as a list of dates, and the places of a chip as one. Pure.

import { fill, html } from "./markup.mjs";
import { isFree } from "./year_board_keys.mjs";
import { closedDays, hueOf, themeLabel } from "./year_board_layout.mjs";
import { brokenHtml, chipLines, doHtml } from "./year_board_panel.mjs";
import { DAY, isoOf, time, weekIndex } from "./year_board_weeks.mjs";
import { ROW, viewTitle } from "./year_board_views.mjs";
import { MONTH, WEEKDAY, dateText, statusText } from "./year_board_words.mjs";

/** Where the chip could go, as a list of dates to choose from. */
export function placesHtml({ labels, ids, picking: { chip, places } }) {
  const item = (place) => html`<li>${doHtml("put", place.label, "", html` data-key="${place.key}"`)}${brokenHtml({ broken: place.problems })}</li>`;
  const free = places?.filter(isFree) ?? [];
  const clashes = places?.filter((place) => !isFree(place)) ?? [];
  return html`<div class="jb-places" role="group" aria-labelledby="${ids}-where"><p id="${ids}-where" tabindex="-1"><b>${fill(labels.where_to, chip)}</b></p>${doHtml("cancel", labels.cancel, "Escape")}${free.length > 0 && html`<p>${labels.free_dates} (${free.length})</p><ul>${free.map(item)}</ul>`}${clashes.length > 0 && html`<details><summary>${labels.clash_dates} (${clashes.length})</summary><ul>${clashes.map(item)}</ul></details>`}</div>`;
}

const chipEntries = (row, of) =>
  (row?.chips ?? []).map((chip) => ({ type: "chip", first: chip.date, last: chip.date, item: chip, of }));

/** The chips of several rows by date, each with its row; sessions of a day in order of time. */
export const mergedEntries = (rows) =>
  rows.flatMap((row) => chipEntries(row, row.label))
    .sort((x, y) => x.first.localeCompare(y.first) || (x.item.time ?? "").localeCompare(y.item.time ?? ""));

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
    ...chipEntries(row),
    ...(row?.bands ?? []).map((band) => ({ type: "band", first: band.first, last: band.last, item: band })),
    ...(row?.marks ?? []).map((mark) => ({ type: "council", first: mark.date, last: mark.date, item: mark })),
    ...(shared ? [...holidays, ...closed, ...marks] : []),
  ].sort((x, y) => x.first.localeCompare(y.first));
}

function entryHtml(scene, { type, first, last, item, of }) {
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
    chip: () => html`<button type="button" class="jb-pick" data-chip="${item.id}" aria-pressed="${String(item.id === selected)}">${of && `${of} · `}${item.title}</button>`,
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

/**
 * One row with what all rows share; or, of one person or place, one table across its rows; or every
 * row's table after a common one.
 */
export function listHtml(scene) {
  const { labels, view, board } = scene;
  if (scene.picking) return placesHtml(scene);
  const list = (...tables) => html`<div class="jb-list">${tables}</div>`;
  if (view.facet === ROW) {
    const row = scene.data.rows.find(({ id }) => id === view.of);
    return list(tableHtml(scene, row.label, row.sub, entriesOf(scene, row, true)));
  }
  if (view.facet) return list(tableHtml(scene, viewTitle(scene.data, view), "", mergedEntries(board.rows)));
  const common = entriesOf(scene, null, true);
  return list(
    common.length > 0 && tableHtml(scene, labels.common, "", common),
    ...board.rows.map((one) => tableHtml(scene, one.label, one.sub, entriesOf(scene, one, false))),
  );
}
