// What Explorer's view works out without a page: node --test tests/explorer.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  blankChoices, ficheOf, groupsOf, isOpen, optionsNamed, profileFrom, readChoices, withOrWithout,
} from "../widgets/jalons/options/explorer_choices.mjs";
import { mapOf, stepOnMap, wayThrough } from "../widgets/jalons/options/explorer_map.mjs";

const row = (type, now = null) => [type, "Titre", "T", [], 4, 3, "", "", [], now, 0];
const data = {
  trainings: { 1: row("BAC_PRO"), 2: row("CAP"), 3: row("BAC_PRO", "1") },
  academies: ["Lyon"],
};
const option = (kind, code, more = {}) => ({
  kind, code, label: `${kind} ${code ?? ""}`, closeness: "suite", unmet_wishes: [], next: [], ...more,
});

test("what was kept comes back, without what does not fit", () => {
  const kept = { ...blankChoices(), place: "TPRO.BAC_PRO", code: "1", way: "school", academy: "Lyon", step: 3, kept: ["BTS.9"], wish: "BTS.9" };
  assert.deepEqual(readChoices(JSON.stringify(kept), data), kept);
  for (const wrong of ["", "{", "null", "[]", '{"place":"TPRO","code":{},"kept":3,"step":99}']) {
    assert.deepEqual(readChoices(wrong, data), blankChoices());
  }
  assert.equal(readChoices(JSON.stringify({ ...kept, code: "3" }), data).code, "");
  assert.equal(readChoices(JSON.stringify({ ...kept, wish: "CS.1" }), data).wish, "");
  assert.equal(readChoices(JSON.stringify({ ...kept, academy: "Nulle part" }), data).academy, "");
});

test("a diploma belongs to a place, and to today", () => {
  assert.ok(isOpen(data, "1", "TPRO.BAC_PRO"));
  assert.ok(!isOpen(data, "1", "CAP2.CAP"));
  assert.ok(!isOpen(data, "3", "TPRO.BAC_PRO"));
  assert.ok(!isOpen(data, "toString", "TPRO.BAC_PRO"));
});

test("answers about the BTS count only near the bac pro", () => {
  const said = { ...blankChoices(), place: "2PRO.BAC_PRO", code: "1", mention: "TB", admitted: "no", years: "2", way: "school" };
  assert.equal(profileFrom({ ...said, code: "" }), null);
  assert.deepEqual(
    [profileFrom(said).mention, profileFrom(said).admitted, profileFrom(said).maxYears, profileFrom(said).apprenticeship],
    [null, null, 2, false],
  );
  const last = profileFrom({ ...said, place: "TPRO.BAC_PRO" });
  assert.deepEqual([last.mention, last.admitted], ["TB", false]);
});

test("options against a wish are apart, never lost", () => {
  const all = [option("BTS", "1"), option("CS", "2", { unmet_wishes: ["trop long"] }), option("BTS", "3")];
  const { fits, against } = groupsOf(all);
  assert.deepEqual(fits.map(([kind, list]) => [kind, list.length]), [["BTS", 2]]);
  assert.deepEqual(against, [all[1]]);
});

test("the small file holds the profile, what was kept, the favourite, and nothing else", () => {
  const answer = { profile: { niveau: "TPRO" }, options: [option("BTS", "1"), option("CS", "2")], others: [] };
  const choices = { ...blankChoices(), kept: ["CS.2", "BTS.1", "BTS.gone"], wish: "BTS.1", questions: "?" };
  assert.deepEqual(ficheOf(answer, choices), {
    format: "jalons-fiche", version: 1, profil: { niveau: "TPRO" },
    options: [{ kind: "CS", label: "CS 2", code: "2" }, { kind: "BTS", label: "BTS 1", code: "1" }],
    souhait: { kind: "BTS", label: "BTS 1", code: "1" }, questions: "?",
  });
  assert.deepEqual(optionsNamed(answer, ["x", "CS.2"]), [answer.options[1]]);
  assert.deepEqual(withOrWithout(withOrWithout([], "a"), "a"), []);
});

const answer = {
  profile: { specialite: { code: "0", label: "CAP" } },
  options: [
    option("BAC_PRO_1RE", "1", { next: [option("BTS", "5"), option("BAC_PRO_1RE", "0"), { kind: "EMPLOI", label: "", code: null }] }),
    option("CS", "2"), option("CS", "3", { closeness: "proche" }), option("CS", "4", { closeness: "proche" }),
  ],
  others: [],
  paths: [{ purpose: "highest", steps: [{ kind: "BAC_PRO_1RE", code: "1", label: "b" }, { kind: "BTS", code: "5", label: "c" }, { kind: "LICENCE", code: null, label: "pro" }] }],
};

test("the map holds every option once, or in a box that counts it, and goes to the right only", () => {
  const map = mapOf(answer);
  assert.deepEqual(map.columns.map((nodes) => nodes.map(({ id }) => id)), [
    ["here"], ["BAC_PRO_1RE.1", "CS.2", "far.CS"], ["BTS.5"], ["LICENCE.pro"],
  ]);
  assert.equal(map.nodes.get("far.CS").far.length, 2);
  for (const [from, to] of map.links) assert.ok(map.nodes.get(from).depth < map.nodes.get(to).depth);
  assert.deepEqual(map.nodes.get("BTS.5").purposes, ["highest"]);
});

test("arrows walk the map, along its links and within a column", () => {
  const map = mapOf(answer);
  assert.equal(stepOnMap(map, "here", "ArrowRight"), "BAC_PRO_1RE.1");
  assert.equal(stepOnMap(map, "BAC_PRO_1RE.1", "ArrowDown"), "CS.2");
  assert.equal(stepOnMap(map, "CS.2", "ArrowLeft"), "here");
  assert.equal(stepOnMap(map, "LICENCE.pro", "ArrowRight"), "LICENCE.pro");
  assert.equal(stepOnMap(map, "LICENCE.pro", "Home"), "here");
  assert.deepEqual([...wayThrough(map, "BTS.5")].sort(), ["BAC_PRO_1RE.1", "BTS.5", "LICENCE.pro", "here"]);
});
