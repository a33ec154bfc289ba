// Rows with actions. Text is set as text; focus stays on what was pressed when rows are redrawn.
const element = (name, options = {}, ...children) => {
  const { text, ...rest } = options;
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(rest)) {
    if (value !== undefined && value !== "") made.setAttribute(key, value);
  }
  if (text !== undefined) made.textContent = text;
  made.append(...children.filter(Boolean));
  return made;
};

const button = (label, name, press, options = {}) => {
  const made = element("button", { type: "button", class: "jupyter-button", text: label, ...options });
  if (name) made.setAttribute("aria-label", `${label} – ${name}`);
  made.addEventListener("click", press);
  return made;
};

let made = 0;

export default {
  render({ model, el }) {
    el.classList.add("j-records");
    let all = false;
    let open = null; // the question that is open: { key, code }

    const send = (record, action, text) => {
      open = null;
      model.send({ code: action.code, key: record.key, text });
      draw();
      focus(record.key, action.code);
      if (action.goes) follow(action.goes);
    };

    // What was asked for comes from the kernel: wait for it to be there, but not for ever.
    const follow = (id, turns = 200) => {
      const target = document.getElementById(id);
      if (target?.offsetParent) { target.focus(); target.scrollIntoView({ block: "start" }); }
      else if (turns) requestAnimationFrame(() => follow(id, turns - 1));
    };

    const focus = (key, code) => {
      const row = [...el.querySelectorAll("li")].find((li) => li.dataset.key === key);
      const target = row?.querySelector(`[data-code="${CSS.escape(code)}"]`) ?? row?.querySelector("button");
      target?.focus();
    };

    const question = (record, action) => {
      const labels = model.get("labels");
      const id = `j-records-${++made}`;
      const stop = () => { open = null; draw(); focus(record.key, action.code); };
      const form = element("form", { class: "j-records-question" });
      if (action.ask) {
        const field = element("input", { id, type: "text", maxlength: "200", autocomplete: "off" });
        field.value = action.value;
        form.append(element("label", { for: id, text: action.ask }), field);
      } else {
        form.append(element("p", { id, text: action.confirm }));
        form.setAttribute("aria-describedby", id);
      }
      const yes = element("button", {
        type: "submit", class: "jupyter-button", text: action.ask ? labels.ok : action.label,
      });
      form.append(yes, button(labels.cancel, "", stop));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        send(record, action, form.querySelector("input")?.value ?? "");
      });
      form.addEventListener("keydown", (event) => {
        if (event.key === "Escape") { event.stopPropagation(); stop(); }
        event.stopPropagation(); // the notebook has shortcuts of its own
      });
      return form;
    };

    const row = (record) => {
      const actions = record.actions.map((action) => {
        const asks = action.ask || action.confirm;
        const isOpen = open?.key === record.key && open?.code === action.code;
        const press = () => {
          if (!asks) { send(record, action, ""); return; }
          open = isOpen ? null : { key: record.key, code: action.code };
          draw();
          if (open) el.querySelector(".j-records-question input, .j-records-question button")?.focus();
          else focus(record.key, action.code);
        };
        const options = { "data-code": action.code };
        if (asks) options["aria-expanded"] = String(isOpen);
        return button(action.label, record.title, press, options);
      });
      const asked = record.actions.find((a) => open?.key === record.key && open?.code === a.code);
      const title = element("p", { class: "j-records-title" }, element("strong", { text: record.title }));
      record.badges.forEach((badge) => title.append(" ", element("span", { class: "j-records-badge", text: badge })));
      return element(
        "li", { "data-key": record.key },
        element("div", { class: "j-records-words" }, title, record.text && element("p", { text: record.text })),
        actions.length ? element("div", { class: "j-records-actions" }, ...actions) : null,
        asked ? question(record, asked) : null,
      );
    };

    const draw = () => {
      const held = document.activeElement;
      const key = el.contains(held) ? held.closest("li")?.dataset.key : undefined;
      const code = held?.dataset?.code;
      const typed = el.querySelector(".j-records-question input")?.value;
      const records = model.get("records");
      if (open && !records.some((record) => record.key === open.key)) open = null;
      const visible = all ? records : records.slice(0, model.get("shown"));
      const list = element("ul", { "aria-label": model.get("name") }, ...visible.map(row));
      const hidden = records.length - visible.length;
      const more = hidden > 0 && button(
        model.get("labels").more.replace("%count%", hidden), "",
        () => { all = true; draw(); el.querySelectorAll("li")[visible.length]?.querySelector("button")?.focus(); },
      );
      el.replaceChildren(...(records.length ? [list] : []), ...(more ? [more] : []));
      const field = el.querySelector(".j-records-question input");
      if (field && typed !== undefined) field.value = typed;
      if (key && code) focus(key, code);
      else if (key && field) field.focus();
    };

    const names = ["records", "shown", "labels", "name"];
    names.forEach((name) => model.on(`change:${name}`, draw));
    draw();
    return () => names.forEach((name) => model.off(`change:${name}`, draw));
  },
};
