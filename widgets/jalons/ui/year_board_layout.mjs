// A board's data made ready to be drawn: rows and columns, and what lies in each cell. Pure.

import { columnsOf, contentOf, edgesOf, monthStarts, weekUnits } from "./year_board_weeks.mjs";

/** A board with some of its rows, by number, and its tray replaced. */
export const withRows = (board, { rows, tray }) =>
  rows ? { ...board, rows: board.rows.map((row, i) => rows[i] ?? row), tray } : board;

// A row that is the same object has the same text.
const texts = new WeakMap();
const textOf = (row) => {
  if (!texts.has(row)) texts.set(row, JSON.stringify(row));
  return texts.get(row);
};

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
    const own = textOf(row);
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

export const hueOf = ({ themes }, code) => (themes.find((theme) => theme.code === code)?.hue ?? 0) % 8;
export const themeLabel = ({ themes }, code) => themes.find((theme) => theme.code === code)?.label ?? code;
export const closedDays = (week) =>
  (week.closed ?? []).map((day) => (typeof day === "string" ? { date: day, label: "" } : day));
