import type { Money } from "../money.ts";
import type { MarginIfStaying } from "./metrics/margin-if-staying.ts";

/** The year's margin expected to be lost with a customer, or why it is not known. */
export type Stake =
  | { readonly kind: "known"; readonly money: Money }
  /** `no-rate`: an amount is in a currency for which nobody stated a rate. */
  | { readonly kind: "unknown"; readonly because: StakeMissing };

export type StakeMissing = "no-score" | "no-margin" | "no-revenue" | "no-rate";

/** By customer; all of one currency. Who is not in it has never bought and has no contract. */
export type Stakes = ReadonlyMap<number, Stake>;

/**
 * Expected margin lost = P(leaving within the horizon) × the margin of the year after that, had they stayed; in whole
 * minor units. An expected loss as in credit risk (probability × what is lost if it happens): as annual revenue at risk
 * is weighted in subscriptions, of margin. Margin CLV would be the wrong second factor, for the same risk has already
 * shrunk it: the surer somebody is to leave, the less would seem to be lost.
 *
 * The year begins when they leave, so what they still bring until then is no part of it and nothing has to be taken
 * off. A year, not CLV's years: that a customer held now stays for a year is a mild assumption, for three it is none.
 * @param probability 0–1; null: never scored, or a score that tells nothing of the risk
 */
export function stakeOf(probability: number | null, yearsMargin: MarginIfStaying): Stake {
  if (probability === null) return { kind: "unknown", because: "no-score" };
  if (yearsMargin.kind === "not-applicable") return { kind: "unknown", because: yearsMargin.because };
  const { minor, currency } = yearsMargin.money;
  return { kind: "known", money: { minor: Math.round(probability * minor), currency } };
}

export function knownStake(stakes: Stakes, customerId: number): Money | null {
  const stake = stakes.get(customerId);
  return stake?.kind === "known" ? stake.money : null;
}

type Risky = { readonly customerId: number; readonly probability: number | null };

/**
 * Orders customers at risk: most at stake first; then those of whom that is not known, riskiest first. No amount is
 * made up for them, and none is compared with another currency's. Equals by id, so that a rerun orders the same.
 */
export function byStake(stakes: Stakes): (a: Risky, b: Risky) => number {
  return (a, b) => {
    const [one, other] = [knownStake(stakes, a.customerId), knownStake(stakes, b.customerId)];
    if (one !== null && other !== null && one.minor !== other.minor) return other.minor - one.minor;
    if ((one === null) !== (other === null)) return one === null ? 1 : -1;
    return (b.probability ?? 0) - (a.probability ?? 0) || a.customerId - b.customerId;
  };
}

/** How a list was ordered: how many by what is at stake, and how many after them, by risk. */
export type StakeRanking = {
  readonly known: number;
  readonly unknown: number;
  /** Of the unknown, those whose currency has no stated rate. */
  readonly withoutRate: number;
};

export function stakeRanking(customerIds: readonly number[], stakes: Stakes): StakeRanking {
  const unknown = customerIds.filter((id) => stakes.get(id)?.kind !== "known");
  const withoutRate = unknown.filter((id) => {
    const stake = stakes.get(id);
    return stake?.kind === "unknown" && stake.because === "no-rate";
  });
  return {
    known: customerIds.length - unknown.length,
    unknown: unknown.length,
    withoutRate: withoutRate.length,
  };
}
