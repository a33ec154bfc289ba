// Explorer without a server: the same answer as `jalons options --json`, by look-up.
//
// `data` is what jalons.options.offline writes. Rules, dates and paths were worked out in Python;
// here they are looked up, joined to the speciality's links, sorted and told in words. No DOM and
// no network. A test holds both answers side by side.

import {
  notices,
  paths,
  place,
  plain,
  serviceJson,
  shown,
  told,
  training,
  translator,
} from "./explore_words.mjs";

/**
 * Diplomas in force whose names begin with, then contain, what is typed; former names count.
 * @param {string[]} types e.g. ["CAP", "CAPA"]
 */
export function search(data, typed, types, most = 12) {
  const asked = plain(typed);
  if (!asked) return [];
  const found = new Map();
  for (const code of Object.keys(data.trainings)) {
    const one = training(data, code);
    if (!types.includes(one.type)) continue;
    const names = [one.short, one.title, ...one.otherNames].map(plain);
    const exact = names.includes(asked);
    const begins = names.some((name) => name.startsWith(asked));
    const within = names.some((name) => name.includes(asked));
    if (!within) continue;
    const target = one.now ?? code;
    const rank = exact ? 0 : begins ? 1 : 2;
    if (!data.trainings[target][9]) {
      found.set(target, Math.min(rank, found.get(target) ?? 9));
    }
  }
  const byTitle = (a, b) => (training(data, a).title < training(data, b).title ? -1 : 1);
  return [...found.keys()]
    .sort((a, b) => found.get(a) - found.get(b) || byTitle(a, b))
    .slice(0, most);
}

/** The name of a situation in the table. Empty: not known. */
export function situationKey({ level, diploma, mention, opinion, admitted }) {
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
  const here = training(data, profile.code);
  const answer = data.answers[data.situations[situationKey(profile)]];
  const context = { data, profile, here, answer, t, region: region(data, profile.academy) };
  const found = [...candidates(context)].flatMap((one) => option(context, one));
  const { others } = data.kinds;
  const options = found.filter((o) => !others.includes(o.kind));
  return {
    profile: told(context),
    notices: notices(context, options),
    options: sorted(options, answer.order).map((o) => shown(context, o)),
    others: sorted(found.filter((o) => others.includes(o.kind)), others).map((o) =>
      shown(context, o),
    ),
    closed: closed(context).map(([kind, reason]) => ({
      kind,
      reason,
      text: t(`option-closed-${reason}`),
    })),
    paths: paths(context),
    help: data.services
      .filter(([, , , situations]) => situations.includes(place(profile)))
      .map((service) => serviceJson(service, lang)),
  };
}

function region(data, academy) {
  return academy ? data.regions[plain(academy)] : undefined;
}

function* candidates({ data, profile, here }) {
  for (const [code, closeness, rank, reasons] of data.links[here.code] ?? []) {
    const target = training(data, code);
    if (!target.now) {
      yield { kind: data.kinds.of_type[target.type], target, closeness, rank, reasons };
    }
  }
  if (profile.level === "2PRO") {
    for (const [rank, code] of (data.families[here.family] ?? []).entries()) {
      const target = training(data, code);
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

function option({ data, profile, answer }, one) {
  const ways = answer.ways[`${one.kind}.${one.closeness}`];
  if (!ways) return [];
  const [rules, dates] = ways;
  const { years_from_here: fromHere, same_for_all: sameForAll } = data.kinds;
  const years =
    fromHere[one.kind] ??
    (one.target ? one.target.years : sameForAll.find(([kind]) => kind === one.kind)[1]);
  return [{ ...one, rules, dates, years, unmet: unmet(data, profile, one.kind, years) }];
}

function unmet(data, profile, kind, years) {
  const { by_contract_only: only, never_by_contract: never } = data.kinds;
  const found = [];
  if (profile.maxYears != null && years > profile.maxYears) found.push("duree_max");
  const kinds = { true: never, false: only }[String(profile.apprenticeship)] ?? [];
  if (kinds.includes(kind)) found.push("apprentissage");
  return found;
}

function sorted(options, order) {
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

function closed({ profile, here, answer }) {
  const crafts = profile.diploma === "CAP" && !here.craft;
  return crafts ? [...answer.closed, ["BTM", "btm-crafts-only"]] : answer.closed;
}
