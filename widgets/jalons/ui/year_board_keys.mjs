// Where keys and pointers lead: from cell to cell, from chip to chip, from place to place. Pure.

import { columnOf, weekIndex } from "./year_board_weeks.mjs";

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
