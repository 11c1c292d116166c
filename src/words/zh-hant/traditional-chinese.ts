import type { Language } from "../language.ts";
import { commands } from "./commands.ts";
import { phrases } from "./phrases.ts";

/** Traditional Chinese, as Taiwan writes it; Hong Kong and Macau read it, too. */
export const traditionalChinese: Language = {
  name: "繁體中文",
  numbers: "zh-Hant-TW",
  // By Hong Kong's signs "$" alone stands for no currency: Taiwan's would read as another to readers elsewhere.
  money: "zh-Hant-HK",
  spacesLatin: true,
  messages: phrases,
  commands,
};
