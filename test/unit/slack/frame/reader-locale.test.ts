import { expect, it } from "vitest";
import { rememberedLocale, rememberLocale } from "../../../../src/slack/frame/reader-locale.ts";

it("knows in which language somebody read last, and English where they never did", () => {
  rememberLocale("U1", "zh-Hans");
  rememberLocale("U2", "zh-Hans");
  rememberLocale("U1", "zh-Hant");
  expect(["U1", "U2", "U3", null].map(rememberedLocale)).toEqual(["zh-Hant", "zh-Hans", "en", "en"]);
});

it("forgets whoever asked longest ago, so that no more than ten thousand are kept", () => {
  rememberLocale("first", "zh-Hant");
  for (let i = 0; i < 9_999; i++) rememberLocale(`U${i}`, "zh-Hans");
  expect(rememberedLocale("first")).toBe("zh-Hant");
  rememberLocale("one more", "zh-Hans");
  expect([rememberedLocale("first"), rememberedLocale("U0")]).toEqual(["en", "zh-Hans"]);
});
