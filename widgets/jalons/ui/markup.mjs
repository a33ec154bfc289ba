// HTML from data that can never become a tag, and labels with holes. For every view.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

export class Markup {
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
