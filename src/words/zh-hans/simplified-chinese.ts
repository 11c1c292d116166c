import type { Language } from "../language.ts";
import { commands } from "./commands.ts";
import { phrases } from "./phrases.ts";

/** Simplified Chinese, as mainland China writes it; Singapore and Malaysia read it, too. */
export const simplifiedChinese: Language = {
  name: "简体中文",
  numbers: "zh-Hans-CN",
  money: "zh-Hans-CN",
  spacesLatin: true,
  messages: phrases,
  commands,
};
