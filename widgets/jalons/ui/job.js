// Start, progress, elapsed time (counted here: no message for each second), Stop, last sentence.
const element = (name, properties = {}) => Object.assign(document.createElement(name), properties);

export function elapsed(ms) {
  const seconds = Math.floor(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

export default {
  render({ model, el }) {
    el.classList.add("j-job");
    const id = `j-job-${Math.random().toString(36).slice(2)}`;
    const start = element("button", { type: "button", className: "j-action" });
    const stop = element("button", { type: "button", className: "j-action j-plain" });
    const reason = element("p", { id, className: "j-soft j-job-reason" });
    const bar = element("progress", { max: 1 });
    const clock = element("span", { className: "j-job-clock" });
    const note = element("span", { className: "j-job-note" });
    const status = element("p", { className: "j-job-status" });
    const line = element("div", { className: "j-job-line" });
    status.setAttribute("role", "status");
    clock.setAttribute("aria-hidden", "true");
    line.append(bar, clock, note, stop);
    el.append(start, reason, line, status);

    let ticking;
    let began;
    const tick = () => { clock.textContent = elapsed(Date.now() - began); };
    const count = (busy) => {
      if (busy && !ticking) { began = Date.now(); tick(); ticking = setInterval(tick, 1000); }
      if (!busy && ticking) { clearInterval(ticking); ticking = undefined; }
    };
    const draw = () => {
      const labels = model.get("labels");
      const state = model.get("status");
      const blocked = model.get("blocked");
      const busy = state === "running" || state === "stopping";
      const share = model.get("share");
      start.hidden = !labels.start || busy;
      start.textContent = labels.start ?? "";
      start.setAttribute("aria-disabled", String(Boolean(blocked)));
      if (blocked) start.setAttribute("aria-describedby", id);
      else start.removeAttribute("aria-describedby");
      reason.textContent = busy ? "" : blocked;
      if (!busy && line.contains(document.activeElement)) start.focus(); // focus is never lost
      line.hidden = !busy;
      stop.textContent = labels.stop;
      stop.disabled = state === "stopping";
      bar.setAttribute("aria-label", labels.running);
      if (share === null || share === undefined) bar.removeAttribute("value");
      else bar.value = share;
      note.textContent = model.get("note");
      const sentence = state === "idle" ? "" : labels[state];
      if (status.textContent !== sentence) status.textContent = sentence;
      status.classList.toggle("j-job-failed", state === "failed");
      count(busy);
    };
    start.addEventListener("click", () => {
      if (!model.get("blocked")) model.send({ kind: "start" });
    });
    stop.addEventListener("click", () => { stop.disabled = true; model.send({ kind: "stop" }); });
    model.on("change", draw);
    draw();
    return () => { model.off("change", draw); count(false); };
  },
};
