// Up to four options side by side.
import { basisText, credentials, dateText, durationText, keepButton, wayInText } from "./explorer_cards.mjs";
import { optionsNamed, withOrWithout } from "./explorer_choices.mjs";
import { make, press } from "./explorer_dom.mjs";
import { explained } from "./explorer_glossary.mjs";
import { nearLine } from "./explorer_near_view.mjs";

export function comparison(view, answer) {
  const { t, choices, change, words } = view;
  const options = optionsNamed(answer, choices.compared);
  if (!options.length) return make("p", {}, t("explorer-compare-empty"));
  const row = (key, cell) => make("tr", {}, make("th", { scope: "row" }, t(key)), options.map((option) => make("td", {}, cell(option))));
  const list = (items) => (items.length ? make("ul", {}, items.map((item) => make("li", {}, item))) : "–");
  const head = (option) => {
    const id = `${option.kind}.${option.code ?? ""}`;
    return make(
      "th",
      { scope: "col" },
      make("span", {}, option.label),
      press(`uncompare.${id}`, t("explorer-compare-remove"), () => change({ compared: withOrWithout(choices.compared, id) }), {
        class: "j-x-small",
        "aria-label": `${t("explorer-compare-remove")}${t("colon")}${option.label}`,
      }),
    );
  };
  const caption = make("p", { class: "j-soft", id: `${view.id}-compared` }, t("explorer-compare-caption"));
  const table = make(
    "div",
    { class: "j-x-scroll", role: "region", tabindex: "0", "aria-label": t("explorer-tab-compare") },
    make(
      "table",
      { "aria-labelledby": caption.id },
      make("thead", {}, make("tr", {}, make("td", {}), options.map(head))),
      make(
        "tbody",
        {},
        row("explorer-row-duration", (o) => durationText(o.duration_years, t)),
        row("explorer-row-basis", (o) => basisText(o.admission, t)),
        row("explorer-part-in", (o) => wayInText(o.admission, view)),
        view.home && row("explorer-near-title", (o) => nearLine(view, o) ?? "–"),
        row("explorer-part-dates", (o) => list(o.calendar.map((day) => dateText(day, t.lang)))),
        figureRows(options, t),
        row("explorer-part-jobs", (o) => o.jobs.join(" ; ") || "–"),
        row("explorer-part-next", (o) => list(o.next.map(({ label }) => label))),
        row("explorer-part-why", (o) => explained(o.why[0] ?? "–", words)),
        row("explorer-row-wishes", (o) => o.unmet_wishes.join(" ") || t("explorer-row-wishes-met")),
        row("explorer-tab-sheet", (o) => keepButton(view, o)),
      ),
    ),
  );
  return [caption, table];
}

/** One row a figure, so that like stands beside like. */
function figureRows(options, t) {
  const ids = [...new Set(options.flatMap(({ indicators }) => indicators.map(({ id }) => id)))];
  return ids.map((id) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, t(`explorer-figure-${id.replaceAll("_", "-")}`)),
      options.map(({ indicators }) => {
        const one = indicators.find((figure) => figure.id === id);
        return make("td", {}, one ? [one.text, make("small", { class: "j-x-source j-soft" }, credentials(one, t))] : t("explorer-figure-none"));
      }),
    ),
  );
}
