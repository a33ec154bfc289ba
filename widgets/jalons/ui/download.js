// The file is made in the kernel and saved here; why the button cannot be used is said in words.
const element = (name, properties = {}) => Object.assign(document.createElement(name), properties);

function save({ name, mime }, data) {
  const address = URL.createObjectURL(new Blob([data], { type: mime }));
  const link = element("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export default {
  render({ model, el }) {
    el.classList.add("j-download");
    const id = `j-download-${Math.random().toString(36).slice(2)}`;
    const button = element("button", { type: "button" });
    const reason = element("p", { id, className: "j-soft" });
    const error = element("p", { className: "j-download-error" });
    error.setAttribute("role", "alert");
    el.append(button, reason, error);

    const draw = () => {
      const blocked = model.get("blocked");
      button.textContent = model.get("label");
      button.className = `j-action${model.get("primary") ? "" : " j-plain"}`;
      // Not "disabled": one must be able to reach the button to hear why it does nothing.
      button.setAttribute("aria-disabled", String(Boolean(blocked)));
      if (blocked) button.setAttribute("aria-describedby", id);
      else button.removeAttribute("aria-describedby");
      reason.textContent = blocked;
      error.textContent = model.get("error");
    };
    button.addEventListener("click", () => {
      if (model.get("blocked") || button.hasAttribute("aria-busy")) return;
      button.setAttribute("aria-busy", "true");
      model.send({ kind: "make" });
    });
    const heard = (message, buffers) => {
      button.removeAttribute("aria-busy");
      if (message.kind === "file") save(message, buffers[0]);
    };
    model.on("msg:custom", heard);
    model.on("change", draw);
    draw();
    return () => { model.off("msg:custom", heard); model.off("change", draw); };
  },
};
