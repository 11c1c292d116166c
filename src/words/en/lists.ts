/** How lists and estimated amounts are put together. */
export const lists = {
  "list.comma": "{first}, {rest}",
  "list.or": "{first} or {rest}",
  "list.sentence": "{first} {rest}",

  "money.about": "about {amount}",
  "money.under": "under {amount}",
} as const;
