// What is near a pupil: looked up in what jalons.options.around makes of the loaded files.
// Pure: no page, no word.

const COVERED = { offers: ["BTS", "BUT", "CS"], taught: ["CAP_CONNEXE", "BAC_PRO_1RE", "CS", "BMA"] };

/** Academies with their departments, in the order they are read: [[academy, [[code, name]]]]. */
export function areasOf(around) {
  const found = new Map();
  for (const [code, name, academy] of around.places) {
    found.set(academy, [...(found.get(academy) ?? []), [code, name]]);
  }
  const byName = (a, b) => a.localeCompare(b, "fr");
  return [...found]
    .map(([academy, departments]) => [academy, departments.sort((a, b) => byName(a[1], b[1]))])
    .sort((a, b) => byName(a[0], b[0]));
}

/** Where the pupil is at home: what they chose, or the one academy there is; null before that. */
export function homeOf(around, { academy, department }) {
  const areas = areasOf(around);
  const [name, departments] = areas.find(([one]) => one === academy) ?? (areas.length === 1 ? areas[0] : []);
  if (!name) return null;
  const [code, label] = departments.find(([one]) => one === department) ?? ["", ""];
  return { academy: name, department: code, label: label || name };
}

const liesIn = (around, home) => (number) => {
  const [code, , academy] = around.places[around.schools[number][2]];
  return academy === home.academy && (!home.department || code === home.department);
};

/** The school of a number, in words of its own. */
function schoolOf(around, number) {
  const [name, town, , site] = around.schools[number];
  return { name, town, site };
}

const byTown = (a, b) => a.town.localeCompare(b.town, "fr") || a.name.localeCompare(b.name, "fr");

/**
 * The schools near home that teach a diploma: `[{name, town, site, teaches, offers, after}]`, by
 * town. Where no file says who teaches it, those whose leavers were followed.
 */
export function schoolsNear(around, home, code) {
  const found = new Map();
  const near = liesIn(around, home);
  const at = (number) => {
    if (!found.has(number)) found.set(number, { ...schoolOf(around, number), teaches: false, offers: [], after: [] });
    return found.get(number);
  };
  for (const [number, detail, places, admitted, share] of around.offers?.[code] ?? []) {
    if (!near(number)) continue;
    at(number).teaches = true;
    at(number).offers.push({ detail, places, admitted, share });
  }
  for (const number of around.taught?.[code] ?? []) if (near(number)) at(number).teaches = true;
  for (const [number, programme, ...rates] of around.after?.[code] ?? []) {
    if (near(number)) at(number).after.push({ programme, rates });
  }
  const said = [around.offers, around.taught].some((table) => table && Object.hasOwn(table, code));
  return [...found.values()].filter(({ teaches }) => teaches || !said).sort(byTown);
}

/** Whether the files know the option, but teach it at no school near home. */
export function isAbsentNear(around, home, { kind, code }) {
  const tables = Object.keys(COVERED).filter(
    (name) => COVERED[name].includes(kind) && around[name] && Object.hasOwn(around[name], code),
  );
  const near = liesIn(around, home);
  const taught = (row) => near(Array.isArray(row) ? row[0] : row);
  return tables.length > 0 && !tables.some((name) => around[name][code].some(taught));
}

/** The schools of a list ("cio", "lycees") near home, by town. */
export const listNear = (around, home, list) =>
  (around[list] ?? []).filter(liesIn(around, home)).map((number) => schoolOf(around, number)).sort(byTown);

/** The files know the schools, not the training centres: they say nothing of an apprenticeship. */
export const asksNearOnly = ({ way }) => way !== "apprenticeship";

/** Options with one more wish that is not met: those that nobody teaches near home. */
export const withNearOnly = (around, home, options, unmet) =>
  options.map((one) =>
    isAbsentNear(around, home, one) ? { ...one, unmet_wishes: [...one.unmet_wishes, unmet] } : one,
  );
