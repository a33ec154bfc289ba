// A modal dialog of the browser's own: it keeps the focus, and Escape closes it.
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const button = (label, press, className = "j-action j-plain") => {
  const made = element("button", { type: "button", className, textContent: label });
  made.addEventListener("click", press);
  return made;
};

/** The place after a step, held within the talk. */
export const moved = (place, step, total) => Math.max(0, Math.min(total - 1, place + step));

/** The step that a key asks for; 0 for none. */
export const stepOf = (key) =>
  ({ ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity })[key] ?? 0;

export default {
  render({ model, el }) {
    el.classList.add("j-slides-place");
    const labels = model.get("labels");
    let place = 0;
    const screen = element("div", { className: "j-slide" });
    const where = element("span", { className: "j-soft" });
    where.setAttribute("role", "status");
    const go = (step) => { place = moved(place, step, model.get("slides").length); draw(); };
    const next = button(labels.next, () => go(1), "j-action");
    next.autofocus = true; // the space bar and Enter go on
    const dialog = element("dialog", { className: "j-slides jalons" }, screen, element("div", { className: "j-slides-bar" },
      button(labels.previous, () => go(-1)), next, where, button(labels.leave, () => dialog.close())));
    dialog.setAttribute("aria-label", labels.title);
    const draw = () => {
      const slides = model.get("slides");
      start.hidden = slides.length === 0;
      const slide = slides[moved(place, 0, slides.length)];
      if (!slide) return;
      const parts = [element("h2", { textContent: slide.title })];
      if (slide.figure) parts.push(element("p", { className: "j-slide-figure", textContent: slide.figure }));
      if (slide.picture) parts.push(element("div", { className: "j-slide-picture", innerHTML: slide.picture }));
      if (slide.lines.length) parts.push(element("ul", {}, ...slide.lines.map((line) => element("li", { textContent: line }))));
      if (slide.source) parts.push(element("p", { className: "j-slide-source j-soft", textContent: slide.source }));
      screen.replaceChildren(...parts);
      where.textContent = labels.place.replace("%number%", place + 1).replace("%total%", slides.length);
    };
    const open = () => { place = 0; draw(); if (!dialog.open) dialog.showModal(); };
    const start = button(labels.start, open);
    const heard = (message) => { if (message.kind === "open") open(); };
    dialog.addEventListener("keydown", (event) => {
      const step = event.key === " " && event.target.tagName === "BUTTON" ? 0 : stepOf(event.key);
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      go(step);
    });
    el.append(start, dialog);
    model.on("change:slides", draw);
    model.on("msg:custom", heard);
    draw();
    return () => { model.off("change:slides", draw); model.off("msg:custom", heard); dialog.close(); };
  },
};
