// Explorer without a server: the same answer as `jalons options --json`, by look-up.
//
// `data` is what jalons.options.offline writes. Rules, dates and paths were worked out in Python;
// here they are looked up, joined to the speciality's links, sorted and told in words. No DOM and
// no network. A test holds both answers side by side.

import {
  noticesOf,
  pathsJson,
  placeOf,
  plainText,
  serviceJson,
  servicesFor,
  optionJson,
  profileJson,
  trainingOf,
  translator,
} from "./explore_words.mjs";

const SECONDE = /^(seconde|2nde|2de) (pro )?/;
const OF_TYPE = /^(bac pro|bac professionnel|baccalaureat professionnel|cap agricole|cap) /;
const CLOSE_ENOUGH = 0.5;

/**
 * Diplomas in force whose names are, begin with, contain, or share words with what is typed;
 * where none does, those of the family of trades it names, or those that look most like it.
 * Former names count.
 * @param {string[]} types e.g. ["CAP", "CAPA"]
 */
export function findTrainings(data, typed, types, most = 12) {
  const asked = plainText(typed).replace(OF_TYPE, "");
  if (!asked) return [];
  const family = asked.replace(SECONDE, "");
  return ranked(data, types, most, (names) => rankOf(names, asked)) ??
    ranked(data, types, most, (_, names) => rankOf(names, family)) ??
    ranked(data, types, most, (names) => unlikeness(names, asked)) ?? [];
}

function ranked(data, types, most, rankFor) {
  const found = new Map();
  for (const code of Object.keys(data.trainings)) {
    const one = trainingOf(data, code);
    if (!types.includes(one.type)) continue;
    const named = [one.short, one.title, ...one.otherNames];
    const inFamily = [one.family, ...(data.family_names[one.family] ?? [])];
    const rank = rankFor(...[named, inFamily].map((names) => names.map(plainText).filter(Boolean)));
    const target = one.now ?? code;
    if (rank != null && !data.trainings[target][9]) {
      found.set(target, Math.min(rank, found.get(target) ?? 9));
    }
  }
  const byTitle = (a, b) => (trainingOf(data, a).title < trainingOf(data, b).title ? -1 : 1);
  const inRank = (a, b) => found.get(a) - found.get(b) || byTitle(a, b);
  return found.size ? [...found.keys()].sort(inRank).slice(0, most) : undefined;
}

function rankOf(names, asked) {
  if (names.includes(asked)) return 0;
  if (names.some((name) => name.startsWith(asked))) return 1;
  if (names.some((name) => name.includes(asked))) return 2;
  const all = names.join(" ").split(" ");
  const shared = (word) => all.some((other) => other.startsWith(word));
  return asked.split(" ").every(shared) ? 3 : undefined;
}

/** How little the nearest name, or word of a name, looks like what is typed; nothing if not at all. */
function unlikeness(names, asked) {
  if (asked.length < 4) return undefined;
  const parts = names.flatMap((name) => [name, ...name.split(" ").filter((w) => w.length > 3)]);
  const best = Math.max(...parts.map((part) => likeness(part, asked)));
  return best >= CLOSE_ENOUGH ? 1 - best : undefined;
}

/** Share of pairs of letters that two texts have in common (Dice). */
function likeness(one, other) {
  const pairs = (text) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const [left, right] = [pairs(one), pairs(other)];
  return (2 * [...left].filter((pair) => right.has(pair)).length) / (left.size + right.size || 1);
}

/** The title by which a diploma that `code` replaced was asked for; else empty. */
export function formerTitle(data, typed, code) {
  const asked = plainText(typed).replace(OF_TYPE, "");
  const now = trainingOf(data, code);
  if ([now.title, now.short].map(plainText).includes(asked)) return "";
  for (const old of Object.keys(data.trainings).map((other) => trainingOf(data, other))) {
    if (old.now !== code || ![plainText(old.title), plainText(old.short)].includes(asked)) continue;
    return plainText(old.title) === plainText(now.title) ? "" : old.title;
  }
  return "";
}

/** The name of a situation in the table. Empty: not known. */
function situationKey({ level, diploma, mention, opinion, admitted }) {
  const near = diploma === "BAC_PRO" && ["TPRO", "titulaire"].includes(level);
  const answer = admitted === true ? "oui" : admitted === false ? "non" : "";
  const asked = near ? [mention ?? "", opinion ?? "", answer] : ["", "", ""];
  return [level, diploma, ...asked].join("|");
}

/**
 * Everything Explorer says to one profile.
 *
 * @param {object} profile `{level, diploma, code, mention, opinion, admitted, academy, maxYears,
 *   apprenticeship, replaced}`; all but the first three may be missing.
 * @returns {object} the shape of `jalons options --json`
 */
export function explore(data, profile, lang) {
  const t = translator(data, lang);
  const here = trainingOf(data, profile.code);
  const answer = data.answers[data.situations[situationKey(profile)]];
  const context = { data, profile, here, answer, t, region: regionOf(data, profile.academy) };
  const found = [...candidatesOf(context)].flatMap((one) => openOption(context, one));
  const { others } = data.kinds;
  const options = found.filter((o) => !others.includes(o.kind));
  return {
    profile: profileJson(context),
    notices: noticesOf(context, options),
    options: inOrder(options, answer.order).map((o) => optionJson(context, o)),
    others: inOrder(found.filter((o) => others.includes(o.kind)), others).map((o) =>
      optionJson(context, o),
    ),
    closed: closedKinds(context).map(([kind, reason]) => ({
      kind,
      reason,
      text: t(`option-closed-${reason}`),
    })),
    paths: pathsJson(context),
    help: servicesFor(data, placeOf(profile)).map((service) => serviceJson(service, lang)),
  };
}

function regionOf(data, academy) {
  return academy ? data.regions[plainText(academy)] : undefined;
}

function* candidatesOf({ data, profile, here }) {
  for (const [code, closeness, rank, reasons] of data.links[here.code] ?? []) {
    const target = trainingOf(data, code);
    if (!target.now) {
      yield { kind: data.kinds.of_type[target.type], target, closeness, rank, reasons };
    }
  }
  if (profile.level === "2PRO") {
    for (const [rank, code] of (data.families[here.family] ?? []).entries()) {
      const target = trainingOf(data, code);
      const closeness = code === here.code ? "suite" : "proche";
      yield { kind: "BAC_PRO_1RE", target, closeness, rank, reasons: ["famille"] };
    }
  }
  for (const [kind] of data.kinds.same_for_all) {
    if (kind !== "BTM" || here.craft) {
      yield { kind, target: null, closeness: "any", rank: 0, reasons: [] };
    }
  }
}

function openOption({ data, profile, answer }, one) {
  const ways = answer.ways[`${one.kind}.${one.closeness}`];
  if (!ways) return [];
  const [rules, numbers] = ways;
  const dates = numbers.map((number) => data.dates[number]);
  const { years_from_here: fromHere, same_for_all: sameForAll } = data.kinds;
  const years =
    fromHere[one.kind] ??
    (one.target ? one.target.years : sameForAll.find(([kind]) => kind === one.kind)[1]);
  return [{ ...one, rules, dates, years, unmet: unmetWishes(data, profile, one.kind, years) }];
}

function unmetWishes(data, profile, kind, years) {
  const { by_contract_only: only, never_by_contract: never } = data.kinds;
  const found = [];
  if (profile.maxYears != null && years > profile.maxYears) found.push("duree_max");
  const kinds = { true: never, false: only }[String(profile.apprenticeship)] ?? [];
  if (kinds.includes(kind)) found.push("apprentissage");
  return found;
}

function inOrder(options, order) {
  const closeness = ["suite", "proche", "any"];
  const by = (o) => [
    o.unmet.length,
    order.indexOf(o.kind),
    closeness.indexOf(o.closeness),
    o.rank,
  ];
  return [...options].sort((a, b) => {
    const [left, right] = [by(a), by(b)];
    const i = left.findIndex((value, n) => value !== right[n]);
    return i < 0 ? 0 : left[i] - right[i];
  });
}

function closedKinds({ profile, here, answer }) {
  const crafts = profile.diploma === "CAP" && !here.craft;
  return crafts ? [...answer.closed, ["BTM", "btm-crafts-only"]] : answer.closed;
}
