// What a pupil has said and kept, and what follows from it. Pure: no page, no word.

export const MOST_COMPARED = 4;
export const PLACES = [
  "CAP1.CAP",
  "CAP2.CAP",
  "titulaire.CAP",
  "2PRO.BAC_PRO",
  "1PRO.BAC_PRO",
  "TPRO.BAC_PRO",
  "titulaire.BAC_PRO",
];
const TYPES_OF = { CAP: ["CAP", "CAPA"], BAC_PRO: ["BAC_PRO"] };
const ALLOWED = {
  mode: ["guided", "quick"],
  way: ["", "any", "apprenticeship", "school"],
  mention: ["", "TB", "B", "AB", "none"],
  opinion: ["", "favorable", "reserve", "none"],
  admitted: ["", "yes", "no"],
  years: ["", "1", "2", "3"],
  tab: ["options", "map", "compare", "sheet", "help"],
};

/** Nothing said yet. */
export const blankChoices = () => ({
  mode: "guided",
  step: 0,
  place: "",
  code: "",
  replaced: "",
  way: "",
  mention: "",
  opinion: "",
  admitted: "",
  years: "",
  academy: "",
  department: "",
  nearOnly: false,
  tab: "options",
  kept: [],
  compared: [],
  wish: "",
  questions: "",
  link: "", // the end of the address that it all began at
});

/** What was kept on this device, without what does not fit (any more). */
export function readChoices(text, data) {
  const choices = blankChoices();
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    return choices;
  }
  if (given === null || typeof given !== "object") return choices;
  for (const [key, values] of Object.entries(ALLOWED)) {
    if (values.includes(given[key])) choices[key] = given[key];
  }
  if (typeof given.link === "string") choices.link = given.link;
  if (PLACES.includes(given.place)) choices.place = given.place;
  if (choices.place && isOpen(data, given.code, choices.place)) choices.code = given.code;
  if (choices.code && typeof given.replaced === "string") choices.replaced = given.replaced;
  if (data.academies.includes(given.academy)) choices.academy = given.academy;
  if (choices.academy && /^\d{3}$/.test(given.department)) choices.department = given.department;
  choices.nearOnly = given.nearOnly === true;
  if (typeof given.questions === "string") choices.questions = given.questions.slice(0, 2000);
  const texts = (list) => (Array.isArray(list) ? list : []).filter((id) => typeof id === "string");
  choices.kept = texts(given.kept).slice(0, 60);
  choices.compared = texts(given.compared).slice(0, MOST_COMPARED);
  if (choices.kept.includes(given.wish)) choices.wish = given.wish;
  choices.step = Number.isInteger(given.step) ? Math.max(0, Math.min(3, given.step)) : 0;
  choices.step = Math.min(choices.step, !choices.place ? 0 : !choices.code ? 1 : 3);
  return choices;
}

/** Whether a diploma is in force and can be somebody's at this place. */
export function isOpen(data, code, place) {
  const row = typeof code === "string" && Object.hasOwn(data.trainings, code) && data.trainings[code];
  return Boolean(row) && !row[9] && typesAt(place).includes(row[0]);
}

const diplomaAt = (place) => place.split(".")[1];
export const typesAt = (place) => TYPES_OF[diplomaAt(place)] ?? [];

/** Mention, opinion and answer count once the bac pro is near. */
export const asksForBts = ({ place }) => ["TPRO.BAC_PRO", "titulaire.BAC_PRO"].includes(place);

/** The profile that `explore` answers; null while a question is open. */
export function profileFrom(choices) {
  if (!choices.place || !choices.code) return null;
  const [level, diploma] = choices.place.split(".");
  const bts = asksForBts(choices);
  return {
    level,
    diploma,
    code: choices.code,
    mention: (bts && choices.mention) || null,
    opinion: (bts && choices.opinion) || null,
    admitted: bts ? ({ yes: true, no: false }[choices.admitted] ?? null) : null,
    academy: choices.academy || null,
    maxYears: choices.years ? Number(choices.years) : null,
    apprenticeship: { apprenticeship: true, school: false }[choices.way] ?? null,
    replaced: choices.replaced,
  };
}

export const idOf = ({ kind, code }) => `${kind}.${code ?? ""}`;
export const everyOption = (answer) => [...answer.options, ...answer.others];

/** The options of these ids that are open, in the order they were chosen. */
export const optionsNamed = (answer, ids) =>
  ids.map((id) => everyOption(answer).find((option) => idOf(option) === id)).filter(Boolean);

export const withOrWithout = (ids, id) =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

/** Options by kind, in the order they come; those against a wish apart. */
export function groupsOf(options) {
  const fits = new Map();
  const against = [];
  for (const option of options) {
    if (option.unmet_wishes.length) against.push(option);
    else fits.set(option.kind, [...(fits.get(option.kind) ?? []), option]);
  }
  return { fits: [...fits], against };
}

/** The small file for the pupil's teacher; `Accompagner` reads it. */
export function ficheOf(answer, choices) {
  const short = ({ kind, label, code }) => ({ kind, label, code });
  const [wish] = optionsNamed(answer, [choices.wish]);
  return {
    format: "jalons-fiche",
    version: 1,
    profil: answer.profile,
    options: optionsNamed(answer, choices.kept).map(short),
    souhait: wish ? short(wish) : null,
    questions: choices.questions,
  };
}
