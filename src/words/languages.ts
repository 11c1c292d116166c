import { FALLBACK_LOCALE } from "../domain/fallback-locale.ts";
import { english } from "./en/english.ts";
import type { Language } from "./language.ts";
import { simplifiedChinese } from "./zh-hans/simplified-chinese.ts";
import { traditionalChinese } from "./zh-hant/traditional-chinese.ts";

/** The languages the bot speaks, by language and script: one folder and one line each. */
export const LANGUAGES = {
  [FALLBACK_LOCALE]: english,
  "zh-Hant": traditionalChinese,
  "zh-Hans": simplifiedChinese,
} as const satisfies Readonly<Record<string, Language>>;
