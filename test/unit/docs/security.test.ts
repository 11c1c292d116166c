import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");
const page = readFileSync(join(ROOT, "docs/security.md"), "utf8");
const STATES = ["holds", "part", "open", "operator"];

type Row = { readonly id: string; readonly state: string; readonly where: string };
const rows: Row[] = page
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, id = ""]) => /^S?\d/.test(id))
  .map(([, id = "", , state = "", ...where]) => ({ id, state, where: where.join("|") }));

const filesIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /`((?:src|test|docs|scripts|model|prisma)\/[\w./-]+|[\w-]+\.(?:json|yml)|\.env\.example)`/g,
    ),
  ].map(([, file = ""]) => file);

/** "1.2.6–1.2.8, 1.3.1" names four. */
function requirementsIn(id: string): string[] {
  return id.split(", ").flatMap((part) => {
    const [first = "", last = first] = part.split("–");
    const prefix = first.slice(0, first.lastIndexOf(".") + 1);
    const [from, to] = [first, last].map((text) => Number(text.slice(text.lastIndexOf(".") + 1)));
    if (prefix === "" || from === undefined || to === undefined) return [part];
    return Array.from({ length: to - from + 1 }, (_, step) => `${prefix}${from + step}`);
  });
}

it("names files that are there", () => {
  expect(filesIn(page).length).toBeGreaterThan(100);
  expect(filesIn(page).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

it("gives every requirement one state, once", () => {
  expect(rows.length).toBeGreaterThan(130);
  expect(rows.filter(({ state }) => !STATES.includes(state))).toEqual([]);
  const ids = rows.flatMap(({ id }) => requirementsIn(id));
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});

/** How many requirements of levels 1 and 2 each section of ASVS 5.0 has, counted in its text; sections of level 3 alone are left out. */
const LEVELS_1_AND_2: Readonly<Record<string, number>> = {
  ...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1 },
  ...{ "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4 },
  ...{ "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4 },
  ...{ "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 3, "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4 },
  ...{ "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3 },
  ...{ "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3 },
};

it("leaves out no requirement of levels 1 and 2", () => {
  const bySection = new Map<string, number>();
  for (const id of rows.flatMap(({ id }) => requirementsIn(id))) {
    const section = id.slice(0, id.lastIndexOf("."));
    if (id.includes(".")) bySection.set(section, (bySection.get(section) ?? 0) + 1);
  }
  expect(Object.fromEntries(bySection)).toEqual(LEVELS_1_AND_2);
});

it("says of nothing that it holds without a place or a reason", () => {
  const reason = /\b(none|no|not|one|alone|nothing|only|default|managed|there is|there are|starts)\b/;
  expect(
    rows.filter(
      ({ state, where }) => state === "holds" && filesIn(where).length === 0 && !reason.test(where),
    ),
  ).toEqual([]);
});
