// "Near me", shown: where home is, the schools of an option, who can help nearby.
import { dayText, plainText, PUBLIC_SINCE, writtenNumber } from "./explore_words.mjs";
import { fold, make } from "./explorer_dom.mjs";
import { areasOf, asksNearOnly, isAbsentNear, listNear, schoolsNear } from "./explorer_near.mjs";

const MOST_SHOWN = 6;
const MOST_ON_PAPER = 4;
const RATES = ["poursuite", "emploi-6m", "emploi-12m"];

/** The question where home is, and what it changes. Nothing where no file is loaded. */
export function nearBar(view) {
  const { t, around, home, choices, change, open } = view;
  if (!around) return null;
  const areas = areasOf(around);
  const [only] = around.places;
  const chosen = (code, academy) => (code ? choices.department === code : choices.academy === academy && !home?.department);
  const select = make(
    "select",
    {
      id: `${view.id}-home`,
      data: { key: "home" },
      on: { change: ({ target }) => {
        const [academy, department] = target.value.split("/");
        change({ academy, department });
      } },
    },
    areas.length > 1 && make("option", { value: "/" }, t("explorer-near-nowhere")),
    areas.map(([academy, departments]) =>
      make(
        "optgroup",
        { label: academy },
        make("option", { value: `${academy}/`, selected: chosen("", academy) }, departments.length > 1 ? t("explorer-near-academy", { academy }) : academy),
        departments.length > 1 && departments.map(([code, name]) => make("option", { value: `${academy}/${code}`, selected: chosen(code) }, name)),
      ),
    ),
  );
  const tick = make("input", {
    type: "checkbox",
    checked: choices.nearOnly,
    data: { key: "nearOnly" },
    on: { change: ({ target }) => change({ nearOnly: target.checked }) },
  });
  return make(
    "section",
    { class: "j-x-near j-x-apart j-x-screen", "aria-label": t("explorer-near-title") },
    around.places.length > 1
      ? make("p", { class: "j-x-field" }, make("label", { for: select.id }, t("explorer-near-title")), select)
      : make("p", {}, make("strong", {}, `${t("explorer-near-title")}${t("colon")}${only[1] || only[2]}`)),
    home && choices.tab === "options" && asksNearOnly(choices) && make("label", { class: "j-x-choice" }, tick, make("span", {}, t("explorer-near-only"))),
    fold("near.sources", t("explorer-near-sources"), () => nearSources(view), open),
  );
}

function nearSources({ t, around }) {
  const { years, unknown } = around;
  const day = (file) => ({ day: dayText(around.copied[file], t.lang) });
  const lost = Object.values(unknown).flatMap(Object.keys);
  return make(
    "ul",
    {},
    around.offers && make("li", {}, t("explorer-near-source-parcoursup", { year: years.parcoursup })),
    around.taught && make("li", {}, t("explorer-near-source-onisep", day("onisep"))),
    around.after && make("li", {}, t("explorer-near-source-inserjeunes", { period: years.inserjeunes })),
    around.cfa && make("li", {}, t("explorer-near-source-cfa", { period: years["inserjeunes-cfa"] })),
    around.cio && make("li", {}, t("explorer-near-source-annuaire", day("annuaire"))),
    lost.length > 0 && make("li", {}, t("explorer-near-unknown", { count: lost.length, titles: lost.sort().join(" ; ") })),
  );
}

/** One line for the card: how many schools near home, and how many places. */
export function nearLine(view, option) {
  const { t, around, home } = view;
  if (!home || !option.code) return null;
  const schools = schoolsNear(around, home, option.code).filter(({ teaches }) => teaches);
  if (!schools.length) {
    return isAbsentNear(around, home, option) && make("p", { class: "j-x-nearby j-soft" }, t("explorer-near-none", { place: home.label }));
  }
  const places = schools.flatMap(({ offers }) => offers).reduce((sum, one) => sum + (one.places ?? 0), 0);
  const told = t(schools.length > 1 ? "explorer-near-schools" : "explorer-near-school", { count: schools.length, place: home.label });
  const year = around.years.parcoursup;
  return make("p", { class: "j-x-nearby" }, told, places > 0 && `, ${placesText(places, t)} (${t("explorer-near-session", { year })})`);
}

/** What stands in the details of an option; nothing where nothing is known. */
export function nearDetails(view, option) {
  const { t, around, home, choices, open, data } = view;
  if (!home) return null;
  if (option.kind === "APPRENTISSAGE") return cfaOfRegion(view, data.regions[plainText(home.academy)]);
  const code = option.code ?? (option.kind === "EMPLOI" ? choices.code : null);
  const found = code ? schoolsNear(around, home, code) : [];
  const schools = option.code ? found : found.filter(({ after }) => after.length);
  const region = data.regions[plainText(home.academy)];
  const means = around.regional?.[code]?.[region] ?? [];
  if (!schools.length && !means.length) return null;
  const items = schools.map((school) => make("li", {}, schoolItem(school, t)));
  const rest = items.splice(MOST_SHOWN);
  return make(
    "div",
    { class: "j-x-near-list" },
    make("h5", {}, t(nearHeading(option, schools), { place: home.label })),
    items.length > 0 && make("ul", {}, items),
    rest.length > 0 && fold(`near.${option.kind}.${code}`, t("explorer-near-more", { count: rest.length }), () => make("ul", {}, rest), open),
    means.map((one, i) => one && make("p", { class: "j-x-fact" }, meanText(one, RATES[i], region, t))),
    make("small", { class: "j-x-source j-soft" }, sourceOf(view, schools, means)),
  );
}

const nearHeading = ({ code }, schools) =>
  code ? (schools.length ? "explorer-near-where" : "explorer-near-region") : "explorer-near-became";

const meanText = ([mean, n], rate, region, t) =>
  t("explorer-near-mean", { region, n, figure: t(`option-figure-${rate}`, { value: writtenNumber(mean, t.lang) }) });

function placesText(places, t) {
  if (places == null) return t("explorer-near-places-unknown");
  return places === 1 ? t("explorer-near-place") : t("explorer-near-places", { places });
}

function schoolItem({ name, town, offers, after }, t) {
  const line = ({ detail, places, admitted, share }) =>
    [
      detail,
      placesText(places, t),
      share == null ? t("explorer-near-few") : t("explorer-near-share", { share: Math.round(100 * share), n: admitted }),
    ].filter(Boolean).join(", ");
  return [
    make("strong", {}, name),
    town && ` (${town})`,
    offers.map((one) => make("span", { class: "j-x-fact" }, line(one))),
    after.map(({ programme, rates }) =>
      make("span", { class: "j-x-fact" }, after.length > 1 && `${programme}${t("colon")}`, ratesText(rates, t)),
    ),
  ];
}

/** Shares of two kinds, each with its own words: they never add up. */
const ratesText = (rates, t) =>
  rates.map((value, i) => value != null && t(`option-figure-${RATES[i]}`, { value: Math.round(value) })).filter(Boolean).join(" ; ");

function sourceOf({ t, around }, schools, means) {
  const { years } = around;
  const rates = [...schools.flatMap(({ after }) => after.map((one) => one.rates)), means];
  const some = (key) => schools.some((school) => school[key].length);
  return [
    some("offers") && t("explorer-near-source-parcoursup", { year: years.parcoursup }),
    schools.some(({ teaches, offers }) => teaches && !offers.length) && t("explorer-near-source-onisep", { day: dayText(around.copied.onisep, t.lang) }),
    (some("after") || means.length > 0) && ratesNote("explorer-near-source-inserjeunes", years.inserjeunes, rates, t),
  ].filter(Boolean).join(" ");
}

/** Where rates come from, and what to know before believing those that are shown. */
function ratesNote(key, period, shown, t) {
  const known = (...places) => shown.some((rates) => places.some((i) => rates[i] != null));
  const first = Math.min(...period.match(/\b(?:19|20)\d\d\b/g).map(Number));
  return [
    t(key, { period }),
    known(0) && known(1, 2) && t("option-figure-note-denominators"),
    known(1, 2) && first < PUBLIC_SINCE && t("option-figure-note-public"),
  ].filter(Boolean).join(" ");
}

function cfaOfRegion(view, region) {
  const { t, around, open } = view;
  const found = around.cfa?.[region] ?? [];
  if (!found.length) return null;
  const list = make("ul", {});
  const count = make("p", { class: "j-soft", role: "status" });
  const input = make("input", { id: `${view.id}-cfa`, type: "search", autocomplete: "off", data: { key: "cfa" } });
  const search = () => {
    const asked = plainText(input.value);
    const some = found.filter(([name]) => plainText(name).includes(asked));
    count.textContent = t("explorer-near-cfa-count", { count: some.length });
    list.replaceChildren(...some.map(([name, ...rates]) => make("li", {}, make("strong", {}, name), make("span", { class: "j-x-fact" }, ratesText(rates, t)))));
  };
  input.addEventListener("input", search);
  const inside = () => {
    search();
    return [
      make("p", { class: "j-x-field" }, make("label", { for: input.id }, t("explorer-near-cfa-search")), input),
      count,
      list,
      make("small", { class: "j-x-source j-soft" }, ratesNote("explorer-near-source-cfa", around.years["inserjeunes-cfa"], found.map(([, ...rates]) => rates), t)),
    ];
  };
  return make("div", { class: "j-x-near-list" }, fold("near.cfa", t("explorer-near-cfa", { region }), inside, open));
}

/** Who receives people near home: the CIO, and the vocational lycées. */
export function helpNear(view) {
  const { t, around, home, open } = view;
  const cio = home ? listNear(around, home, "cio") : [];
  const lycees = home ? listNear(around, home, "lycees") : [];
  const item = ({ name, town, site }) => make("li", {}, make("strong", {}, name), town && ` (${town})`, webLink(site));
  return [
    nearBar(view),
    cio.length > 0 && make("section", { class: "j-x-near-list" }, make("h3", {}, t("explorer-near-cio", { place: home.label })), make("ul", {}, cio.map(item))),
    lycees.length > 0 && fold("near.lycees", t("explorer-near-lycees", { count: lycees.length, place: home.label }), () => make("ul", {}, lycees.map(item)), open, { class: "j-x-apart" }),
  ];
}

const webLink = (site) =>
  /^https?:\/\//i.test(site) && [" ", make("a", { href: site, target: "_blank", rel: "noopener noreferrer" }, site.replace(/^https?:\/\/|\/$/gi, ""))];

/** The nearest schools of an option on one line of the sheet. */
export function nearOnPaper(view, option) {
  const { t, around, home } = view;
  const schools = home && option.code ? schoolsNear(around, home, option.code) : [];
  if (!schools.length) return "";
  const names = schools.slice(0, MOST_ON_PAPER).map(({ name, town }) => (town ? `${name} (${town})` : name));
  const more = schools.length - names.length;
  return `${t("explorer-near-where", { place: home.label })}${t("colon")}${names.join(" ; ")}${more > 0 ? ` ; ${t("explorer-near-more", { count: more })}` : ""}`;
}
