// Says when the page can be used, and names what stock widgets leave without a name.

// Two frames after this view is drawn, everything created before it has been painted.
function afterPaint(then) {
  let cancelled = false;
  requestAnimationFrame(() => requestAnimationFrame(() => { if (!cancelled) then(); }));
  return () => { cancelled = true; };
}

// Known defects of ipywidgets 8: a slider's handle has no name, a tab bar holds an empty button.
export function mend(root) {
  for (const handle of root.querySelectorAll(".jalons .noUi-handle:not([aria-label])")) {
    const label = handle.closest(".jupyter-widgets")?.querySelector(".widget-label")?.textContent;
    if (label) handle.setAttribute("aria-label", label.trim());
  }
  for (const button of root.querySelectorAll(".jalons .lm-TabBar-addButton")) button.remove();
}

export default {
  render({ el }) {
    el.classList.add("j-ready");
    el.hidden = true;
    let waiting;
    const watcher = new MutationObserver(() => {
      waiting ??= requestAnimationFrame(() => { waiting = undefined; mend(document); });
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    const cancel = afterPaint(() => {
      mend(document);
      document.documentElement.dataset.jalonsReady = "true";
    });
    return () => { cancel(); watcher.disconnect(); };
  },
};
