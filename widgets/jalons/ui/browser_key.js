// The name is made here once, kept in this browser's own storage, and sent to the kernel only.
const KEY = "jalons-browser";

function own() {
  const made = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  try {
    const kept = localStorage.getItem(KEY);
    if (kept) return kept;
    localStorage.setItem(KEY, made);
  } catch { /* private mode: a name for this page only */ }
  return made;
}

export default {
  render({ model, el }) {
    el.hidden = true;
    if (model.get("value")) return;
    model.set("value", own());
    model.save_changes();
  },
};
