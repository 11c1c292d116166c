import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { en } from "../../../src/words/en/en.ts";

const SRC = join(import.meta.dirname, "../../../src");

/** The codes that stand behind any of these calls in a folder, from `src` on. */
function codesIn(folder: string, calls: string): string[] {
  const files = readdirSync(join(SRC, folder), { recursive: true, encoding: "utf8" });
  const text = files
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(SRC, folder, name), "utf8"))
    .join("\n");
  const given = text.matchAll(new RegExp(`\\b(?:${calls})\\(\\s*"([^"]+)"`, "g"));
  return [...given].map(([, code = ""]) => code);
}

it("has words for every code a rule gives", () => {
  const given = codesIn("domain", "phrase|nothing");
  expect(given.length).toBeGreaterThan(15);
  expect(given.filter((code) => !(code in en))).toEqual([]);
});

it("has words for every code a flow gives", () => {
  const given = codesIn("flows", "phrase");
  expect(given.length).toBeGreaterThan(10);
  expect(given.filter((code) => !(code in en))).toEqual([]);
});

it("has words for every code that the model gives", () => {
  const given = codesIn("../model", "phrase|requireRows");
  expect(given.length).toBeGreaterThan(5);
  expect(given.filter((code) => !(code in en))).toEqual([]);
});

it("has words for every code that messages, commands and forms in Slack name", () => {
  const given = codesIn("slack", "say|phrase|noticeOf|sayIn\\(\\w+\\)");
  expect(given.length).toBeGreaterThan(150);
  expect(given.filter((code) => !(code in en))).toEqual([]);
});

it("has words for every code that the command line names", () => {
  const given = codesIn("cli", "say|phrase");
  expect(given.length).toBeGreaterThan(150);
  expect(given.filter((code) => !(code in en))).toEqual([]);
});

/** They say what a start is at, too. */
const LOCAL = readdirSync(join(SRC, "local-workspace")).map((name) => `local-workspace/${name}`);

it("keeps no words of the command line that nothing says", () => {
  const files = readdirSync(join(SRC, "cli"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const text = [...files.map((name) => `cli/${name}`), ...LOCAL]
    .map((name) => readFileSync(join(SRC, name), "utf8"))
    .join("\n");
  // Some are put together: "cli.costs.column." and what the column is called.
  const beginnings = [...text.matchAll(/`(cli\.[\w.-]+\.)\$/g)].map(([, beginning = ""]) => beginning);
  const unsaid = Object.keys(en).filter(
    (code) =>
      code.startsWith("cli.") &&
      !text.includes(`"${code}"`) &&
      !beginnings.some((one) => code.startsWith(one)),
  );
  expect(unsaid).toEqual([]);
});
