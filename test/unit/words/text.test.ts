import { readdirSync, readFileSync } from "node:fs";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { phrase } from "../../../src/domain/phrase.ts";
import { en } from "../../../src/words/en/en.ts";
import { LOCALES, localeOf, PSEUDO_LOCALE } from "../../../src/words/locale.ts";
import { textOf } from "../../../src/words/text.ts";

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

  it.each(LOCALES)("can read every message of %s", (locale) => {
    const messages = { en }[locale];
    for (const message of Object.values(messages)) expect(() => parse(message)).not.toThrow();
  });

  it("states no code twice, in whichever file", () => {
    const folder = new URL("../../../src/words/en/", import.meta.url);
    const stated = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => [...readFileSync(new URL(file, folder), "utf8").matchAll(/^ {2}"?([\w.-]+)"?:/gm)])
      .map(([, code]) => code);
    expect(stated.filter((code, at) => stated.indexOf(code) !== at)).toEqual([]);
    expect([...stated].sort()).toEqual(Object.keys(en).sort());
  });

  // What the command line alone says is English for everybody.
  it("gives every language the same codes with the same parameters", () => {
    const shapes = LOCALES.map((locale) => shapeOf({ en }[locale]));
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
  });
});

function shapeOf(messages: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(messages)
      .filter(([code]) => !/^cli\.|\.cli$/.test(code))
      .map(([code, message]) => [code, [...parametersOf(parse(message))].sort()]),
  );
}

function parametersOf(elements: ReturnType<typeof parse>): Set<string> {
  const found = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    if ("value" in element && typeof element.value === "string") found.add(element.value);
    if ("options" in element)
      for (const option of Object.values(element.options))
        for (const name of parametersOf(option.value)) found.add(name);
  }
  return found;
}
