import type { ClvMissing, MarginClv } from "../metrics/margin-clv.ts";
import type { Money } from "../money.ts";

/** The margin expected to be lost with a customer within the horizon, or why it is not known. */
export type Stake =
  | { readonly kind: "known"; readonly money: Money }
  /** `no-rate`: an amount is in a currency for which nobody stated a rate. */
  | { readonly kind: "unknown"; readonly because: ClvMissing | "no-rate" };

/** By customer; all of one currency. Who is not in it has never bought and has no contract. */
export type Stakes = ReadonlyMap<number, Stake>;

/** P(leaving within the horizon) × margin CLV, in whole minor units. */
export function stakeOf(probability: number | null, clv: MarginClv): Stake {
  if (clv.kind === "not-applicable") return { kind: "unknown", because: clv.because };
  if (probability === null) return { kind: "unknown", because: "no-score" };
  return { kind: "known", money: { ...clv.money, minor: Math.round(probability * clv.money.minor) } };
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
