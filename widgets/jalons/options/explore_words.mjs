// What the offline Explorer says in words: labels, reasons, ways in, figures, who can help, paths.
//
// Takes what `explore.mjs` looked up and sorted; computes nothing. As `words.py` and `codec.py`.

/** The year from which InserJeunes counts public jobs too. */
export const PUBLIC_SINCE = 2022;

const dashed = (code) => code.replaceAll("_", "-");
/** Lower case, no accent, letters and digits only: what two spellings share. */
export const plainText = (text) =>
  text
    .replaceAll("œ", "oe")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** The diplomas of a table by name, so that the rest reads as the Python does. */
export function trainingOf(data, code) {
  const [type, title, short, otherNames, level, years, family, group, jobs, now, craft] =
    data.trainings[code];
  return { code, type, title, short, otherNames, level, years, family, group, jobs, now, craft };
}

/** A function that fills a sentence of a language in. */
export function translator(data, lang) {
  const words = data.words[lang] ?? data.words.fr;
  const t = (name, facts = {}) => {
    if (!(name in words)) throw new Error(`no message ${name}`);
    return words[name].replace(/\{(\w+)\}/g, (_, fact) => facts[fact]);
  };
  t.lang = lang;
  return t;
}

/** "12 345", "52,9" in French; "12,345", "52.9" in English. */
export function writtenNumber(value, lang) {
  const [whole, part] = value.toFixed(1).split(".");
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, lang === "fr" ? "\u202f" : ",");
  return part === "0" ? thousands : thousands + (lang === "fr" ? "," : ".") + part;
}

/** A date as it is said: "18 mars 2027". */
export function dayText(iso, lang) {
  const format = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" });
  const text = format.format(new Date(`${iso}T00:00:00Z`));
  return lang === "fr" ? text.replace(/^1 /, "1er ") : text;
}

export function fullName(one, t) {
  return `${t(`type-${dashed(one.type)}`)} ${one.title}`.trim();
}

function jobList(data, codes) {
  const names = codes.filter((code) => code in data.jobs).map((code) => data.jobs[code]);
  return names.slice(0, data.most.jobs);
}

function jobNames(data, codes) {
  return jobList(data, codes).join(" ; ");
}

/** The situation of somebody of whom only the level is known. */
export function placeOf(profile) {
  return profile.level === "titulaire" ? "sorti" : "eleve";
}

export function profileJson({ profile, here, t }) {
  return {
    niveau: profile.level,
    diplome: profile.diploma,
    specialite: { code: here.code, label: fullName(here, t), short: here.short },
    mention: profile.mention ?? null,
    avis_conseil: profile.opinion ?? null,
    admis_bts: profile.admitted ?? null,
    academie: profile.academy ?? null,
    souhaits: {
      duree_max: profile.maxYears ?? null,
      apprentissage: profile.apprenticeship ?? null,
    },
  };
}

export function noticesOf({ profile, here, answer, t, region: known }, options) {
  const found = [t(`option-notice-interview-${profile.level}`)];
  if (!answer.final) found.push(t("option-notice-later"));
  if (!options.some((o) => o.target && o.closeness === "suite")) {
    found.push(t("option-notice-no-suite"));
  }
  if (profile.replaced) {
    found.push(t("option-notice-replaced", { asked: profile.replaced, name: fullName(here, t) }));
  }
  if (profile.academy && !known) {
    found.push(t("option-notice-academy", { academy: profile.academy }));
  }
  return [...found, t("option-figure-note-denominators"), t("option-figure-note-labels")];
}

export function optionJson(context, o) {
  const { data, profile, t } = context;
  const [first, ...also] = o.rules;
  const about = o.target?.type === "DNMADE" ? "DNMADE" : dashed(o.kind);
  return {
    kind: o.kind,
    label: o.target ? fullName(o.target, t) : t(`option-kind-${dashed(o.kind)}`),
    short: o.target ? o.target.short : "",
    code: o.target ? o.target.code : null,
    level: o.target ? o.target.level : null,
    jobs: o.target ? jobList(data, o.target.jobs) : [],
    duration_years: o.years,
    closeness: o.closeness,
    about: t(`option-about-${about}`),
    admission: wayIn(data, first, t),
    also: also.map((rule) => wayIn(data, rule, t)),
    calendar: o.dates.map(([date, milestone, status, source]) => ({
      date,
      what: t(`milestone-${dashed(milestone)}`) + doubtOf(status, t),
      status,
      source,
    })),
    indicators: figuresOf(context, o),
    why: reasonsOf(context, o, about),
    next: leadsTo(context, o),
    help: helpers(data, o.kind, placeOf(profile), t.lang),
    unmet_wishes: o.unmet.map((code) => {
      if (code !== "apprentissage") return t(`option-unmet-${dashed(code)}`);
      return t(`option-unmet-apprentissage-${profile.apprenticeship ? "yes" : "no"}`);
    }),
  };
}

function wayIn(data, id, t) {
  const [basis, source, readOn, status] = data.rules[id];
  return { basis, rule: id, text: t(`option-rule-${id}`), source, read_on: readOn, status };
}

function doubtOf(status, t) {
  if (status === "last_year") return ` (${t("option-calendar-last-year")})`;
  return status === "to_confirm" ? ` (${t("option-calendar-to-confirm")})` : "";
}

function reasonsOf({ data, profile, here, answer, t }, o, about) {
  if (o.kind === "EMPLOI") {
    const names = jobNames(data, here.jobs);
    return names ? [t("option-why-jobs-of-diploma", { jobs: names })] : [];
  }
  if (!o.target) return [t(`option-about-${about}`)];
  if (o.reasons.length === 1 && o.reasons[0] === "famille") {
    return o.target.code === here.code
      ? [t("option-why-same")]
      : [t("option-why-family", { family: o.target.family })];
  }
  const same = o.kind === "CAP_CONNEXE" && o.closeness === "suite";
  const link = same ? "same-field" : o.closeness;
  const found = [t(`option-why-${link}`, { from: fullName(here, t) })];
  if (o.reasons.includes("groupe") || o.reasons.includes("domaine")) {
    found.push(t("option-why-group", { domain: t(`nsf-${here.group.slice(0, 2)}`) }));
  }
  if (o.reasons.includes("metiers")) {
    const both = here.jobs.filter((job) => o.target.jobs.includes(job));
    found.push(t("option-why-jobs", { jobs: jobNames(data, both) }));
  }
  if (o.kind === "BTS") {
    found.push(t("option-why-consolidation"));
    if (o.closeness === "suite" && profile.mention == null && answer.final) {
      found.push(t("option-why-mention"));
    }
  }
  return found;
}

function figuresOf({ data, profile, here, t, region: known }, o) {
  return figureCodes(data, profile, here, o)
    .flatMap((code) => {
      const local = new Map((data.regional[code]?.[known] ?? []).map((i) => [i[0], i]));
      return (data.figures[code] ?? []).map((i) => local.get(i[0]) ?? i);
    })
    .filter(([, , n]) => n == null || n >= data.most.n)
    .map((i) => figureJson(data, i, t));
}

function figureCodes(data, profile, here, o) {
  if (o.kind === "EMPLOI") {
    const field = here.group.startsWith(data.industrial) ? "industriel" : "tertiaire";
    return [here.code, profile.diploma, `${profile.diploma}.${field}`];
  }
  if (o.target) return [o.target.code, ...(["BTS", "BUT"].includes(o.kind) ? [o.kind] : [])];
  return [o.kind];
}

function figureJson(data, [id, value, n, label, measuredAs, number], t) {
  const [unit, nOf, year, scope, source] = data.credentials[number];
  const ranked = unit.startsWith("rang_");
  const facts = { value: writtenNumber(value, t.lang), of: ranked ? unit.slice(5) : "" };
  const scale = id.startsWith("emploi") ? "label" : "share";
  const sentence = t(`option-figure-${dashed(id)}`, facts);
  const notes = [];
  if (measuredAs) notes.push(t("option-figure-note-measured", { name: measuredAs }));
  if (nOf === "releves" && n != null) {
    notes.push(t("option-figure-note-mean", { n: writtenNumber(n, t.lang) }));
  }
  if (["emploi_6m", "emploi_12m", "emploi_24m"].includes(id) && Number(year.slice(0, 4)) < PUBLIC_SINCE) {
    notes.push(t("option-figure-note-public"));
  }
  return {
    id,
    value,
    unit: t(`option-unit-${ranked ? "rang" : dashed(unit)}`),
    n,
    n_of: nOf ? t(`option-n-${dashed(nOf)}`) : null,
    year,
    scope,
    source,
    label: label || null,
    text: label
      ? t("option-figure-compared", { figure: sentence, word: t(`option-figure-${scale}-${dashed(label)}`) })
      : sentence,
    notes,
  };
}

function leadsTo({ data, here, t }, o) {
  const job = { kind: "EMPLOI", label: t("option-kind-EMPLOI"), code: null };
  if (o.kind === "CLASSE_PASSERELLE") {
    return [{ kind: "BTS", label: t("option-kind-BTS"), code: null }];
  }
  if (o.kind === "BTS") {
    return [{ kind: "LICENCE", label: t("option-licence-pro"), code: null }, job];
  }
  if (!o.target) return [job];
  const higher = (data.links[o.target.code] ?? [])
    .filter(([code, closeness]) => {
      const one = trainingOf(data, code);
      return closeness === "suite" && one.level > o.target.level && one.type !== here.type;
    })
    .slice(0, data.most.next)
    .map(([code]) => {
      const one = trainingOf(data, code);
      return { kind: data.kinds.of_type[one.type], label: fullName(one, t), code };
    });
  return [...higher, job];
}

function helpers(data, kind, situation, lang) {
  const named = data.services
    .filter(([, , , situations, kinds]) => kinds.includes(kind) && situations.includes(situation))
    .slice(0, data.most.help - 2);
  const first = data.first_help[situation].map((id) => data.services.find((s) => s[0] === id));
  return [...new Set([...named, ...first])]
    .slice(0, data.most.help)
    .map((service) => serviceJson(service, lang));
}

/** The services of a situation: whom to see first, then the order of the table. */
export function servicesFor(data, situation) {
  const first = data.first_help[situation];
  const place = ([id]) => (first.includes(id) ? first.indexOf(id) : first.length);
  return data.services
    .filter(([, , , situations]) => situations.includes(situation))
    .sort((a, b) => place(a) - place(b));
}

export function serviceJson([id, words, formerNames, , , site, source], lang) {
  return { id, ...words[lang], former_names: formerNames, site: site || null, source };
}

export function pathsJson({ data, here, answer, t }) {
  const way = answer.ways["BTS.suite"]?.[0][0] ?? "";
  return (data.paths[here.code]?.[way] ?? []).map(([purpose, steps]) => {
    const label = (code) => (code ? fullName(trainingOf(data, code), t) : t("option-licence-pro"));
    return {
      purpose,
      label: t(`option-path-${purpose}`),
      years: steps.reduce((sum, [, , years]) => sum + years, 0),
      steps: steps.map(([kind, code, years, rule], i) => ({
        kind,
        label: label(code),
        code,
        years,
        basis: data.rules[rule][0],
        text: t(`option-rule-${rule}`),
        if_it_fails: i
          ? t("option-lost-later", { kept: label(steps[i - 1][1]), years: yearsText(years, t) })
          : t("option-lost-first", { kept: fullName(here, t) }),
      })),
    };
  });
}

function yearsText(years, t) {
  return years === 1 ? t("option-years-1") : t("option-years-n", { years: writtenNumber(years, t.lang) });
}
