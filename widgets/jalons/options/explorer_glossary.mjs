// Technical words become buttons that explain themselves on the spot.
import { make } from "./explorer_dom.mjs";

const glossaries = new WeakMap();

function glossaryOf(words) {
  if (!glossaries.has(words)) {
    const meanings = new Map();
    for (const key of Object.keys(words).filter((name) => /^glossary-.*-names$/.test(name))) {
      for (const name of words[key].split("|")) {
        meanings.set(name.toLowerCase(), words[key.replace(/-names$/, "")]);
      }
    }
    const names = [...meanings.keys()].sort((a, b) => b.length - a.length);
    const quoted = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    glossaries.set(words, {
      meanings,
      pattern: new RegExp(`(?<![\\p{L}\\d])(${quoted})(?![\\p{L}\\d])`, "giu"),
    });
  }
  return glossaries.get(words);
}

/**
 * Text whose technical words can be asked about; each meaning once in `seen`.
 * @returns {Array<string|HTMLElement>}
 */
export function explained(text, words, seen = new Set()) {
  const { meanings, pattern } = glossaryOf(words);
  if (!meanings.size) return [text];
  return text.split(pattern).flatMap((part, i) => {
    const meaning = i % 2 ? meanings.get(part.toLowerCase()) : undefined;
    if (!meaning || seen.has(meaning)) return part ? [part] : [];
    seen.add(meaning);
    return [askable(part, meaning)];
  });
}

function askable(name, meaning) {
  const note = make("span", { class: "j-x-meaning", role: "note", hidden: true }, meaning);
  const button = make("button", { type: "button", class: "j-x-term", "aria-expanded": "false" }, name);
  const show = (shown) => {
    note.hidden = !shown;
    button.setAttribute("aria-expanded", String(shown));
  };
  button.addEventListener("click", () => show(note.hidden));
  button.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
  });
  return make("span", { class: "j-x-word" }, button, note);
}
