// Explorer as one file: the tables lie in the page itself, nothing is asked of anybody.
import { deviceStore } from "./explorer_store.mjs";
import { explorerView } from "./explorer_view.mjs";

const tables = JSON.parse(document.getElementById("jalons-tables").textContent);
const asked = new URLSearchParams(location.search).get("lang");
const root = document.documentElement;
explorerView(document.getElementById("explorer"), {
  data: tables,
  lang: ["fr", "en"].includes(asked) ? asked : root.lang,
  spoken: (t) => {
    root.lang = t.lang;
    document.title = t("explorer-page-title");
    for (const one of document.querySelectorAll("[data-word]")) {
      one.textContent = t(`explorer-page-${one.dataset.word}`);
    }
  },
  store: deviceStore(),
});
root.dataset.jalonsReady = "true";
