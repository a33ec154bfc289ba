// What Explorer looks up near home, without a page: node --test tests/explorer_near.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";

import { readChoices } from "../widgets/jalons/options/explorer_choices.mjs";
import {
  areasOf, homeOf, isAbsentNear, listNear, schoolsNear, withNearOnly,
} from "../widgets/jalons/options/explorer_near.mjs";

const around = {
  places: [["069", "Rhône", "Lyon"], ["042", "Loire", "Lyon"], ["059", "Nord", "Lille"]],
  schools: [["B", "Lyon", 0, ""], ["A", "Roanne", 1, ""], ["C", "Lille", 2, ""], ["CIO", "Lyon", 0, ""]],
  offers: { 1: [[0, "", 24, 20, 0.5], [1, "", 12, 5, null]], 2: [[2, "", 10, 20, 0.1]] },
  after: { 1: [[0, "p", 30, 60, null], [2, "p", 1, 2, 3]], 9: [[0, "q", null, 44, null]] },
  cio: [3],
};
const at = (academy, department = "") => homeOf(around, { academy, department });

test("home is what was chosen, or the only academy there is", () => {
  assert.equal(at(""), null);
  assert.equal(at("Brest"), null);
  assert.deepEqual(at("Lyon"), { academy: "Lyon", department: "", label: "Lyon" });
  assert.deepEqual(at("Lyon", "069"), { academy: "Lyon", department: "069", label: "Rhône" });
  assert.equal(at("Lyon", "059").label, "Lyon"); // a department of elsewhere counts for nothing
  const small = { ...around, places: around.places.slice(0, 2) };
  assert.equal(homeOf(small, { academy: "", department: "" }).label, "Lyon");
  assert.deepEqual(areasOf(around).map(([name]) => name), ["Lille", "Lyon"]);
});

test("schools come by town, with what each file says of them", () => {
  const found = schoolsNear(around, at("Lyon"), "1");
  assert.deepEqual(found.map(({ name }) => name), ["B", "A"]);
  assert.deepEqual(found[0].after, [{ programme: "p", rates: [30, 60, null] }]);
  assert.deepEqual(schoolsNear(around, at("Lyon", "042"), "1").map(({ name }) => name), ["A"]);
  // C's leavers were followed, but Parcoursup says who teaches it today
  assert.deepEqual(schoolsNear(around, at("Lille"), "1"), []);
  // nobody says who teaches 9: those whose leavers were followed
  assert.deepEqual(schoolsNear(around, at("Lyon"), "9").map(({ teaches }) => teaches), [false]);
  assert.deepEqual(listNear(around, at("Lyon"), "cio").map(({ name }) => name), ["CIO"]);
  assert.deepEqual(listNear(around, at("Lille"), "lycees"), []);
});

test("an option is absent only where a file knows it, and teaches it elsewhere", () => {
  const bts = (code) => ({ kind: "BTS", code });
  assert.ok(isAbsentNear(around, at("Lyon"), bts("2")));
  assert.ok(!isAbsentNear(around, at("Lille"), bts("2")));
  assert.ok(!isAbsentNear(around, at("Lyon"), bts("7")));
  assert.ok(!isAbsentNear(around, at("Lyon"), { kind: "LICENCE", code: null }));
});

test("what nobody teaches near home goes against the wish, and is never lost", () => {
  const options = ["1", "2"].map((code) => ({ kind: "BTS", code, unmet_wishes: ["x"] }));
  const wishes = withNearOnly(around, at("Lyon"), options, "not near").map((one) => one.unmet_wishes);
  assert.deepEqual(wishes, [["x"], ["x", "not near"]]);
  assert.deepEqual(options[1].unmet_wishes, ["x"]);
});

test("home is kept with the other answers, when it is one", () => {
  const data = { trainings: {}, academies: ["Lyon"] };
  const kept = { academy: "Lyon", department: "069", nearOnly: true };
  const back = (given) => {
    const { academy, department, nearOnly } = readChoices(JSON.stringify(given), data);
    return { academy, department, nearOnly };
  };
  assert.deepEqual(back(kept), kept);
  assert.equal(back({ ...kept, department: "<b>" }).department, "");
  assert.equal(back({ ...kept, academy: "x" }).department, "");
  assert.equal(back({ ...kept, nearOnly: "yes" }).nearOnly, false);
});
