// The frame's own behaviour: appearance, slow or failed opening, lost connection.
// Runs before anything is drawn; works without a kernel.
(() => {
  "use strict";
  const root = document.documentElement;
  const SLOW_MS = 15000;
  const BLINK_MS = 1500; // a connection back sooner than this is not worth a sentence

  // --- appearance: what the machine prefers, unless the person chose
  const chosen = () => {
    try { return localStorage.getItem("jalons-theme") || "auto"; } catch { return "auto"; }
  };
  const dress = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  // Paper is white: charts are drawn again in light colours while the page is printed.
  const redress = (theme) => () => {
    dress(theme());
    document.dispatchEvent(new CustomEvent("jalons-theme"));
  };
  window.addEventListener("beforeprint", redress(() => "light"));
  window.addEventListener("afterprint", redress(chosen));
  dress(chosen());
  document.addEventListener("change", (event) => {
    if (event.target.id !== "j-theme") return;
    try { localStorage.setItem("jalons-theme", event.target.value); } catch { /* private window */ }
    redress(() => event.target.value)();
  });
  // The page arrives in pieces: set the switch as soon as it is there.
  const whenThere = (selector, then) => {
    const look = () => {
      const found = document.querySelector(selector);
      if (found) { watcher.disconnect(); then(found); }
    };
    const watcher = new MutationObserver(look);
    watcher.observe(root, { childList: true, subtree: true });
    look();
  };
  whenThere("#j-theme", (select) => { select.value = chosen(); });

  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".j-reload")) location.reload();
  });

  // --- opening
  window.voila_finish = () => {};
  window.jalonsFailed = () => {
    root.dataset.jalonsFailed = "true";
    whenThere("#j-failed", (block) => { block.hidden = false; });
  };
  window.addEventListener("error", (event) => {
    if (event.target?.tagName === "SCRIPT") window.jalonsFailed();
  }, true);
  setTimeout(() => {
    if (!root.dataset.jalonsReady) document.querySelector(".j-slow")?.removeAttribute("hidden");
  }, SLOW_MS);

  // --- connection with the kernel
  let waiting;
  let leaving = false;
  const say = (which) => {
    if (leaving) return;
    const block = document.querySelector(".j-connection");
    if (!block) return;
    clearTimeout(waiting);
    block.hidden = !which;
    if (which) {
      block.querySelector("p").textContent = block.dataset[which];
      block.querySelector("button").hidden = which !== "lost";
    }
  };
  const follow = (kernel) => {
    kernel.connectionStatusChanged.connect((_, status) => {
      if (status === "connected") say(null);
      else if (status === "connecting") { clearTimeout(waiting); waiting = setTimeout(() => say("trying"), BLINK_MS); }
      else say("lost");
    });
    kernel.statusChanged.connect((_, status) => {
      // A kernel that restarts has forgotten this page.
      if (["dead", "restarting", "autorestarting"].includes(status)) say("lost");
    });
    kernel.disposed?.connect(() => say("lost"));
  };
  const search = setInterval(() => {
    const kernel = window.jupyterapp?.widgetManager?.kernel;
    if (kernel) { clearInterval(search); follow(kernel); }
  }, 200);
  window.addEventListener("beforeunload", () => { leaving = true; clearInterval(search); });
  window.addEventListener("pageshow", (event) => { if (event.persisted && leaving) location.reload(); });
})();
