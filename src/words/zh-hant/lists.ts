import type { lists as english } from "../en/lists.ts";
import type { Translation } from "../translation.ts";

/** Numbers and amounts by themselves, how lists and estimates are put together, and what stands where words are missing. */
export const lists: Translation<typeof english> = {
  "list.bracketed": "{what}（{more}）",
  "list.comma": "{first}、{rest}",
  "list.ended": "{text}。",
  "list.named": "{name}：{what}",
  "list.or": "{first} 或 {rest}",
  "list.quoted": "「{text}」",
  "list.semicolon": "{first}；{rest}",
  "list.sentence": "{first}{rest}",

  "number.figure": "{number, number, ::.000}",
  "number.plain": "{number, number}",
  "number.percent": "{number, number}%",

  "money.about": "約 {amount}",
  "money.plain": "{amount}",
  "money.under": "低於 {amount}",

  "words.incomplete": "這裡保存的內容有一部分遺失：{code}",
  "words.unknown": "此內容由較新版本的 Mainstay 寫入：{code}",
};
