// Who can help, by situation.
import { placeOf, serviceJson, servicesFor } from "./explore_words.mjs";
import { fold, make } from "./explorer_dom.mjs";
import { explained } from "./explorer_glossary.mjs";
import { helpNear } from "./explorer_near_view.mjs";

export const SITUATIONS = ["eleve", "sorti", "decrochage", "handicap", "arrivant", "adulte"];

export function helpList(view, profile) {
  const { t, data, open } = view;
  const chosen = view.situation || placeOf(profile);
  const select = make(
    "select",
    { id: `${view.id}-situation`, data: { key: "situation" }, on: { change: (e) => view.walk({ situation: e.target.value }) } },
    SITUATIONS.map((name) => make("option", { value: name, selected: name === chosen }, t(`explorer-situation-${name}`))),
  );
  const services = servicesFor(data, chosen).map((service) => serviceJson(service, t.lang));
  const count = data.first_help[chosen].length;
  const others = services.slice(count);
  return [
    helpNear(view),
    make("p", { class: "j-x-field" }, make("label", { for: select.id }, t("explorer-situation")), select),
    make("h3", {}, t("explorer-help-first")),
    serviceCards(view, services.slice(0, count)),
    fold("services", t("explorer-help-others", { count: others.length }), () => serviceCards(view, others), open, { class: "j-x-apart" }),
  ];
}

function serviceCards({ t, words }, services) {
  return make(
    "ul",
    { class: "j-x-cards" },
    services.map((one) =>
      make(
        "li",
        { class: "j-x-card" },
        make("h4", {}, one.name),
        one.former_names.length > 0 && make("p", { class: "j-soft" }, t("explorer-help-former", { names: one.former_names.join(", ") })),
        make("p", {}, make("strong", {}, t("explorer-help-whom")), ` ${one.for_whom}`),
        make("p", {}, make("strong", {}, t("explorer-help-what")), " ", explained(one.for_what, words)),
        make("p", {}, make("strong", {}, t("explorer-help-how")), ` ${one.how}`, one.site ? ` (${one.site})` : ""),
      ),
    ),
  );
}
