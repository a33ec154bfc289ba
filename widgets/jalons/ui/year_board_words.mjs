// What is said of weeks, cells and chips; every word comes with the labels. Pure.

import { fill } from "./markup.mjs";
import { time } from "./year_board_weeks.mjs";

const formats = new Map();
const formatter = (lang, options) => {
  const key = lang + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(lang, { ...options, timeZone: "UTC" }));
  return formats.get(key);
};
const LONG = { day: "numeric", month: "long", year: "numeric" };
export const MONTH = { month: "long", year: "numeric" };
export const SHORT = { day: "numeric", month: "short" };
export const WEEKDAY = { weekday: "short", ...SHORT };

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

export const statusText = ({ status }, labels) =>
  ({ confirmed: labels.confirmed, to_confirm: labels.to_confirm, team: labels.team })[status];

const LANE_CHARS = 36;

/** A mark's words where there is little room; all of them are in the details and in the list. */
export const laneText = ({ label }) => (label.length > LANE_CHARS ? `${label.slice(0, LANE_CHARS - 1).trimEnd()}…` : label);
