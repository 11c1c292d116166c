/** Everything that can be asked in words, in the order they are tried. */
export const INTENTS = [
  "card",
  "why",
  "since-when",
  "what-helps",
  "history",
  "products",
  "costs",
  "worth",
  "why-silent",
  "at-risk",
  "movers",
  "threshold",
  "digest",
  "retention",
  "nudges",
  "help",
] as const;
export type Intent = (typeof INTENTS)[number];

/** What is asked about one customer. */
export const CUSTOMER_INTENTS = [
  "card",
  "why",
  "since-when",
  "what-helps",
  "history",
  "products",
  "costs",
  "worth",
  "why-silent",
] as const satisfies readonly Intent[];
export type CustomerIntent = (typeof CUSTOMER_INTENTS)[number];

export const isCustomerIntent = (intent: string | null): intent is CustomerIntent =>
  CUSTOMER_INTENTS.some((one) => one === intent);

/** The days that figures of retention are of: the last full ones, or what there is so far. */
export const PERIODS = ["last-month", "this-month", "last-quarter", "this-quarter"] as const;
export type AskedPeriod = (typeof PERIODS)[number];

/** A question with what stands in it. */
export type Question = {
  /** Null: the one of before, as in "and Globex?". */
  readonly intent: Intent | null;
  /** As it was typed; null: none, or the customer of before, as in "why?". */
  readonly name: string | null;
  /** Whose customers; null: not said. */
  readonly whose: "mine" | "team" | null;
  /** 0–1; null: none was given that can be one. */
  readonly threshold: number | null;
  readonly week: "last" | "this";
  /** Null: not said. */
  readonly period: AskedPeriod | null;
};

/** A form of a question: `name`, `mine`, `team`, `last` and `period` are the names of its groups. */
export type QuestionForm = { readonly intent: Intent | null; readonly pattern: RegExp };
