// Parts of a board one may look at: one row, or one person, one place, one session across rows. Pure.
//
// A view is {} (everything) or {facet, of}: "row" and a row's id, or a code of board.facets and one
// of its values. Nothing is asked of the kernel: each chip says what it belongs to (chip.facets).

export const ROW = "row";

/** Does a chip belong to what one looks at? */
const belongs = (chip, { facet, of }) => chip.facets?.[facet]?.includes(of) ?? false;

/** What one may look at with a facet: its values, each with how many chips it has. */
export function choicesOf(board, facet) {
  if (facet === ROW) return (board.rows ?? []).map(({ id, label, chips }) => ({ id, label, count: chips?.length ?? 0 }));
  const counts = new Map();
  for (const chip of (board.rows ?? []).flatMap(({ chips }) => chips ?? []))
    for (const value of chip.facets?.[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  const { values } = board.facets?.find(({ code }) => code === facet) ?? { values: [] };
  return values.map(({ id, label }) => ({ id, label, count: counts.get(id) ?? 0 }));
}

/** The view asked for, or everything if the board knows no such thing. */
export const viewOf = (board, { facet, of } = {}) =>
  facet && choicesOf(board, facet).some(({ id }) => id === of) ? { facet, of } : {};

/** The words for what one looks at; "" for everything. */
export const viewTitle = (board, { facet, of }) =>
  facet ? choicesOf(board, facet).find(({ id }) => id === of)?.label ?? "" : "";

/** One row as several: what is for all of it, then each of its lanes (a class, then its groups). */
function inLanes(row, tray) {
  const all = [...(row.chips ?? []), ...tray];
  const lanes = [...new Set(all.map(({ lane }) => lane).filter(Boolean))].sort();
  if (!lanes.length) return [row];
  const part = (lane, more) => ({ ...row, ...more, chips: (row.chips ?? []).filter((chip) => (chip.lane ?? "") === lane) });
  return [part("", {}), ...lanes.map((lane) => part(lane, { id: laneId(row.id, lane), label: lane, sub: row.label }))];
}

const laneId = (row, lane) => (lane ? `${row}\n${lane}` : row);

/** The board as a view shows it: the rows concerned, with the chips concerned. */
export function inView(board, view) {
  const rows = board.rows ?? [];
  const tray = board.tray ?? [];
  if (!view.facet) return board;
  if (view.facet === ROW) {
    const own = tray.filter((chip) => chip.row === view.of);
    return {
      ...board,
      rows: rows.filter(({ id }) => id === view.of).flatMap((row) => inLanes(row, own)),
      tray: own.map((chip) => ({ ...chip, row: laneId(chip.row, chip.lane) })),
    };
  }
  const left = tray.filter((chip) => belongs(chip, view));
  const waiting = new Set(left.map(({ row }) => row));
  const concerned = rows
    .map((row) => ({ ...row, chips: (row.chips ?? []).filter((chip) => belongs(chip, view)) }))
    .filter(({ id, chips }) => chips.length || waiting.has(id));
  return { ...board, rows: concerned, tray: left };
}

/** The view that an address names after its # (`#vue=person:Mme Roy`), under the name given; else {}. */
export function fromAddress(hash, name) {
  const text = new URLSearchParams(hash.replace(/^#/, "")).get(name) ?? "";
  const at = text.indexOf(":");
  return at > 0 ? { facet: text.slice(0, at), of: text.slice(at + 1) } : {};
}

/** The address's part after # for a view. What else stood there stays, unless it was a mere anchor. */
export function toAddress(hash, name, { facet, of }) {
  const parts = new URLSearchParams(hash.includes("=") ? hash.replace(/^#/, "") : "");
  if (facet) parts.set(name, `${facet}:${of}`);
  else parts.delete(name);
  const text = String(parts);
  return text ? `#${text}` : "";
}
