// The pure parts of the questionnaire and of the talk.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, byStep, fill } from "../widgets/jalons/ui/survey.js";
import { moved, stepOf } from "../widgets/jalons/ui/slides.js";

test("answers are counted for the mode that is shown", () => {
  const items = [{ mine: { step: 0 }, agreed: null }, { mine: { step: null }, agreed: { step: 2 } }, { mine: null, agreed: null }];
  assert.deepEqual(answered([{ items }], "answer"), { count: 2, total: 3 });
  assert.deepEqual(answered([{ items }], "agree"), { count: 1, total: 3 });
  assert.deepEqual(answered([], "agree"), { count: 0, total: 0 });
});

test("people are named by what they chose, not knowing included", () => {
  const names = byStep([{ who: "A", step: 1 }, { who: "B", step: null }, { who: "C", step: 1 }]);
  assert.deepEqual(names.get(1), ["A", "C"]);
  assert.deepEqual(names.get(null), ["B"]);
  assert.equal(names.has(0), false);
});

test("a sentence keeps what it has no value for", () => {
  assert.equal(fill("%count% sur %total% %x%", { count: 0, total: 3 }), "0 sur 3 %x%");
});

test("a talk goes on and back and never past its ends", () => {
  assert.equal(moved(0, stepOf("ArrowLeft"), 5), 0);
  assert.equal(moved(0, stepOf("PageDown"), 5), 1);
  assert.equal(moved(4, stepOf("ArrowRight"), 5), 4);
  assert.equal(moved(2, stepOf("End"), 5), 4);
  assert.equal(moved(2, stepOf("Home"), 5), 0);
  assert.equal(stepOf("a"), 0);
});
