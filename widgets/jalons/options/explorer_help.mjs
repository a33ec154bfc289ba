// Who can help, by situation.
import { placeOf, serviceJson } from "./explore_words.mjs";
import { make } from "./explorer_dom.mjs";
import { explained } from "./explorer_glossary.mjs";

export const SITUATIONS = ["eleve", "sorti", "decrochage", "handicap", "arrivant", "adulte"];

export function helpList(view, profile) {
  const { t, data, words } = view;
  const chosen = view.situation || placeOf(profile);
  const select = make(
    "select",
    { id: `${view.id}-situation`, data: { key: "situation" }, on: { change: (e) => view.walk({ situation: e.target.value }) } },
    SITUATIONS.map((name) => make("option", { value: name, selected: name === chosen }, t(`explorer-situation-${name}`))),
  );
  const services = data.services
    .filter(([, , , situations]) => situations.includes(chosen))
    .map((service) => serviceJson(service, t.lang));
  return [
    make("p", { class: "j-x-field" }, make("label", { for: select.id }, t("explorer-situation")), select),
    make("p", { role: "status", class: "j-soft" }, t("explorer-help-count", { count: services.length })),
    make(
      "ul",
      { class: "j-x-cards" },
      services.map((one) =>
        make(
          "li",
          { class: "j-x-card" },
          make("h3", {}, one.name),
          one.former_names.length > 0 && make("p", { class: "j-soft" }, t("explorer-help-former", { names: one.former_names.join(", ") })),
          make("p", {}, make("strong", {}, t("explorer-help-whom")), ` ${one.for_whom}`),
          make("p", {}, make("strong", {}, t("explorer-help-what")), " ", explained(one.for_what, words)),
          make("p", {}, make("strong", {}, t("explorer-help-how")), ` ${one.how}`, one.site ? ` (${one.site})` : ""),
        ),
      ),
    ),
  ];
}
