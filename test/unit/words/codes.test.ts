import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { en } from "../../../src/words/en/en.ts";

const DOMAIN = join(import.meta.dirname, "../../../src/domain");

it("has words for every code a rule gives", () => {
  const files = readdirSync(DOMAIN, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const text = files.map((name) => readFileSync(join(DOMAIN, name), "utf8")).join("\n");
  const given = [...text.matchAll(/\b(?:phrase|nothing)\(\s*"([^"]+)"/g)].map(([, code]) => code);
  expect(given.length).toBeGreaterThan(15);
  expect(given.filter((code) => code === undefined || !(code in en))).toEqual([]);
});
