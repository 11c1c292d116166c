import { type Money, roundHalfAway } from "../money.ts";
import type { Stake, StakeMissing } from "../value/stake.ts";
import type { ContactCost } from "./contact-cost.ts";
import type { Applying } from "./playbooks/evaluate.ts";

/** Of those who would have left, the share whom a playbook keeps, 0–1, by playbook: where that was measured. */
export type SavedShares = ReadonlyMap<string, { readonly share: number }>;

/** The share that was measured, else what is believed of the playbook. */
export const savedShare = (
  shares: SavedShares,
  { playbook, saves }: Pick<Applying, "playbook" | "saves">,
): number => shares.get(playbook)?.share ?? saves;

/** What a contact is expected to bring, or what is missing to tell. */
export type ExpectedValue =
  | {
      readonly kind: "known";
      /** Of the year's margin, what is expected to be kept by it. */
      readonly kept: Money;
      readonly cost: Money;
      /** `kept` less `cost`; below zero it is not worth making. */
      readonly value: Money;
    }
  | { readonly kind: "unknown"; readonly because: ValueMissing };

/** `no-cost-rate`: of the stake all is known, but not what the contact costs in its currency. */
export type ValueMissing = StakeMissing | "no-hourly-cost" | "no-cost-rate";

/**
 * Expected value of a contact = share saved × margin at stake − cost of the contact, in whole minor units.
 *
 * The margin at stake is P(leaving) × the year's margin (`stakeOf`). Times the share of those leaving whom the contact keeps,
 * that is uplift in P(staying) × what staying is worth: the profit of treating one customer as uplift modelling has it (Radcliffe
 * & Surry, "Real-World Uplift Modelling with Significance-Based Uplift Trees", 2011; Lemmens & Gupta, "Managing Churn to
 * Maximize Profits", Marketing Science 39(5), 2020), and the expected value of the decision to contact against not to. A risk that
 * is high but cannot be lowered, and a small customer whom a call would cost more than they bring, both come out low.
 * @param share of those who would leave, 0–1; below 0 where contact drives customers away
 * @param stake undefined: the customer has never bought and has no contract
 */
export function expectedValue(share: number, stake: Stake | undefined, cost: ContactCost): ExpectedValue {
  if (stake === undefined) return { kind: "unknown", because: "no-revenue" };
  if (stake.kind === "unknown") return { kind: "unknown", because: stake.because };
  if (cost.kind === "unknown")
    return { kind: "unknown", because: cost.because === "no-rate" ? "no-cost-rate" : cost.because };
  const { currency } = stake.money;
  const kept = { minor: roundHalfAway(share * stake.money.minor), currency };
  const value = { minor: kept.minor - cost.money.minor, currency };
  return { kind: "known", kept, cost: cost.money, value };
}

/** In minor units; null where it is not known. */
export const valueMinor = (value: ExpectedValue): number | null =>
  value.kind === "known" ? value.value.minor : null;
