/** Numbers and amounts by themselves, and how lists and estimates are put together. */
export const lists = {
  "list.comma": "{first}, {rest}",
  "list.or": "{first} or {rest}",
  "list.sentence": "{first} {rest}",

  "number.plain": "{number, number}",
  "number.percent": "{number, number} %",

  "money.about": "about {amount}",
  "money.plain": "{amount}",
  "money.under": "under {amount}",
} as const;
