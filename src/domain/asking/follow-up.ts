import { type CustomerIntent, type Intent, isCustomerIntent, type Question } from "./intent.ts";

/** What somebody asked last in a conversation. */
export type AskedBefore = {
  /** Null: it was about no single customer. */
  readonly customerId: number | null;
  readonly intent: Intent;
  readonly at: Date;
};

/**
 * In a direct message, what was asked this long ago is what somebody still has in mind; a thread is about one thing for
 * as long as it goes on. Chosen by the product.
 */
const IN_MIND_MINUTES = 10;
const THREAD_HOURS = 24;
/** What was asked is forgotten once no question can go on from it. */
export const ASKED_KEPT_DAYS = 2;

/** Until when a question goes on from one asked at `now`. */
export const goesOnFrom = (now: Date, isThread: boolean): Date =>
  new Date(now.getTime() - (isThread ? THREAD_HOURS * 60 : IN_MIND_MINUTES) * 60_000);

/** A question about a customer, with what was left out taken from before. */
export type Completed =
  | { readonly kind: "named"; readonly intent: CustomerIntent; readonly name: string }
  | { readonly kind: "same-customer"; readonly intent: CustomerIntent; readonly customerId: number }
  /** Nobody was spoken of: it has to be asked who is meant. */
  | { readonly kind: "who"; readonly intent: CustomerIntent }
  | { readonly kind: "list"; readonly intent: Exclude<Intent, CustomerIntent> };

/**
 * Takes what a question leaves out from the one before it: "and Globex?" asks the same of another, "why?" something else
 * of the same.
 */
export function completed(question: Question, before: AskedBefore | null): Completed {
  const intent = question.intent ?? sameAgain(before);
  if (!isCustomerIntent(intent)) return { kind: "list", intent };
  if (question.name !== null) return { kind: "named", intent, name: question.name };
  const customerId = before?.customerId ?? null;
  return customerId === null ? { kind: "who", intent } : { kind: "same-customer", intent, customerId };
}

/** After a list, or nothing, "and Globex?" asks how they are. */
function sameAgain(before: AskedBefore | null): CustomerIntent {
  return before !== null && isCustomerIntent(before.intent) ? before.intent : "card";
}
