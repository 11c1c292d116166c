import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { PAGE_LANGUAGES } from "../../../src/domain/outreach/feedback/page-language.ts";
import type { PageCode } from "../../../src/words/pages/en/feedback.ts";
import { feedbackDraft, lastWholeDay, PAGE_TEXTS } from "../../../src/words/pages/page-text.ts";

/** What stands in a text: its parameters, and of a choice its ways. */
function partsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (!("options" in element)) return [element.value];
    return Object.entries(element.options).flatMap(([way, { value }]) => [
      `${element.value}=${way}`,
      ...partsOf(value),
    ]);
  });
}
const parameters = (text: string) => [...new Set(partsOf(parse(text, { ignoreTag: true })))].sort();

describe("what customers read", () => {
  it.each(PAGE_LANGUAGES)("is there whole in %s, with the same in it", (language) => {
    const texts = PAGE_TEXTS[language];
    expect(Object.keys(texts)).toEqual(Object.keys(PAGE_TEXTS.en));
    for (const [code, text] of Object.entries(texts)) {
      expect(text.trim(), code).not.toBe("");
      expect(parameters(text), code).toEqual(parameters(PAGE_TEXTS.en[code as PageCode]));
    }
  });

  it("is nowhere English by mistake", () => {
    const copied = PAGE_LANGUAGES.filter((language) => language !== "en").flatMap((language) =>
      Object.entries(PAGE_TEXTS[language]).filter(([code, text]) => text === PAGE_TEXTS.en[code as PageCode]),
    );
    expect(copied).toEqual([]);
  });

  it("is simplified or traditional Chinese, not a mixture", () => {
    const whole = (language: "zh-Hans" | "zh-Hant") => Object.values(PAGE_TEXTS[language]).join("");
    expect(whole("zh-Hans")).not.toMatch(/[請謝這個選擇連結對過應傳關讓滿]/u);
    expect(whole("zh-Hant")).not.toMatch(/[请谢这个选择链接对过应传关让满]/u);
  });

  it("promises no day on which the link is over somewhere on earth", () => {
    const ends = (at: string) => lastWholeDay(new Date(at), "en");
    expect(ends("2026-12-29T11:59:00Z")).toBe("27 December 2026");
    expect(ends("2026-12-29T12:00:00Z")).toBe("28 December 2026");
  });

  it("is a text to send with the link on a line of its own", () => {
    const asked = { url: "https://us.example/f/T", expiresAt: new Date("2026-12-29T14:00:00Z") };
    expect(feedbackDraft("de", { ...asked, name: "Jana {x} <b>" }).split("\n")).toEqual([
      "Guten Tag Jana {x} <b>,",
      "",
      "wir möchten gern wissen, wie zufrieden Sie mit uns sind. Es ist eine einzige Frage und dauert keine Minute:",
      "https://us.example/f/T",
      "",
      "Der Link gilt bis 28. Dezember 2026. Vielen Dank!",
    ]);
    expect(feedbackDraft("zh-Hans", { ...asked, name: null })).toMatch(/^您好！\n/);
  });
});
