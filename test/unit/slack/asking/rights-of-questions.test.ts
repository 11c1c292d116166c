import { expect, it } from "vitest";
import { ABOUT_ALL } from "../../../../src/slack/asking/about-all.ts";
import { ABOUT_CUSTOMER } from "../../../../src/slack/asking/about-customer.ts";

/** By whose rights each question is answered, and whether everybody in a channel may read an answer. */
const RIGHTS = {
  "at-risk": ["at-risk", "everybody"],
  movers: ["movers", "everybody"],
  threshold: ["playbooks", "asker"],
  digest: ["digest", "asker"],
  retention: ["retention", "asker"],
  nudges: ["nudges", "asker"],
  help: ["help", "asker"],
  card: ["card", "everybody"],
  why: ["why", "everybody"],
  "since-when": ["why", "everybody"],
  "what-helps": ["card", "everybody"],
  history: ["history", "asker"],
  products: ["products", "everybody"],
  costs: ["customer-costs", "asker"],
  worth: ["customer-costs", "asker"],
  "why-silent": ["why-silent", "asker"],
};

it("each question has the rights of the command that answers the same; amounts and notes stay with whoever asked", () => {
  const questions = Object.entries({ ...ABOUT_ALL, ...ABOUT_CUSTOMER });
  const rights = questions.map(([intent, { surface, forAll }]) => [
    intent,
    [surface, forAll === undefined ? "asker" : "everybody"],
  ]);
  expect(Object.fromEntries(rights)).toEqual(RIGHTS);
});
