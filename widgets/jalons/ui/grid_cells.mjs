// What a grid of cells needs to know without a page: the clipboard, moving about, choosing, words.

/** What a spreadsheet puts on the clipboard → rows of cells; quoted cells may hold line breaks. */
export function parseTable(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') { cell += '"'; at += 1; }
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") { rows.at(-1).push(cell); cell = ""; }
    else if (sign === "\n") { rows.at(-1).push(cell); cell = ""; rows.push([]); }
    else cell += sign;
  }
  rows.at(-1).push(cell);
  // A spreadsheet ends the last row too.
  if (rows.length > 1 && rows.at(-1).length === 1 && rows.at(-1)[0] === "") rows.pop();
  return rows.map((row) => row.map((value) => value.replace(/\s+/g, " ").trim()));
}

/** Rows of cells → what a spreadsheet takes from the clipboard. */
export const tableText = (rows) =>
  rows.map((row) => row.map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");

/** Two corners → the rectangle between them. */
export const rangeOf = (a, b) => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.col, b.col),
  right: Math.max(a.col, b.col),
});

/**
 * The edits that pasting a block makes: one value fills the whole selection, a block lies down from
 * its upper left corner. `lost` counts the filled cells right of the last column.
 */
export function pasteEdits(block, range, width) {
  const single = block.length === 1 && block[0].length === 1;
  const height = single ? range.bottom - range.top + 1 : block.length;
  const across = single ? range.right - range.left + 1 : Math.max(...block.map((row) => row.length));
  const cells = [];
  let lost = 0;
  for (let r = 0; r < height; r += 1) {
    for (let c = 0; c < across; c += 1) {
      const text = single ? block[0][0] : block[r][c];
      if (text === undefined) continue;
      if (range.left + c < width) cells.push([range.top + r, range.left + c, text]);
      else if (text) lost += 1;
    }
  }
  return { cells, lost };
}

/** Rows after edits; rows that are missing are added. */
export function applyEdits(rows, cells, width) {
  const next = rows.slice();
  const mine = new Set();
  for (const [row, col, text] of cells) {
    while (next.length <= row) next.push(Array(width).fill(""));
    if (!mine.has(row)) { next[row] = next[row].slice(); mine.add(row); }
    next[row][col] = text;
  }
  return next;
}

/** Where a key leads from a cell; null, it is no key that moves. `last` is the blank row. */
export function moved(at, key, { last, width, page = 10, ctrl = false }) {
  const to = {
    ArrowUp: { row: ctrl ? 0 : at.row - 1, col: at.col },
    ArrowDown: { row: ctrl ? last : at.row + 1, col: at.col },
    ArrowLeft: { row: at.row, col: ctrl ? 0 : at.col - 1 },
    ArrowRight: { row: at.row, col: ctrl ? width - 1 : at.col + 1 },
    PageUp: { row: at.row - page, col: at.col },
    PageDown: { row: at.row + page, col: at.col },
    Home: { row: ctrl ? 0 : at.row, col: 0 },
    End: { row: ctrl ? last : at.row, col: width - 1 },
  }[key];
  if (!to) return null;
  return { row: Math.max(0, Math.min(last, to.row)), col: Math.max(0, Math.min(width - 1, to.col)) };
}

/** The cell after (or before) this one in reading order; null beyond the ends. */
export function nextCell(at, back, { last, width }) {
  const number = at.row * width + at.col + (back ? -1 : 1);
  if (number < 0 || number >= (last + 1) * width) return null;
  return { row: Math.floor(number / width), col: number % width };
}

const bare = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The choices that what is typed may mean, those that begin with it first. */
export function matching(choices, typed) {
  const asked = bare(typed.trim());
  if (!asked) return choices;
  const rank = ([value, label]) => {
    const names = [bare(value), bare(label)];
    if (names.includes(asked)) return 0;
    if (names.some((name) => name.startsWith(asked))) return 1;
    return names.some((name) => name.includes(asked)) ? 2 : 3;
  };
  return choices.map((choice) => [rank(choice), choice]).filter(([r]) => r < 3)
    .sort((a, b) => a[0] - b[0]).map(([, choice]) => choice);
}

/** Add a value to several joined ones, or take it away. */
export function toggled(text, value, separator) {
  const parts = text.split(separator).map((part) => part.trim()).filter(Boolean);
  return (parts.includes(value) ? parts.filter((part) => part !== value) : [...parts, value]).join(separator);
}

export const ISO = /^\d{4}-\d{2}-\d{2}$/;

// Made once a language: a table may hold hundreds of days.
const formats = new Map();
const dayFormat = (lang) => {
  if (!formats.has(lang)) formats.set(lang, new Intl.DateTimeFormat(lang, { weekday: "short", day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }));
  return formats.get(lang);
};

/** A cell as people read it: words for codes, days with their weekday. */
export function shown(column, value, lang) {
  if (!value) return "";
  const word = (code) => column.choices.find(([known]) => known === code)?.[1] ?? code;
  if (column.kind === "many") return value.split(column.separator).map(word).join(", ");
  if (column.kind === "day" && ISO.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return value;
    return dayFormat(lang).format(day);
  }
  return word(value);
}

/** A day as people type it. */
export const shownDay = (iso) => (ISO.test(iso) ? iso.split("-").reverse().join("/") : iso);

/** How wide a column is, in characters: as its title and most of its cells need. */
export function widthOf(column, cells) {
  const lengths = cells.map((cell) => cell.length).sort((a, b) => a - b);
  const most = Math.max(lengths[Math.floor(lengths.length * 0.9)] ?? 0, Math.min(16, lengths.at(-1) ?? 0));
  const least = { day: 16, clock: 8, number: 8 }[column.kind] ?? 9;
  return Math.max(least, Math.min(32, Math.max(most + 3, column.label.length + 5)));
}
