/** The languages a person may choose in Slack's preferences, by the locale Slack gives them; as Slack itself lists them. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["en-US", "English (US)"],
  ["en-GB", "English (UK)"],
  ["de-DE", "Deutsch"],
  ["es-ES", "Español"],
  ["fr-FR", "Français"],
  ["ja-JP", "日本語"],
  ["zh-CN", "简体中文"],
  ["zh-TW", "繁體中文"],
]);

/** What to choose from; also the one that a person has already, where it is none of Slack's. */
export const languagesFor = (locale: string): readonly (readonly [locale: string, name: string])[] =>
  LANGUAGES.has(locale) ? [...LANGUAGES] : [...LANGUAGES, [locale, locale]];
