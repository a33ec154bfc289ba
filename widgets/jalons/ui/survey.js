// Questions on a scale. Radio buttons are the browser's own; what comes from the kernel while
// somebody writes changes everything but the field being written in.
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const TAKEN_BACK = -1;
const WAIT_MS = 700;

export const fill = (text, values) =>
  text.replace(/%(\w+)%/g, (whole, name) => (name in values ? values[name] : whole));

/** How many questions have an answer in a mode. */
export const answered = (sections, mode) => {
  const items = sections.flatMap((section) => section.items);
  const count = items.filter((item) => (mode === "agree" ? item.agreed : item.mine)).length;
  return { count, total: items.length };
};

/** Step → names of those who chose it; null is « I do not know ». */
export const byStep = (others) => {
  const names = new Map();
  for (const other of others) names.set(other.step, [...(names.get(other.step) ?? []), other.who]);
  return names;
};

function choices(model, item, mode, name, send) {
  const labels = model.get("labels");
  const given = mode === "agree" ? item.agreed : item.mine;
  const steps = model.get("scale").map((label, step) => ({ step, label }));
  if (mode === "answer") steps.push({ step: null, label: labels.unknown });
  const row = element("div", { className: "j-survey-steps" });
  for (const { step, label } of steps) {
    const input = element("input", { type: "radio", name, checked: Boolean(given) && given.step === step });
    input.addEventListener("change", () => send(step));
    row.append(element("label", { className: `j-survey-step j-survey-step-${step ?? "none"}` }, input, element("span", { textContent: label })));
  }
  const back = element("button", { type: "button", className: "j-survey-back", textContent: labels.take_back, hidden: !given });
  back.addEventListener("click", () => send(TAKEN_BACK));
  row.append(back);
  return row;
}

function answersOf(model, item) {
  const labels = model.get("labels");
  const scale = model.get("scale");
  const box = element("div", { className: "j-survey-others" });
  if (item.hidden) box.append(element("p", { className: "j-soft", textContent: fill(labels.hidden, { count: item.hidden }) }));
  if (!item.others.length) {
    if (!item.hidden && model.get("mode") === "agree") box.append(element("p", { className: "j-soft", textContent: labels.nobody }));
    return box;
  }
  const list = element("ul", { ariaLabel: labels.others });
  const steps = [...scale.map((label, step) => [step, label]), [null, labels.unknown]];
  const names = byStep(item.others);
  for (const [step, label] of steps) {
    if (names.has(step)) list.append(element("li", {}, element("strong", { textContent: label }), ` ${names.get(step).join(", ")}`));
  }
  const notes = item.others.filter((other) => other.note);
  for (const other of notes) list.append(element("li", { className: "j-soft", textContent: `${other.who} : ${other.note}` }));
  box.append(list);
  return box;
}

/** What is already known, and where somebody says otherwise. */
function knownOf(model, item) {
  const labels = model.get("labels");
  const shown = [element("p", { className: "j-survey-known", textContent: item.known })];
  if (item.corrected === undefined) return shown;
  if (item.corrected) shown.push(element("p", { className: "j-survey-corrected" }, element("strong", { textContent: labels.corrected }), ` ${item.corrected}`));
  const words = element("textarea", { rows: 2, value: item.corrected, ariaLabel: `${labels.correct} ${item.text}` });
  words.addEventListener("change", () => model.send({ kind: "correct", id: item.id, step: null, note: words.value }));
  return [...shown, element("details", { className: "j-survey-correct" }, element("summary", { textContent: labels.correct }), words)];
}

function draw(model, item, place) {
  const labels = model.get("labels");
  const mode = model.get("mode");
  const given = mode === "agree" ? item.agreed : item.mine;
  const saved = element("span", { className: "j-survey-saved j-soft" });
  saved.setAttribute("role", "status");
  const note = element("textarea", { rows: 2, value: given?.note ?? "", ariaLabel: `${labels.note} : ${item.text}`, placeholder: item.hint });
  let timer;
  let step = given ? given.step : TAKEN_BACK;
  const send = (chosen) => {
    clearTimeout(timer);
    timer = undefined;
    step = chosen;
    model.send({ kind: mode, id: item.id, step, note: chosen === TAKEN_BACK ? "" : note.value });
  };
  const later = () => { clearTimeout(timer); if (step !== TAKEN_BACK) timer = setTimeout(() => send(step), WAIT_MS); };
  note.addEventListener("input", later);
  note.addEventListener("blur", () => { if (timer) send(step); });
  const fold = element("details", { className: "j-survey-note", open: Boolean(given?.note) }, element("summary", { textContent: labels.note_add }), note);
  const field = element("fieldset", {}, element("legend", { textContent: item.text }));
  if (item.known) field.append(...knownOf(model, item));
  if (mode === "agree") field.append(answersOf(model, item));
  field.append(choices(model, item, mode, `${place.id}-${item.id}`, send));
  if (mode === "answer") field.append(answersOf(model, item));
  if (mode === "answer" && item.agreed) {
    field.append(element("p", { className: "j-soft", textContent: `${labels.agreed} ${model.get("scale")[item.agreed.step]}` }));
  }
  for (const said of item.then ?? []) field.append(element("p", { className: "j-soft", textContent: said }));
  field.append(fold, saved);
  return { field, saved, note, stop: () => { if (timer) send(step); } };
}

export default {
  render({ model, el }) {
    el.classList.add("j-survey");
    const place = { id: `j-survey-${Math.random().toString(36).slice(2)}` };
    const count = element("p", { className: "j-survey-count" });
    count.setAttribute("role", "status");
    const body = element("div");
    el.append(count, body);
    const shown = new Map(); // id → { as, field, saved, note, stop }

    const keepFocus = (old, fresh) => {
      const active = document.activeElement;
      if (!old.field.contains(active)) return () => {};
      if (active === old.note) {
        const { selectionStart, selectionEnd, value } = old.note;
        return () => {
          Object.assign(fresh.note, { value });
          fresh.note.closest("details").open = true;
          fresh.note.focus();
          fresh.note.setSelectionRange(selectionStart, selectionEnd);
        };
      }
      const controls = [...old.field.querySelectorAll("input, button, summary")];
      const index = controls.indexOf(active);
      return () => {
        const found = fresh.field.querySelectorAll("input, button, summary")[index];
        (found && !found.hidden ? found : fresh.field.querySelector("input")).focus();
      };
    };

    const update = () => {
      const sections = model.get("sections");
      const mode = model.get("mode");
      const labels = model.get("labels");
      const shape = JSON.stringify([mode, sections.map((s) => [s.title, s.items.map((i) => i.id)])]);
      count.textContent = sections.length ? fill(labels.answered, answered(sections, mode)) : labels.empty;
      if (body.dataset.shape !== shape) {
        shown.forEach((one) => one.stop());
        shown.clear();
        body.dataset.shape = shape;
        body.replaceChildren(...sections.map((section) => {
          const part = element("section", {}, element("h3", { textContent: section.title }));
          for (const item of section.items) {
            const one = { as: JSON.stringify(item), ...draw(model, item, place) };
            shown.set(item.id, one);
            part.append(one.field);
          }
          return part;
        }));
        return;
      }
      for (const item of sections.flatMap((section) => section.items)) {
        const old = shown.get(item.id);
        const as = JSON.stringify(item);
        if (old.as === as) continue;
        const fresh = { as, ...draw(model, item, place) };
        const focus = keepFocus(old, fresh);
        const folded = old.field.querySelector(".j-survey-note").open;
        fresh.saved.textContent = old.saved.textContent;
        old.field.replaceWith(fresh.field);
        if (folded) fresh.field.querySelector(".j-survey-note").open = true;
        focus();
        shown.set(item.id, fresh);
      }
    };
    const told = (message) => {
      if (message.kind === "saved" && shown.has(message.id)) shown.get(message.id).saved.textContent = model.get("labels").saved;
    };
    let waiting = false;
    const soon = () => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => { waiting = false; update(); });
    };
    const names = ["sections", "mode", "labels", "scale"];
    names.forEach((name) => model.on(`change:${name}`, soon));
    model.on("msg:custom", told);
    update();
    return () => {
      shown.forEach((one) => one.stop());
      names.forEach((name) => model.off(`change:${name}`, soon));
      model.off("msg:custom", told);
    };
  },
};
