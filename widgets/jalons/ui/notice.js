// One live place, always there; its content is text.
const element = (name, text) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
};
const list = (items) => {
  const ul = element("ul");
  ul.append(...items.map((item) => element("li", item)));
  return ul;
};

function content(model) {
  const items = model.get("items");
  const shown = model.get("shown");
  const parts = [element("p", model.get("message"))];
  if (items.length) parts.push(list(items.slice(0, shown)));
  if (items.length > shown) {
    const fold = element("details");
    fold.append(element("summary", model.get("more")), list(items.slice(shown)));
    parts.push(fold);
  }
  return parts;
}

export default {
  render({ model, el }) {
    el.classList.add("j-notice-place");
    const block = element("div");
    el.append(block);
    const draw = () => {
      const kind = model.get("kind");
      const empty = !model.get("message");
      block.setAttribute("role", kind === "error" ? "alert" : "status");
      block.className = empty ? "" : `j-notice j-notice-${kind}`;
      block.replaceChildren(...(empty ? [] : content(model)));
    };
    let waiting = false; // several traits of one change are drawn once
    const soon = () => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => { waiting = false; draw(); });
    };
    const names = ["kind", "message", "items", "more", "shown"];
    names.forEach((name) => model.on(`change:${name}`, soon));
    draw();
    return () => names.forEach((name) => model.off(`change:${name}`, soon));
  },
};
