import { expect, it } from "vitest";
import { findPerson } from "../../../../src/domain/customers/find-person.ts";

const person = (slackUserId: string, name: string, email: string | null) => ({ slackUserId, name, email });
const ANNA = person("U0ANNA", "Anna Berg", "anna@example.com");
const BEN = person("U0BEN", "Ben Ode", "ben@example.com");
const WANG = person("U0WANG", "王小明", "wang@example.com");
const NAMESAKES = [person("U1", "Kim Lee", "kim@example.com"), person("U2", "Kim Lee", null)];
const PEOPLE = [ANNA, BEN, WANG, ...NAMESAKES];

it.each([
  ["anna@example.com", ANNA],
  [" ANNA@Example.com ", ANNA],
  ["u0ben", BEN],
  ["<@U0BEN>", BEN],
  ["<@U0BEN|ben>", BEN],
  ["@anna berg", ANNA],
  ["王小明", WANG],
])("knows a person by %s", (typed, expected) => {
  expect(findPerson(typed, PEOPLE)).toEqual({ kind: "found", person: expected });
});

it("guesses between nobody", () => {
  expect(findPerson("kim lee", PEOPLE)).toEqual({ kind: "several", people: NAMESAKES });
});

it.each([
  ["ana@example.com", "U0ANNA"],
  ["Anna Bergh", "U0ANNA"],
  ["anna", "U0ANNA"],
  ["小明", "U0WANG"],
])("names the nearest to %s, and takes nobody for it", (typed, nearest) => {
  const found = findPerson(typed, PEOPLE);
  expect(found.kind === "none" && found.nearest[0]?.slackUserId).toBe(nearest);
});

it.each(["", "@", "zzzzzzzz"])("names nobody where nobody is near: “%s”", (typed) => {
  expect(findPerson(typed, PEOPLE)).toEqual({ kind: "none", nearest: [] });
});

it("names at most three of many", () => {
  const many = Array.from({ length: 9 }, (_, i) => person(`U9${i}`, `Dana ${i}`, null));
  const found = findPerson("dana", many);
  expect(found.kind === "none" && found.nearest).toHaveLength(3);
});
