// An option on a card, and the list of all of them by kind.
import { dayText, writtenNumber } from "./explore_words.mjs";
import { groupsOf, idOf, MOST_COMPARED, withOrWithout } from "./explorer_choices.mjs";
import { fold, make, press } from "./explorer_dom.mjs";
import { nearBar, nearDetails, nearLine } from "./explorer_near_view.mjs";
import { explained } from "./explorer_glossary.mjs";

/** "deux ans", or what takes no time. */
export function durationText(years, t) {
  if (years === 0) return t("explorer-duration-none");
  if (years < 1) return t("explorer-duration-months");
  if (years === 1) return t("option-years-1");
  return t("option-years-n", { years: writtenNumber(years, t.lang) });
}

export const basisText = ({ basis }, t) => t(`explorer-basis-${basis.replaceAll("_", "-")}`);

/** All options: those that suit, kind by kind; then those against a wish; then others and closed. */
export function optionList(view, answer) {
  const { t, words, open } = view;
  const { fits, against } = groupsOf(answer.options);
  const natural = answer.others.filter(({ closeness }) => closeness === "suite");
  if (natural.length) fits.splice(1, 0, [natural[0].kind, natural]); // a State diploma that continues this one is no side way
  const others = answer.others.filter((option) => !natural.includes(option));
  const apart = (key, list) =>
    list.length > 0 &&
    fold(key, t(`explorer-${key}`, { count: list.length }), () => cards(view, list, new Set()), open, { class: "j-x-apart" });
  return [
    nearBar(view),
    make("p", { class: "j-x-count", role: "status" }, t("explorer-count", { count: answer.options.length + natural.length - against.length })),
    sectionsOf(fits).map(([kind, options]) => {
      if (kind === null) {
        return make("section", { class: "j-x-kind" }, make("h3", {}, t("explorer-for-all")), cards(view, options, new Set()));
      }
      const near = options.filter(({ closeness }) => closeness !== "proche");
      const far = options.filter(({ closeness }) => closeness === "proche");
      const seen = new Set();
      return make(
        "section",
        { class: "j-x-kind", data: { kind } },
        make("h3", {}, kindTitle(view, options), make("span", { class: "j-soft" }, ` ${options.length}`)),
        options[0].code && make("p", {}, explained(options[0].about, words, seen)),
        near.length > 0 && cards(view, near, seen),
        far.length > 0 && near.length === 0 && cards(view, far, seen),
        far.length > 0 && near.length > 0 &&
          fold(`far.${kind}`, t("explorer-far", { count: far.length }), () => cards(view, far, seen), open, { class: "j-x-apart" }),
      );
    }),
    apart("against", against),
    apart("others", others),
    answer.closed.length > 0 &&
      make(
        "section",
        { class: "j-x-kind" },
        make("h3", {}, t("explorer-closed")),
        make("ul", {}, answer.closed.map(({ text }) => make("li", {}, explained(text, words)))),
      ),
    fold("notices", t("explorer-good-to-know"), () => make("ul", {}, answer.notices.map((text) => make("li", {}, explained(text, words)))), open, { class: "j-x-apart" }),
  ];
}

/** Kinds in their order; what is the same whatever the diploma lies in one section, the last. */
function sectionsOf(groups) {
  const same = ([kind, [{ code }]]) => !code && !["BTM", "CLASSE_PASSERELLE"].includes(kind);
  const forAll = groups.filter(same).flatMap(([, options]) => options);
  const own = groups.filter((group) => !same(group));
  return forAll.length ? [...own, [null, forAll]] : own;
}

const kindTitle = ({ t }, [{ kind }]) => t(`option-kind-${kind.replaceAll("_", "-")}`);

function cards(view, options, seen) {
  return make("ul", { class: "j-x-cards" }, options.map((option) => make("li", {}, card(view, option, seen))));
}

function card(view, option, seen) {
  const { t, words, open } = view;
  const id = idOf(option);
  const figure = firstFigure(option);
  return make(
    "article",
    { class: "j-x-card", data: { option: id } },
    make("h4", {}, option.label),
    make(
      "p",
      { class: "j-x-facts" },
      make("span", {}, durationText(option.duration_years, t)),
      make("span", { class: `j-x-basis j-x-${option.admission.basis}` }, basisText(option.admission, t)),
      option.closeness !== "any" && make("span", {}, t(`explorer-closeness-${option.closeness}`)),
    ),
    !option.code && make("p", {}, explained(option.about, words, seen)),
    option.unmet_wishes.map((text) => make("p", { class: "j-x-against" }, text)),
    nearLine(view, option),
    figure && make("p", { class: "j-x-figure" }, explained(figure.text, words, seen), figureSource(figure, t)),
    make("div", { class: "j-x-actions" }, keepButton(view, option), compareButton(view, option)),
    fold(`card.${id}`, [t("explorer-more"), make("span", { class: "j-hidden" }, ` ${option.label}`)], () => details(view, option), open),
  );
}

/** The figure that says most on a card: a job a year later, else how many bac pros are taken. */
const firstFigure = ({ indicators }) =>
  ["emploi_12m", "part_bac_pro"].map((id) => indicators.find((one) => one.id === id)).find(Boolean) ?? indicators[0];

const figureSource = ({ year, scope }, t) => make("small", { class: "j-soft" }, ` ${t("explorer-figure-where", { year, scope })}`);

/** Keep an option for one's sheet, or let it go. */
export function keepButton({ t, choices, change }, option) {
  const id = idOf(option);
  const kept = choices.kept.includes(id);
  const keep = () => {
    change({ kept: withOrWithout(choices.kept, id), ...(choices.wish === id ? { wish: "" } : {}) });
  };
  return press(`keep.${id}`, t(kept ? "explorer-kept" : "explorer-keep"), keep, {
    "aria-pressed": String(kept),
    "aria-label": `${t(kept ? "explorer-kept" : "explorer-keep")}${t("colon")}${option.label}`,
    class: "j-x-small",
  });
}

/** Put an option beside others; the fifth is refused in words. */
function compareButton({ t, choices, change, say }, option) {
  const id = idOf(option);
  const chosen = choices.compared.includes(id);
  const compare = () => {
    if (!chosen && choices.compared.length >= MOST_COMPARED) say(t("explorer-compare-full"));
    else change({ compared: withOrWithout(choices.compared, id) });
  };
  return press(`compare.${id}`, t(chosen ? "explorer-compared" : "explorer-compare"), compare, {
    "aria-pressed": String(chosen),
    "aria-label": `${t(chosen ? "explorer-compared" : "explorer-compare")}${t("colon")}${option.label}`,
    class: "j-x-small",
  });
}

function details(view, option) {
  const { t, words } = view;
  const seen = new Set();
  const told = (text) => explained(text, words, seen);
  const part = (key, ...inside) => make("div", {}, make("h5", {}, t(`explorer-part-${key}`)), inside);
  return [
    part("why", option.why.map((text) => make("p", {}, told(text)))),
    part("in", [option.admission, ...option.also].map((way) => wayInText(way, view, seen))),
    nearDetails(view, option),
    option.calendar.length > 0 &&
      part("dates", make("ul", {}, option.calendar.map((day) => make("li", {}, dateText(day, t.lang))))),
    option.indicators.length > 0 && part("figures", figureList(option, view)),
    option.jobs.length > 0 && part("jobs", make("p", {}, option.jobs.join(" ; "))),
    part("next", make("ul", {}, option.next.map(({ label }) => make("li", {}, told(label))))),
    part("help", make("ul", {}, option.help.map((one) => make("li", {}, make("strong", {}, told(one.name)), `${t("colon")}${one.how}`)))),
  ];
}

export function wayInText(way, { t, words }, seen = new Set()) {
  const basis = basisText(way, t);
  const twice = way.text.toLowerCase().startsWith(basis.toLowerCase());
  const doubt = way.status === "to_confirm" ? ` (${t("option-calendar-to-confirm")})` : "";
  return make(
    "p",
    {},
    !twice && [make("strong", {}, explained(basis, words, seen)), t("colon")],
    explained(way.text, words, seen),
    doubt,
    make("small", { class: "j-x-source j-soft" }, t("explorer-source", { source: way.source })),
  );
}

export const dateText = ({ date, what }, lang) => [make("strong", {}, dayText(date, lang)), " ", what];

/** Figures with all that is needed to believe them, or not. */
function figureList(option, { t, words }) {
  return make(
    "ul",
    {},
    option.indicators.map((one) =>
      make(
        "li",
        {},
        explained(one.text, words),
        one.notes.map((note) => make("span", {}, ` ${note}`)),
        make("small", { class: "j-x-source j-soft" }, credentials(one, t)),
      ),
    ),
  );
}

export function credentials({ year, scope, source, n, n_of: of }, t) {
  const behind = n == null ? "" : `, ${writtenNumber(n, t.lang)} ${of}`;
  return t("explorer-figure-source", { year, scope, behind, source });
}
