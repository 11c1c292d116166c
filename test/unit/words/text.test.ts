import { readdirSync, readFileSync } from "node:fs";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { phrase } from "../../../src/domain/phrase.ts";
import { en } from "../../../src/words/en/en.ts";
import { mcp } from "../../../src/words/en/mcp.ts";
import { riskEvaluation } from "../../../src/words/en/risk-evaluation.ts";
import { LOCALES, languageNamed, localeOf, PSEUDO_LOCALE } from "../../../src/words/locale.ts";
import { CATALOGUE, textOf } from "../../../src/words/text.ts";

/** Where the words of a language stand. */
const FOLDERS: Readonly<Record<string, string>> = { en: "en", "zh-Hant": "zh-hant", "zh-Hans": "zh-hans" };
/** What a folder holds besides: the language itself, and what its commands are called. */
const NO_MESSAGES = /^(?:english|commands|(?:simplified|traditional)-chinese)\.ts$/;

describe("words", () => {
  it("puts numbers into the right form", () => {
    const thanked = (days: number) => textOf(phrase("thank.reason", { days }), "en");
    expect([0, 1, 3].map(thanked)).toEqual([
      "They bought today.",
      "They bought yesterday.",
      "They bought 3 days ago.",
    ]);
  });

  it("leaves what customers wrote as it is, also braces and tags", () => {
    const subject = "{days} <b>down</b> again";
    expect(textOf(phrase("confirm-fix.reason", { subject, days: 0 }), "en")).toBe(
      `“${subject}” was solved today.`,
    );
    expect(textOf(phrase("confirm-fix.reason", { subject, days: 0 }), PSEUDO_LOCALE)).toContain(subject);
  });

  it("makes the pseudo-locale accented and longer", () => {
    const plain = textOf(phrase("advice.ended"), "en");
    const pseudo = textOf(phrase("advice.ended"), PSEUDO_LOCALE);
    expect(pseudo).toMatch(/^Thé çóñtráçt háš éñdéd\.~+$/);
    expect(pseudo.length).toBeGreaterThanOrEqual(1.4 * plain.length);
  });

  it("falls back to English where there are no words in a language", () => {
    expect(["en-US", "en-GB", "de-DE", null].map(localeOf)).toEqual(["en", "en", "en", "en"]);
    expect(localeOf("en-XA")).toBe(PSEUDO_LOCALE);
  });

  it.each([
    ["zh-Hant", ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "zh_TW"]],
    ["zh-Hans", ["zh-CN", "zh-SG", "zh-MY", "zh-Hans", "zh-Hans-CN", "zh", "zh-Hans-HK"]],
    ["en", ["", "zz", "not a locale", "zh-Latn", "-", "ja-JP"]],
  ] as const)("%s is what it speaks to %s", (locale, slackLocales) => {
    expect(slackLocales.map(localeOf)).toEqual(slackLocales.map(() => locale));
  });

  it("knows a language by its own name, its English one and its locale", () => {
    const traditional = ["繁體中文", "繁體", "Traditional Chinese", "zh-TW", "zh-Hant"];
    expect(traditional.map(languageNamed)).toEqual(traditional.map(() => "zh-Hant"));
    expect(["简体中文", "simplified  chinese", "zh", "zh-CN"].map(languageNamed)).toEqual(
      Array(4).fill("zh-Hans"),
    );
    expect(["english", "EN-GB"].map(languageNamed)).toEqual(["en", "en"]);
    expect(["Deutsch", "de", "", "everything"].map(languageNamed)).toEqual([null, null, null, null]);
  });

  it.each(LOCALES)("can read every message of %s", (locale) => {
    for (const message of Object.values(CATALOGUE[locale] ?? {})) expect(() => parse(message)).not.toThrow();
  });

  it.each(Object.keys(FOLDERS))("states no code of %s twice, in whichever file", (locale) => {
    const folder = new URL(`../../../src/words/${FOLDERS[locale]}/`, import.meta.url);
    const stated = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !NO_MESSAGES.test(file))
      .flatMap((file) => [...readFileSync(new URL(file, folder), "utf8").matchAll(/^ {2}"?([\w.-]+)"?:/gm)])
      .map(([, code]) => code);
    expect(stated.filter((code, at) => stated.indexOf(code) !== at)).toEqual([]);
    expect([...stated].sort()).toEqual(Object.keys(CATALOGUE[locale] ?? {}).sort());
  });

  // What the command line alone says is English for everybody.
  it.each(LOCALES)("gives %s the same codes with the same parameters and choices as English", (locale) => {
    expect(shapeOf(CATALOGUE[locale] ?? {})).toEqual(shapeOf(en));
  });

  it("says what the command line alone says in English", () => {
    expect(textOf(phrase("cli.audit.empty"), "zh-Hant")).toBe("Nothing is noted yet.");
  });
});

function shapeOf(messages: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(messages)
      .filter(([code]) => !/^cli\.|\.cli$/.test(code) && !(code in riskEvaluation) && !(code in mcp))
      .map(([code, message]) => [code, [...parametersOf(parse(message))].sort()]),
  );
}

function parametersOf(elements: ReturnType<typeof parse>): Set<string> {
  const found = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    if ("value" in element && typeof element.value === "string") found.add(element.value);
    // A plural has the forms of its language; what is chosen by a word is chosen by the same words.
    if (element.type === TYPE.select) found.add(`${element.value}: ${Object.keys(element.options).sort()}`);
    if ("options" in element)
      for (const option of Object.values(element.options))
        for (const name of parametersOf(option.value)) found.add(name);
  }
  return found;
}
