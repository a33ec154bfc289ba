// Elements of Explorer's view: made from text, never from HTML, so that data cannot become a tag.

/**
 * An element. `on` holds listeners, `data` data attributes; true and false set or leave out an
 * attribute; children that are null or false are left out.
 */
export function make(name, { on = {}, data = {}, ...attributes } = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  for (const [key, value] of Object.entries(data)) made.dataset[key] = value;
  for (const [event, act] of Object.entries(on)) made.addEventListener(event, act);
  made.append(...children.flat(3).filter((child) => child != null && child !== false));
  return made;
}

/** A button that keeps the focus when what is around it is drawn again: `key` names it. */
export function press(key, label, act, attributes = {}) {
  const { class: style = "j-action j-plain", ...others } = attributes;
  return make(
    "button",
    { type: "button", class: style, data: { key }, on: { click: act }, ...others },
    label,
  );
}

/** A question with one answer among several. */
export function oneOf(name, legend, choices, chosen, choose, note) {
  return make(
    "fieldset",
    { class: "j-x-question" },
    make("legend", {}, legend),
    note && make("p", { class: "j-soft" }, note),
    make(
      "div",
      { class: "j-x-choices" },
      choices.map(([value, label]) =>
        make(
          "label",
          { class: "j-x-choice" },
          make("input", {
            type: "radio",
            name,
            value,
            checked: value === chosen,
            data: { key: `${name}.${value}` },
            on: { change: () => choose(value) },
          }),
          make("span", {}, label),
        ),
      ),
    ),
  );
}

/** A field that unfolds; `built` fills it the first time. Those in `open` are open. */
export function fold(key, title, built, open, attributes = {}) {
  const inside = make("div", { class: "j-x-inside" });
  const box = make(
    "details",
    { open: open.has(key), ...attributes },
    make("summary", { data: { key } }, title),
    inside,
  );
  const fillIn = () => {
    if (box.open && !inside.hasChildNodes()) inside.append(...[built()].flat(3).filter(Boolean));
  };
  box.addEventListener("toggle", () => {
    if (box.open) open.add(key);
    else open.delete(key);
    fillIn();
  });
  fillIn();
  return box;
}
