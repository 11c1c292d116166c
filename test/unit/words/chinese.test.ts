import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { phrase } from "../../../src/domain/phrase.ts";
import { en } from "../../../src/words/en/en.ts";
import { languageOf } from "../../../src/words/locale.ts";
import { textOf } from "../../../src/words/text.ts";
import { latinLeftIn } from "../../support/latin-left.ts";

const CHINESE = ["zh-Hant", "zh-Hans"] as const;
const messagesOf = (locale: (typeof CHINESE)[number]) => Object.entries(languageOf(locale).messages);

/** What a message says in every branch of its own. */
function literalsIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal) return [element.value];
    return "options" in element
      ? Object.values(element.options).flatMap(({ value }) => literalsIn(value))
      : [" "];
  });
}

function pluralsIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (!("options" in element)) return [];
    const inside = Object.values(element.options).flatMap(({ value }) => pluralsIn(value));
    return element.type === TYPE.plural ? [...Object.keys(element.options), ...inside] : inside;
  });
}

/** Every character of a national standard's main set. */
function charactersOf(encoding: string, leads: readonly [number, number]): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (let trail = encoding === "gbk" ? 0xa1 : 0x40; trail <= 0xfe; trail++)
      for (const character of decoder.decode(new Uint8Array([lead, trail]))) found.add(character);
  return found;
}

/** GB 2312 holds what is written in simplified Chinese, Big5 what is in traditional. */
const WRITTEN_IN = {
  "zh-Hans": charactersOf("gbk", [0xb0, 0xf7]),
  "zh-Hant": charactersOf("big5", [0xa4, 0xf9]),
};
/** Simplified characters that Big5 knows as words of their own, of which our texts have no use. */
const SLIPPED = /[后几于征冲丑范仆谷云里]/gu;

/** What is typed or stands in a file as it is, where no backticks can say so. */
const TYPED =
  /^(?:cost\.target\.|cost-form\.list-hint|draft\.template\.how|draft\.wrong\.brace|import\.(?:nothing-recognised|unknown-encoding)|rejected\.(?:domain|kind|refund-below-zero)|help\.text)/;

describe.each(CHINESE)("the words of %s", (locale) => {
  it("leave nothing in Latin letters but names, measures and what is typed", () => {
    const spoken = messagesOf(locale).filter(([code]) => !TYPED.test(code));
    const left = spoken.flatMap(([code, message]) =>
      latinLeftIn(literalsIn(parse(message)).join("")).map((word) => `${code}: ${word}`),
    );
    expect(left).toEqual([]);
  });

  it("are written in one script", () => {
    const known = WRITTEN_IN[locale];
    expect(known.size).toBeGreaterThan(5000);
    const foreign = messagesOf(locale).flatMap(([code, message]) =>
      [...message]
        .filter((one) => /\p{Script=Han}/u.test(one) && !known.has(one))
        .map((one) => `${code}: ${one}`),
    );
    // A language is called what it calls itself.
    expect(foreign.filter((one) => !one.startsWith("help.channels: "))).toEqual([]);
  });

  it("have the one form of number that Chinese has", () => {
    const wrong = messagesOf(locale).flatMap(([code, message]) =>
      pluralsIn(parse(message))
        .filter((form) => form !== "other" && !form.startsWith("="))
        .map((form) => `${code}: ${form}`),
    );
    expect(wrong).toEqual([]);
  });

  // The pseudo-locale is 40 % longer than English, and every limit of Slack is tried with it.
  it("are never longer than what English is tried with", () => {
    const long = messagesOf(locale)
      .filter(
        ([code, message]) => message.length > Math.max(24, 1.4 * (en[code as keyof typeof en] ?? "").length),
      )
      .map(([code]) => code);
    expect(long).toEqual([]);
  });

  // Slack sets neither bold nor code where a character of Chinese or its punctuation touches the sign outside.
  it("set signs of mrkdwn apart", () => {
    const touched = messagesOf(locale).flatMap(([code, message]) =>
      message
        .split("\n")
        .flatMap((line) =>
          [...line.matchAll(/`[^`]*`|\*[^*]+\*/g)]
            .filter(({ index, 0: set }) =>
              /[^\p{ASCII}]/u.test(`${line[index - 1] ?? ""}${line[index + set.length] ?? ""}`),
            )
            .map(({ 0: set }) => `${code}: ${set}`),
        ),
    );
    expect(touched).toEqual([]);
  });

  it("have full-width punctuation between their own characters, and no blanks", () => {
    const half = messagesOf(locale).flatMap(([code, message]) =>
      [
        ...message.matchAll(/\p{Script=Han}[,;:?!()]|\p{Script=Han} \p{Script=Han}|[，。；：、] (?![`*])/gu),
      ].map(({ 0: found }) => `${code}: ${found}`),
    );
    expect(half).toEqual([]);
  });

  it("write numbers, amounts and days as its readers do, never in tens of thousands", () => {
    const customers = textOf(phrase("at-risk.title.team", { customers: 12_345 }), locale);
    expect(customers).toContain("12,345");
    const amount = { minor: 1_234_500_000, currency: "USD", digits: "whole" } as const;
    expect(textOf(phrase("at-risk.stake", { amount }), locale)).toContain("US$12,345,000");
    expect(textOf(phrase("at-risk.renews", { day: { day: "2026-11-29" } }), locale)).toContain(
      "2026年11月29日",
    );
  });

  it("put a blank between Chinese and Latin, and none between two Chinese", () => {
    const owner = (name: string) => textOf(phrase("owner-gap.left", { name }), locale);
    expect(owner("Ana")).toMatch(/人 Ana 已/u);
    expect(owner("林美")).toMatch(/人林美已/u);
    const language = (name: string) => textOf(phrase("channel.language.set", { language: name }), locale);
    expect(language("English")).toContain("使用 English。");
    expect(language("中文")).toContain("使用中文。");
    expect(owner("O'Neil & 3")).toMatch(/人 O'Neil & 3 已/u);
  });

  it("set signs of mrkdwn apart also where they stand in what is put in", () => {
    const listed = textOf(phrase("list.comma", { first: "`a`", rest: "*b*" }), locale);
    expect(listed).toBe("`a` 、 *b*");
    expect(textOf(phrase("list.comma", { first: "甲", rest: "乙" }), locale)).toBe("甲、乙");
    expect(textOf(phrase("list.sentence", { first: "甲。", rest: "`b`" }), locale)).toBe("甲。 `b`");
  });
});

it("calls no currency but the reader's own by a bare sign in Traditional Chinese, which several countries read", () => {
  const amounts = ["TWD", "HKD", "USD", "CNY"].map((currency) =>
    textOf(phrase("money.plain", { amount: { minor: 100, currency, digits: "whole" } }), "zh-Hant"),
  );
  expect(amounts).toEqual(["NT$1", "HK$1", "US$1", "CN¥1"]);
});

it("has no simplified character that Big5 knows as a rare one", () => {
  const slipped = messagesOf("zh-Hant").flatMap(([code, message]) =>
    [...message.matchAll(SLIPPED)].map(({ 0: found }) => `${code}: ${found}`),
  );
  expect(slipped).toEqual([]);
});
