// The page Explorer, the same in a dashboard and in a file without a server.
//
// `explorerView(el, host)` shows it in `el`. The host gives what differs:
//   data       the tables of jalons.options.offline
//   lang       "fr" or "en"; `spoken(t)`, where it is given, shows a switch and hears of it
//   store      {read() → text or null, write(text)}: what keeps the answers on this device
//   pdf        (fiche, say) => void, where somebody can make one
//   around     the value of jalons.options.around, where official files are loaded, or
//   whenAround (hear) => void, where it comes later
// Answers are worked out by explore.mjs; nothing here computes one.

import { explore } from "./explore.mjs";
import { translator } from "./explore_words.mjs";
import { optionList } from "./explorer_cards.mjs";
import { blankChoices, everyOption, isOpen, optionsNamed, PLACES, profileFrom, readChoices } from "./explorer_choices.mjs";
import { comparison } from "./explorer_compare.mjs";
import { fold, make, press } from "./explorer_dom.mjs";
import { helpList } from "./explorer_help.mjs";
import { pathMap } from "./explorer_map.mjs";
import { asksNearOnly, homeOf, withNearOnly } from "./explorer_near.mjs";
import { isAnswered, LAST_QUESTION, moreQuestions, questionAt } from "./explorer_questions.mjs";
import { sheet } from "./explorer_sheet.mjs";

const TABS = ["options", "map", "compare", "sheet", "help"];
const PANELS = { options: optionList, map: pathMap, compare: comparison, sheet };

let viewsMade = 0;

export function explorerView(el, host) {
  const { data } = host;
  const view = { host, data, around: host.around ?? null, id: `j-x-${(viewsMade += 1)}`, open: new Set(), typed: "", place: "here", purpose: "", situation: "" };
  const said = make("p", { class: "j-x-said", role: "alert" });
  const questions = make("div", { class: "j-x-questions j-x-screen" });
  const results = make("div", { class: "j-x-results" });
  const kept = make("p", { class: "j-soft j-x-screen" });
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => drawings.get(target)?.()));
  let drawings = new Map();
  let answer = null;
  let asked = ""; // what the questions on the page are for: while it is the same they stay

  view.say = (text) => { said.textContent = text; };
  view.whenSized = (target, act) => { drawings.set(target, act); sizes.observe(target); };
  view.change = (changes, focus) => {
    view.choices = { ...view.choices, ...changes };
    if (view.choices.mode === "guided" && focus === "next") view.choices.step = Math.min(LAST_QUESTION, view.choices.step + 1);
    host.store.write(JSON.stringify(view.choices));
    draw(focus);
  };
  view.walk = (changes, focus) => { Object.assign(view, changes); draw(focus); };
  view.note = (text) => { // no redraw: somebody is writing
    view.choices = { ...view.choices, questions: text };
    host.store.write(JSON.stringify(view.choices));
    const printed = results.querySelector(".j-x-notes p");
    if (printed) printed.textContent = text;
  };

  const speak = (lang) => {
    view.t = translator(data, lang);
    view.words = data.words[lang];
    el.lang = lang;
    host.spoken?.(view.t);
  };
  const clear = () => {
    Object.assign(view, { open: new Set(), typed: "", place: "here", purpose: "", situation: "" });
    view.choices = { ...blankChoices(), mode: view.choices.mode };
    host.store.write("");
    asked = "";
    draw("question");
  };

  function draw(focus) {
    const active = document.activeElement;
    const held = el.contains(active) ? active.dataset.key : undefined;
    const caret = held && active.type === "search" ? active.selectionStart : null;
    said.textContent = "";
    kept.textContent = view.choices.place ? view.t("explorer-kept-here") : "";
    sizes.disconnect();
    drawings = new Map();
    const { choices } = view;
    const profile = profileFrom(choices);
    view.home = view.around && homeOf(view.around, choices);
    const ready = profile && (choices.mode === "quick" || choices.step >= LAST_QUESTION);
    answer = ready ? withHome(view, explore(data, profile, view.t.lang)) : null;
    el.dataset.answered = String(Boolean(answer));
    const asks = [view.t.lang, choices.mode, choices.step, choices.place, choices.code, ready, choices.kept.length > 0].join();
    if (asks !== asked) questions.replaceChildren(...[top(clear, speak, draw, view), asking(view, answer)].flat(3).filter(Boolean));
    asked = asks;
    results.replaceChildren(...(answer ? outcome(view, answer, profile) : []).flat(3).filter(Boolean));
    restore(focus ?? held, caret);
  }

  function restore(key, caret) {
    if (!key) return;
    const named = { question: "legend", next: answer ? ".j-x-heading" : "legend" }[key];
    const found = named ? el.querySelector(named) : el.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!found || found === document.activeElement) return;
    if (named) found.tabIndex = -1;
    found.focus({ preventScroll: !named });
    if (caret !== null) found.setSelectionRange?.(caret, caret);
  }

  /** `#TPRO.BAC_PRO/40025520` in the address opens at a place and a diploma: a link for a class. */
  function fromAddress() {
    const link = location.hash;
    const [place, code] = link.slice(1).replace(/%2f/i, "/").split("/");
    if (!PLACES.includes(place) || !isOpen(data, code, place)) return false;
    view.choices = { ...blankChoices(), mode: view.choices.mode, place, code, way: "any", step: LAST_QUESTION, link };
    return true;
  }
  const moved = () => {
    if (!fromAddress()) return;
    asked = "";
    draw();
  };

  el.classList.add("j-explorer", "jalons");
  el.append(said, questions, results, kept);
  view.choices = readChoices(host.store.read() ?? "", data);
  speak(host.lang);
  if (view.choices.link !== location.hash) fromAddress(); // the same link once more: a reload loses nothing
  draw();
  host.whenAround?.((around) => {
    view.around = around;
    asked = ""; // home is no longer asked with the questions
    draw();
  });
  window.addEventListener("hashchange", moved);
  return () => {
    window.removeEventListener("hashchange", moved);
    sizes.disconnect();
    el.replaceChildren();
  };
}

/** The answer, with what is not taught near home against a wish, where only that is wanted. */
function withHome({ t, around, home, choices }, answer) {
  if (!home || !choices.nearOnly || !asksNearOnly(choices)) return answer;
  return { ...answer, options: withNearOnly(around, home, answer.options, t("explorer-near-unmet", { place: home.label })) };
}

function top(clear, speak, draw, view) {
  const { t, choices, change, host } = view;
  const quick = choices.mode === "quick";
  const other = t.lang === "fr" ? "en" : "fr";
  return make(
    "div",
    { class: "j-x-top" },
    !quick && choices.step >= LAST_QUESTION &&
      press("again", t("explorer-change-answers"), () => change({ step: 0 }, "question"), { class: "j-x-small" }),
    press("mode", t(quick ? "explorer-mode-guided" : "explorer-mode-quick"), () => change({ mode: quick ? "guided" : "quick" }), { class: "j-x-small" }),
    (choices.place || choices.kept.length > 0) && press("clear", t("explorer-clear"), clear, { class: "j-x-small" }),
    host.spoken &&
      press("lang", other === "en" ? "English" : "Français", () => { speak(other); draw(); }, { class: "j-x-small", lang: other }),
  );
}

function asking(view, answer) {
  const { t, around, choices, change, open } = view;
  const refine = t(around ? "explorer-near-refine" : "explorer-refine");
  if (choices.mode === "quick") {
    return [
      make("div", { class: "j-x-all" }, [0, 1, 2].map((number) => questionAt(view, number))),
      answer && fold("more", refine, () => moreQuestions(view), open, { class: "j-x-apart" }),
    ];
  }
  if (choices.step >= LAST_QUESTION) {
    return [
      fold("more", refine, () => moreQuestions(view), open, { class: "j-x-apart" }),
    ];
  }
  const next = () => {
    if (isAnswered(view.choices, choices.step)) change({}, "next"); // answered since it was drawn
    else view.say(t("explorer-answer-first"));
  };
  return [
    make("p", { class: "j-x-progress" }, t("explorer-progress", { number: choices.step + 1, total: LAST_QUESTION })),
    questionAt(view, choices.step),
    make(
      "div",
      { class: "j-x-actions" },
      choices.step > 0 && press("back", t("explorer-back"), () => change({ step: choices.step - 1 }, "question")),
      press("forward", t(choices.step === 2 ? "explorer-see" : "explorer-next"), next, { class: "j-action" }),
    ),
  ];
}

function outcome(view, answer, profile) {
  const { t, choices, change, id } = view;
  const counts = {
    compare: optionsNamed(answer, choices.compared).length,
    sheet: optionsNamed(answer, choices.kept).length,
  };
  const tab = (name) =>
    make(
      "button",
      {
        type: "button",
        role: "tab",
        id: `${id}-tab-${name}`,
        "aria-controls": `${id}-panel`,
        "aria-selected": String(choices.tab === name),
        tabindex: choices.tab === name ? "0" : "-1",
        data: { key: `tab.${name}` },
        on: { click: () => change({ tab: name }) },
      },
      t(`explorer-tab-${name}`),
      counts[name] ? ` (${counts[name]})` : "",
    );
  const bar = make("div", { class: "j-x-tabs j-x-screen", role: "tablist", "aria-label": t("explorer-tabs") }, TABS.map(tab));
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const name = TABS[(TABS.indexOf(choices.tab) + step + TABS.length) % TABS.length];
    change({ tab: name }, `tab.${name}`);
  });
  const inside = choices.tab === "help" ? helpList(view, profile) : PANELS[choices.tab](view, answer);
  return [
    make("h2", { class: "j-x-heading j-x-screen" }, t("option-title", { name: answer.profile.specialite.label })),
    everyOption(answer).length === 0 && make("p", {}, t("explorer-nothing")),
    bar,
    make("div", { class: "j-x-tab", id: `${id}-panel`, role: "tabpanel", "aria-labelledby": `${id}-tab-${choices.tab}`, data: { tab: choices.tab } }, inside),
  ];
}
