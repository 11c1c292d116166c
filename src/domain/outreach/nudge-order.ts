import { byStake, type Stakes } from "../value/stake.ts";
import type { ExpectedValue } from "./expected-value.ts";
import { byValue, pressing } from "./nudge-choice.ts";
import type { Applying } from "./playbooks/evaluate.ts";

type Ordered = {
  readonly chosen: Pick<Applying, "priority">;
  readonly customerId: number;
  readonly probability: number | null;
  readonly value: ExpectedValue;
};

/**
 * Most expected of a contact first; then those of whom that is not known, most pressing first, then most at stake, then
 * riskiest. No amount is made up for them. Equals by id, so that a rerun orders the same.
 */
export function mostFirst(stakes: Stakes): (a: Ordered, b: Ordered) => number {
  const stakeOrder = byStake(stakes);
  return (a, b) => {
    const order = byValue(a.value, b.value);
    if (order !== 0) return order;
    return (a.value.kind === "unknown" ? pressing(a.chosen) - pressing(b.chosen) : 0) || stakeOrder(a, b);
  };
}
