import type { Stakes } from "../value/stake.ts";
import type { ContactCost, PriceContact } from "./contact-cost.ts";
import { type ExpectedValue, expectedValue, type SavedShares, savedShare } from "./expected-value.ts";
import type { Applying } from "./playbooks/evaluate.ts";

/** What is known beside the candidates. What is left out is not known, or not so. */
export type NudgeGivens = {
  readonly stakes?: Stakes;
  readonly priceContact?: PriceContact;
  readonly savedShares?: SavedShares;
  /** Customers that each member was told about this week so far. */
  readonly toldThisWeek?: ReadonlyMap<string, number>;
  /** Whether a customer is held out of a playbook. */
  readonly isHeldOut?: (customerId: number, playbook: string) => boolean;
};

const NO_PRICE: ContactCost = { kind: "unknown", because: "no-hourly-cost" };
const NO_SHARES: SavedShares = new Map();

/** What a contact by a playbook is expected to bring. */
export function contactValue(
  { customerId, memberId }: { readonly customerId: number; readonly memberId: string },
  applying: Applying,
  { stakes, priceContact, savedShares = NO_SHARES }: NudgeGivens,
): ExpectedValue {
  if (stakes === undefined) return { kind: "unknown", because: "no-score" };
  const cost = priceContact?.(memberId, applying) ?? NO_PRICE;
  return expectedValue(savedShare(savedShares, applying), stakes.get(customerId), cost);
}
