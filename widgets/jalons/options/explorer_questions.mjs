// The questions: at most three before the first result, one at a time or all at once.
import { findTrainings, formerTitle } from "./explore.mjs";
import { fullName, trainingOf } from "./explore_words.mjs";
import { asksForBts, PLACES, typesAt } from "./explorer_choices.mjs";
import { make, oneOf, press } from "./explorer_dom.mjs";
import { explained } from "./explorer_glossary.mjs";

export const LAST_QUESTION = 3;

/** Question `number` (0, 1 or 2) as an element. */
export const questionAt = (view, number) => [placeQuestion, diplomaQuestion, wayQuestion][number](view);

/** Whether question `number` has an answer. */
export const isAnswered = (choices, number) =>
  Boolean([choices.place, choices.code, choices.way][number]);

function placeQuestion({ t, choices, change }) {
  const labels = PLACES.map((place) => [place, t(`explorer-place-${place.replace(/[._]/g, "-")}`)]);
  return oneOf("place", t("explorer-place"), labels, choices.place, (place) => {
    const same = typesAt(place)[0] === typesAt(choices.place)[0];
    change(same ? { place } : { place, code: "", replaced: "" });
  });
}

function wayQuestion({ t, choices, change }) {
  const labels = ["any", "apprenticeship", "school"].map((way) => [way, t(`explorer-way-${way}`)]);
  return oneOf("way", t("explorer-way"), labels, choices.way, (way) => change({ way }), t("explorer-way-note"));
}

function diplomaQuestion(view) {
  const { t, data, choices, change } = view;
  const box = make("fieldset", { class: "j-x-question" }, make("legend", {}, t("explorer-diploma")));
  if (!choices.place) {
    box.append(make("p", { class: "j-soft" }, t("explorer-diploma-place-first")));
    return box;
  }
  if (choices.code) {
    const one = trainingOf(data, choices.code);
    box.append(
      make(
        "p",
        { class: "j-x-chosen" },
        make("strong", {}, fullName(one, t)),
        one.short ? ` (${one.short}) ` : " ",
        press("diploma-change", t("explorer-diploma-change"), () => {
          change({ code: "", replaced: "" }, "diploma");
        }),
      ),
    );
    return box;
  }
  const seconde = choices.place.startsWith("2PRO") ? "-seconde" : ""; // there one has a family of trades
  const found = make("ul", { class: "j-x-found" });
  const count = make("p", { class: "j-soft", role: "status" });
  const input = make("input", {
    id: `${view.id}-diploma`,
    type: "search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    data: { key: "diploma" },
  });
  const search = () => {
    view.typed = input.value;
    const codes = findTrainings(data, input.value, typesAt(choices.place));
    found.replaceChildren(...codes.map((code) => make("li", {}, choice(view, code, input.value))));
    const told = codes.length ? t("explorer-diploma-found", { count: codes.length }) : t("explorer-diploma-none");
    count.textContent = input.value.trim() ? told : t(`explorer-diploma-hint${seconde}`);
  };
  input.value = view.typed ?? "";
  input.addEventListener("input", search);
  box.addEventListener("keydown", (event) => moveInList(event, input, found));
  box.append(make("label", { for: input.id }, t(`explorer-diploma-label${seconde}`)), input, count, found);
  search();
  return box;
}

function choice({ data, t, change }, code, typed) {
  const one = trainingOf(data, code);
  const choose = () => change({ code, replaced: formerTitle(data, typed, code) }, "next");
  return press(`diploma.${code}`, [fullName(one, t), one.short && make("span", { class: "j-soft" }, ` ${one.short}`)], choose, {
    class: "j-x-result",
  });
}

function moveInList(event, input, found) {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...found.querySelectorAll("button")];
  const at = stops.indexOf(document.activeElement);
  if (event.key === "Enter" && at === 0 && stops.length === 2) {
    event.preventDefault();
    stops[1].click();
  } else if (way && at >= 0) {
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, at + way))].focus();
  }
}

/** What may be said later to make the answer more exact. */
export function moreQuestions(view) {
  const { t, data, around, choices, change, words } = view;
  const ask = (key, values) =>
    oneOf(
      key,
      explained(t(`explorer-${key}`), words),
      values.map((value) => [value, t(`explorer-${key}-${value || "unknown"}`)]),
      choices[key],
      (value) => change({ [key]: value }),
    );
  const academy = make(
    "select",
    { id: `${view.id}-academy`, data: { key: "academy" }, on: { change: (e) => change({ academy: e.target.value }) } },
    make("option", { value: "" }, t("explorer-academy-unknown")),
    data.academies.map((name) => make("option", { value: name, selected: name === choices.academy }, name)),
  );
  return [
    ask("years", ["", "1", "2", "3"]),
    asksForBts(choices) && [
      ask("mention", ["", "TB", "B", "AB", "none"]),
      ask("opinion", ["", "favorable", "reserve", "none"]),
      ask("admitted", ["", "yes", "no"]),
    ],
    // Where places are loaded, home is asked above them.
    !around && make("p", { class: "j-x-field" }, make("label", { for: academy.id }, t("explorer-academy")), academy),
  ];
}
