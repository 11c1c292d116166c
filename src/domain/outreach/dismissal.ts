import type { WhyNot } from "./nudge-answer.ts";

/** A nudge that was not useful within the last `DISMISSED_DAYS`. */
export type Dismissal = {
  readonly playbook: string;
  /** Null: of an answer from before the question was asked. */
  readonly whyNot: WhyNot | null;
};

/** Chosen by the product: a month in which nobody has to say the same thing twice. */
export const DISMISSED_DAYS = 30;

/** Whether somebody said that the customer itself is the wrong one: then no reason is a right one. */
export const isWrongCustomer = (dismissals: readonly Dismissal[]): boolean =>
  dismissals.some(({ whyNot }) => whyNot === "wrong-customer");

export const playbooksOf = (dismissals: readonly Dismissal[]): readonly string[] =>
  dismissals.map(({ playbook }) => playbook);
