// Choose or drop; refuse what is too large before sending; send piece by piece.
const PIECE = 512 * 1024;
const WAIT_MS = 60000;

const element = (name, properties = {}) => Object.assign(document.createElement(name), properties);
const fill = (text, values) => text.replace(/%(\w+)%/g, (_, key) => values[key] ?? "");

export function refusal(files, { accept, maxBytes, labels }) {
  const endings = accept.split(",").map((ending) => ending.trim().toLowerCase()).filter(Boolean);
  const wrong = files.find((file) => endings.length
    && !endings.some((ending) => file.name.toLowerCase().endsWith(ending)));
  if (wrong) return fill(labels.wrong_type, { name: wrong.name });
  const total = files.reduce((sum, file) => sum + file.size, 0);
  if (total > maxBytes) {
    const largest = files.reduce((a, b) => (a.size >= b.size ? a : b));
    return fill(labels.too_big, { name: largest.name, limit: Math.floor(maxBytes / 1e6) });
  }
  return "";
}

// A dropped folder gives its files (one level: a school is a flat folder of tables).
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return [...transfer.files];
  const asFile = (entry) => new Promise((done, failed) => entry.file(done, failed));
  const inside = (folder) => new Promise((done, failed) => folder.createReader().readEntries(done, failed));
  const all = (await Promise.all(entries.map((entry) => (entry.isDirectory ? inside(entry) : [entry])))).flat();
  return Promise.all(all.filter((entry) => entry.isFile && !entry.name.startsWith(".")).map(asFile));
}

async function send(model, files, progress) {
  let answer;
  const heard = (message) => answer?.(message.kind !== "refused");
  const say = (message, buffers = []) => new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error("no answer")), WAIT_MS);
    answer = (accepted) => { clearTimeout(late); accepted ? done() : failed(new Error("refused")); };
    model.send(message, undefined, buffers);
  });
  model.on("msg:custom", heard);
  try {
    await say({ kind: "start", names: files.map((file) => file.name) });
    const total = files.reduce((sum, file) => sum + file.size, 0) || 1;
    let sent = 0;
    for (const [index, file] of files.entries()) {
      for (let from = 0; from < file.size; from += PIECE) {
        const piece = await file.slice(from, from + PIECE).arrayBuffer();
        await say({ kind: "piece", file: index }, [piece]);
        sent += piece.byteLength;
        progress(sent / total);
      }
    }
    await say({ kind: "end" });
  } finally {
    model.off("msg:custom", heard);
  }
}

export default {
  render({ model, el }) {
    const labels = () => model.get("labels");
    const id = `j-file-${Math.random().toString(36).slice(2)}`;
    el.classList.add("j-file");
    const input = element("input", { type: "file", id, className: "j-hidden" });
    const label = element("label", { htmlFor: id, className: "j-action j-plain" });
    const hint = element("p", { className: "j-soft", id: `${id}-hint` });
    const status = element("p", { className: "j-file-status" });
    const bar = element("progress", { max: 1, hidden: true });
    status.setAttribute("role", "status");
    input.setAttribute("aria-describedby", hint.id);
    el.append(input, label, hint, bar, status);

    const draw = () => {
      label.textContent = labels().choose;
      hint.textContent = labels().hint;
      bar.setAttribute("aria-label", labels().choose);
      input.accept = model.get("accept");
      input.multiple = model.get("multiple");
    };
    const tell = (text, refused = false) => {
      status.textContent = text;
      status.classList.toggle("j-file-refused", refused);
    };
    const take = async (chosen) => {
      const files = model.get("multiple") ? chosen : chosen.slice(0, 1);
      if (!files.length) return;
      const names = files.map((file) => file.name).join(", ");
      const options = { accept: model.get("accept"), maxBytes: model.get("max_bytes"), labels: labels() };
      const reason = refusal(files, options);
      if (reason) { tell(reason, true); return; }
      tell(fill(labels().sending, { names }));
      bar.value = 0;
      bar.hidden = false;
      input.disabled = true;
      try {
        await send(model, files, (share) => { bar.value = share; });
        tell(fill(labels().received, { names }));
      } catch (error) {
        console.warn(error);
        tell(fill(labels().failed, { names }), true);
      } finally {
        bar.hidden = true;
        input.disabled = false;
      }
    };

    input.addEventListener("change", () => {
      const files = [...input.files];
      input.value = ""; // so that the same file chosen again is a change again
      take(files);
    });
    const over = (event) => { event.preventDefault(); el.classList.add("j-file-over"); };
    const out = () => el.classList.remove("j-file-over");
    el.addEventListener("dragover", over);
    el.addEventListener("dragleave", out);
    el.addEventListener("drop", async (event) => {
      event.preventDefault();
      out();
      if (!input.disabled) take(await dropped(event.dataTransfer));
    });
    const names = ["labels", "accept", "multiple"];
    names.forEach((name) => model.on(`change:${name}`, draw));
    draw();
    return () => names.forEach((name) => model.off(`change:${name}`, draw));
  },
};
