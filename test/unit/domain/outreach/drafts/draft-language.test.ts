import { describe, expect, it } from "vitest";
import {
  draftLanguage,
  type LanguageWishes,
  languageOfCountry,
} from "../../../../../src/domain/outreach/drafts/draft-language.ts";

const NONE: LanguageWishes = { chosen: null, customer: null, contact: null, country: null, sender: null };

describe("the language of a draft", () => {
  it("is the one chosen, else the customer's, the contact's, the country's, the sender's, else English", () => {
    const all = { chosen: "fr", customer: "German", contact: "es", country: "TW", sender: "zh-CN" } as const;
    expect(draftLanguage(all)).toEqual({ language: "fr", because: "chosen", without: null });
    expect(draftLanguage({ ...all, chosen: null })).toMatchObject({ language: "de", because: "customer" });
    const unnamed = { ...all, chosen: null, customer: null };
    expect(draftLanguage(unnamed)).toMatchObject({ language: "es", because: "contact" });
    expect(draftLanguage({ ...unnamed, contact: " " })).toMatchObject({
      language: "zh-Hant",
      because: "country",
    });
    expect(draftLanguage({ ...NONE, sender: "de-AT" })).toMatchObject({ language: "de", because: "sender" });
    expect(draftLanguage(NONE)).toEqual({ language: "en", because: "nobody", without: null });
  });

  it("says which language there are no words in", () => {
    const italian = { ...NONE, customer: "Italian", country: "AT" };
    expect(draftLanguage(italian)).toEqual({ language: "de", because: "country", without: "Italian" });
    expect(draftLanguage({ ...italian, contact: "fr" })).toMatchObject({
      language: "fr",
      because: "contact",
    });
  });

  it.each([
    ["DE", "de"],
    ["Österreich", "de"],
    ["mexico", "es"],
    ["HK", "zh-Hant"],
    ["cn", "zh-Hans"],
    ["United Kingdom", "en"],
    ["CH", null],
    ["Canada", null],
    ["BE", null],
    ["", null],
    [null, null],
  ])("of a customer in %s is %s", (country, language) => {
    expect(languageOfCountry(country)).toBe(language);
  });
});
