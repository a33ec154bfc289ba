// Native range inputs. While a hand is on one, what the kernel echoes does not move it.
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** A value as it is read: thousands apart, a plus sign where a sign is meant, its unit. */
export const spoken = (value, { unit, signed, step }, lang) => {
  const digits = step < 1 ? 1 : 0;
  const number = new Intl.NumberFormat(lang, {
    minimumFractionDigits: 0, maximumFractionDigits: digits, signDisplay: signed ? "exceptZero" : "auto",
  }).format(value);
  return unit ? `${number}\u00a0${unit}` : number;
};

let made = 0;

export default {
  render({ model, el }) {
    el.classList.add("j-dials");
    let rows = [];
    let held = null;
    const valueOf = (dial) => model.get("values")[dial.id] ?? dial.rest;
    const set = (dial, value) => {
      model.set("values", { ...model.get("values"), [dial.id]: value });
      model.save_changes();
      refresh();
    };

    const one = (dial, inner = false) => {
      const id = `j-dial-${++made}`;
      const range = element("input", { type: "range", id, min: dial.low, max: dial.high, step: dial.step });
      const said = element("output");
      said.setAttribute("for", id);
      const reset = element("button", { type: "button", className: "j-dial-reset", textContent: "↺", title: model.get("labels").reset.replace("%label%", dial.label) });
      reset.setAttribute("aria-label", reset.title);
      const label = element("label", { htmlFor: id, textContent: dial.label });
      range.addEventListener("input", () => { held = range; set(dial, Number(range.value)); });
      range.addEventListener("change", () => { held = null; });
      range.addEventListener("keydown", (event) => event.stopPropagation());
      reset.addEventListener("click", () => { set(dial, dial.rest); range.focus(); });
      const box = element("div", { className: inner ? "j-dial j-dial-inner" : "j-dial" }, label, range, said, reset);
      rows.push({ dial, range, said, reset, box });
      const text = element("p", { id: `${id}-text`, textContent: dial.text });
      if (dial.text) range.setAttribute("aria-describedby", text.id);
      if (inner) box.append(text);
      if (!inner && (dial.note || dial.inner)) {
        const fold = element("details", { className: "j-dial-more" }, element("summary", { textContent: model.get("labels").more }));
        fold.firstChild.setAttribute("aria-label", `${model.get("labels").more} : ${dial.label}`);
        if (dial.text) fold.append(text);
        if (dial.note) fold.append(element("p", { className: "j-soft", textContent: dial.note }));
        if (dial.inner) fold.append(one(dial.inner, true));
        box.append(fold);
      }
      return box;
    };
    const refresh = () => {
      const lang = model.get("lang");
      for (const { dial, range, said, reset, box } of rows) {
        const value = valueOf(dial);
        if (range !== held) range.value = value;
        said.textContent = spoken(value, dial, lang);
        range.setAttribute("aria-valuetext", said.textContent);
        const share = (value - dial.low) / (dial.high - dial.low || 1);
        range.style.setProperty("--j-dial-share", `${100 * share}%`);
        box.classList.toggle("j-dial-moved", value !== dial.rest);
        reset.disabled = value === dial.rest;
      }
    };
    const build = () => {
      rows = [];
      el.replaceChildren(...model.get("dials").map((dial) => one(dial)));
      refresh();
    };
    model.on("change:dials", build);
    model.on("change:values", refresh);
    build();
    return () => { model.off("change:dials", build); model.off("change:values", refresh); };
  },
};
