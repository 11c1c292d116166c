/** Numbers and amounts by themselves, how lists and estimates are put together, and what stands where words are missing. */
export const lists = {
  "list.bracketed": "{what} ({more})",
  "list.comma": "{first}, {rest}",
  "list.ended": "{text}.",
  "list.named": "{name}: {what}",
  "list.or": "{first} or {rest}",
  "list.quoted": "“{text}”",
  "list.semicolon": "{first}; {rest}",
  "list.sentence": "{first} {rest}",

  "number.figure": "{number, number, ::.000}",
  "number.plain": "{number, number}",
  "number.percent": "{number, number} %",

  "money.about": "about {amount}",
  "money.plain": "{amount}",
  "money.under": "under {amount}",

  "words.incomplete": "Part of what was kept here is missing: {code}",
  "words.unknown": "A newer version of Mainstay wrote this: {code}",
} as const;
