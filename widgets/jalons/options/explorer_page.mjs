// Explorer as one file: the tables lie in the page itself, nothing is asked of anybody.
import { deviceStore } from "./explorer_store.mjs";
import { bytesOf, unpackedTables } from "./explorer_tables.mjs";
import { explorerView } from "./explorer_view.mjs";

const root = document.documentElement;
const place = document.getElementById("explorer");
const around = document.getElementById("jalons-around");
const old = place.firstElementChild;
const wanted = new URLSearchParams(location.search).get("lang");

try {
  const data = await unpackedTables(bytesOf(document.getElementById("jalons-tables").textContent));
  place.replaceChildren();
  explorerView(place, {
    data,
    lang: ["fr", "en"].includes(wanted) ? wanted : root.lang,
    spoken: (t) => {
      root.lang = t.lang;
      document.title = t("explorer-page-title");
      for (const one of document.querySelectorAll("[data-word]")) {
        one.textContent = t(`explorer-page-${one.dataset.word}`);
      }
    },
    store: deviceStore(),
    around: around && (await unpackedTables(bytesOf(around.textContent))),
  });
  root.dataset.jalonsReady = "true";
} catch (error) {
  old.classList.remove("j-late");
  place.replaceChildren(old); // a browser that lacks what the page needs
  console.error(error);
}
