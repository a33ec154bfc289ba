// "Ma fiche": what was kept, on one page to print, and as a small file for the teacher.
import { dayText } from "./explore_words.mjs";
import { credentials, dateText, durationText, wayInText } from "./explorer_cards.mjs";
import { ficheOf, idOf, optionsNamed, withOrWithout } from "./explorer_choices.mjs";
import { make, press } from "./explorer_dom.mjs";
import { nearOnPaper } from "./explorer_near_view.mjs";

export function sheet(view, answer) {
  const { t, choices, change, host } = view;
  const options = optionsNamed(answer, choices.kept);
  if (!options.length) return make("p", {}, t("explorer-sheet-empty"));
  const gone = choices.kept.length - options.length;
  const nearOf = (list) => Object.fromEntries(list.map((option) => [idOf(option), nearOnPaper(view, option)]));
  const first = make("input", { type: "radio", name: "wish", value: "", checked: choices.wish === "", data: { key: "wish." }, on: { change: () => change({ wish: "" }) } });
  return [
    gone > 0 && make("p", { class: "j-x-against j-x-screen" }, t("explorer-sheet-gone", { count: gone })),
    make(
      "div",
      { class: "j-x-actions j-x-screen" },
      press("print", t("explorer-sheet-print"), () => window.print(), { class: "j-action" }),
      host.pdf && press("pdf", t("explorer-sheet-pdf"), () => host.pdf({ ...ficheOf(answer, choices), near: nearOf(options) }, view.say)),
      press("file", t("explorer-sheet-file"), () => saveFile("ma-fiche.jalons.json", JSON.stringify(ficheOf(answer, choices), null, 1))),
    ),
    make("p", { class: "j-soft j-x-screen" }, t("explorer-sheet-file-note")),
    make(
      "fieldset",
      { class: "j-x-question j-x-screen" },
      make("legend", {}, t("explorer-sheet-wish")),
      make("label", { class: "j-x-choice" }, first, make("span", {}, t("explorer-sheet-wish-none"))),
      options.map((option) => {
        const id = idOf(option);
        return make(
          "label",
          { class: "j-x-choice" },
          make("input", { type: "radio", name: "wish", value: id, checked: choices.wish === id, data: { key: `wish.${id}` }, on: { change: () => change({ wish: id }) } }),
          make("span", {}, option.label),
        );
      }),
    ),
    make(
      "p",
      { class: "j-x-field j-x-screen" },
      make("label", { for: `${view.id}-questions` }, t("explorer-sheet-questions")),
      make("textarea", { id: `${view.id}-questions`, rows: "3", maxlength: "2000", data: { key: "questions" }, on: { input: (e) => view.note(e.target.value) } }, choices.questions),
    ),
    paper(view, answer, options),
  ];
}

/** The sheet as it is printed; on the screen it is shown below its buttons. */
function paper(view, answer, options) {
  const { t, choices, change } = view;
  const { profile } = answer;
  const near = (option) => nearOnPaper(view, option);
  const days = new Map(options.flatMap(({ calendar }) => calendar).map((day) => [day.what, day])); // once, though many options share them
  return make(
    "div",
    { class: "j-x-paper" },
    make("h3", {}, t("explorer-sheet-title")),
    make("p", { class: "j-x-name" }, t("explorer-sheet-name")),
    make("p", {}, make("strong", {}, profile.specialite.label), ` – ${t(`explorer-place-${choices.place.replace(/[._]/g, "-")}`)}`),
    options.map((option) => {
      const id = idOf(option);
      return make(
        "section",
        { class: "j-x-kept" },
        make("h4", {}, option.label, ` (${durationText(option.duration_years, t)})`, choices.wish === id && make("em", {}, ` – ${t("explorer-sheet-my-wish")}`)),
        wayInText(option.admission, { ...view, words: {} }),
        option.indicators.slice(0, 2).map((one) => make("p", {}, one.text, make("small", { class: "j-x-source j-soft" }, credentials(one, t)))),
        near(option) && make("p", {}, near(option)),
        make("p", {}, `${t("explorer-part-next")}${t("colon")}${option.next.map(({ label }) => label).join(", ")}`),
        make("p", {}, `${t("explorer-part-help")}${t("colon")}${option.help.map(({ name }) => name).join(", ")}`),
        press(`drop.${id}`, t("explorer-sheet-drop"), () => change({ kept: withOrWithout(choices.kept, id), ...(choices.wish === id ? { wish: "" } : {}) }), {
          class: "j-x-small j-x-screen",
          "aria-label": `${t("explorer-sheet-drop")}${t("colon")}${option.label}`,
        }),
      );
    }),
    days.size > 0 &&
      make("section", {}, make("h4", {}, t("explorer-part-dates")), make("ul", {}, [...days.values()].map((day) => make("li", {}, dateText(day, t.lang))))),
    make("section", { class: "j-x-notes" }, make("h4", {}, t("explorer-sheet-questions")), make("p", {}, choices.questions)),
    make("p", { class: "j-soft" }, answer.notices[0]),
    make("p", { class: "j-soft" }, t("explorer-sheet-made", { day: dayText(view.data.made_on, t.lang) })),
  );
}

/** Let the browser save a file that was made here. */
export function saveFile(name, content, type = "application/json") {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
