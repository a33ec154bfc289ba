// The bar of links to the parts of a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { short } from "../widgets/jalons/ui/contents.js";

test("a heading is called by its words, without its number", () => {
  assert.equal(short("3. L'année, classe par classe"), "L'année, classe par classe");
  assert.equal(short(" Les tableaux "), "Les tableaux");
  assert.equal(short("2026-2027"), "2026-2027");
});
