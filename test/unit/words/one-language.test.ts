import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

/** A call that formats for a reader in a language of its own, or of the machine's. */
const FORMATS =
  /(?:Intl\.(?:NumberFormat|DateTimeFormat|ListFormat|PluralRules|RelativeTimeFormat|Collator)|\.toLocale\w+)\(\s*(?:\)|\[|["'`]|undefined)/;
/** A language of ours, written out. */
const LANGUAGE = /["'`]en(?:-[A-Z]{2})?["'`]/;

/** Where a language may stand: the words themselves, and what is not read by our readers. */
const MAY_NAME_ONE: readonly (readonly [place: string, because: string])[] = [
  ["src/words/", "the words"],
  [
    "src/domain/fallback-locale.ts",
    "the one place that says what is spoken where nobody's language is known",
  ],
  ["src/domain/calendar.ts", "taken apart by code, never shown"],
  ["src/sandbox/", "stands in for Slack, whose page is in American English"],
  ["src/demo/", "the languages of invented customers, which are data"],
];
/** What a format tells about currencies and time zones is the same in every language. */
const MAY_ASK = ["src/domain/money.ts", "src/config.ts"];

const files = ["src", "model"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated"))
    .map((name) => `${folder}/${name}`),
);
const isIn = (file: string, places: readonly string[]) => places.some((place) => file.startsWith(place));
const offenders = (pattern: RegExp, places: readonly string[]) =>
  files.filter((file) => !isIn(file, places) && pattern.test(readFileSync(join(ROOT, file), "utf8")));
const named = MAY_NAME_ONE.map(([place]) => place);

describe("the language of whoever reads", () => {
  it("tells a format in a language of its own from one in the reader's", () => {
    const own = [
      'new Intl.NumberFormat("de")',
      "n.toLocaleString()",
      "new Intl.DateTimeFormat(undefined, {})",
    ];
    expect(own.filter((code) => FORMATS.test(code))).toEqual(own);
    expect(FORMATS.test("new Intl.ListFormat(numbersOf(locale))")).toBe(false);
    expect(['"en"', "'en-GB'", '"end"', '"EN"'].filter((code) => LANGUAGE.test(code))).toEqual([
      '"en"',
      "'en-GB'",
    ]);
  });

  it("decides about numbers, money and dates everywhere", () => {
    expect(files.length).toBeGreaterThan(300);
    expect(offenders(FORMATS, [...named, ...MAY_ASK])).toEqual([]);
  });

  it("is written out in one place", () => {
    expect(offenders(LANGUAGE, named)).toEqual([]);
  });
});
