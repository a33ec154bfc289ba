// The value goes to the kernel and to this browser's own storage, nowhere else.
const read = (key) => { try { return localStorage.getItem(key) ?? ""; } catch { return ""; } };
const write = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private mode */ } };

let made = 0;

export default {
  render({ model, el }) {
    el.classList.add("j-remembered");
    const id = `j-remembered-${++made}`;
    const key = `jalons-${model.get("store")}`;
    const label = document.createElement("label");
    const field = document.createElement("input");
    const hint = document.createElement("p");
    label.htmlFor = field.id = id;
    hint.id = `${id}-hint`;
    hint.className = "j-soft";
    field.type = "text";
    field.autocomplete = "off";
    field.setAttribute("aria-describedby", hint.id);
    el.append(label, field, hint);

    const draw = () => {
      label.textContent = model.get("label");
      hint.textContent = model.get("hint");
      field.maxLength = model.get("longest");
      if (document.activeElement !== field) field.value = model.get("value");
    };
    const tell = () => {
      const value = field.value.trim();
      write(key, value);
      model.set("value", value);
      model.save_changes();
    };
    field.addEventListener("change", tell);
    field.addEventListener("keydown", (event) => event.stopPropagation());
    if (!model.get("value") && read(key)) {
      model.set("value", read(key));
      model.save_changes();
    }
    model.on("change", draw);
    draw();
    return () => model.off("change", draw);
  },
};
