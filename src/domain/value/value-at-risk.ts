import type { Money } from "../money.ts";
import { asWritten, type Phrase, phrase } from "../phrase.ts";
import { phraseList } from "../phrase-list.ts";
import { aboutAmount } from "./about-money.ts";
import type { Stake, Stakes, Unrated } from "./stake.ts";

/**
 * What is at stake with all customers at high risk: Σ P(leaving within the horizon) × the margin of the year after, in
 * one currency. A customer below high risk is no part of it, on any surface.
 */
export type ValueAtRisk = {
  /** Customers at high risk. */
  readonly customers: number;
  /** Of them, those whose stake is in the sum. */
  readonly known: number;
  /** Null: the stake of nobody is known. */
  readonly money: Money | null;
  readonly withoutRate: UnratedCustomers;
};

/** Customers with an amount in a currency for which no rate is stated: in no sum, so they are counted and named. */
export type UnratedCustomers = {
  readonly customers: number;
  /** The first few. */
  readonly names: readonly string[];
  readonly currencies: readonly string[];
};

/** Enough to know which ones are meant; the others are counted. */
const MOST_NAMED = 3;

/** @param atHighRisk ids, each once */
export function valueAtRisk(atHighRisk: readonly number[], stakes: Stakes): ValueAtRisk {
  return sumOfStakes(atHighRisk.map((id) => stakes.get(id) ?? null));
}

/** @param stakes of each customer at high risk, all in one currency; null: has never bought and has no contract */
export function sumOfStakes(stakes: ReadonlyArray<Stake | null>): ValueAtRisk {
  const known = stakes.flatMap((stake) => (stake?.kind === "known" ? [stake.money] : []));
  const unrated = stakes.flatMap((stake) => (stake?.kind === "unknown" && stake.whose ? [stake.whose] : []));
  const [first] = known;
  const minor = known.reduce((sum, money) => sum + money.minor, 0);
  return {
    customers: stakes.length,
    known: known.length,
    money: first ? { minor, currency: first.currency } : null,
    withoutRate: unratedCustomers(unrated),
  };
}

export function unratedCustomers(unrated: readonly Unrated[]): UnratedCustomers {
  return {
    customers: unrated.length,
    names: unrated.slice(0, MOST_NAMED).map(({ name }) => name),
    currencies: [...new Set(unrated.map(({ currency }) => currency))].sort(),
  };
}

/** "about €120,000: risk × a year's margin of 12 customers at high risk", and who is not in it. */
export function valueAtRiskPhrase({ customers, known, money, withoutRate }: ValueAtRisk): Phrase {
  if (customers === 0) return phrase("value-at-risk.nobody");
  const others = customers - known - withoutRate.customers;
  const sentences = [
    money === null
      ? phrase("value-at-risk.unknown", { customers })
      : phrase("value-at-risk.sum", { amount: aboutAmount(money), known }),
    ...(others > 0 && money !== null ? [phrase("value-at-risk.others", { customers: others })] : []),
    ...(withoutRate.customers > 0 ? [unratedPhrase(withoutRate)] : []),
  ];
  return phraseList(sentences, "sentence") ?? asWritten("");
}

/** What a report says of those it leaves out; nothing where there are none. */
export const unratedNotes = (unrated: readonly Unrated[]): Phrase[] =>
  unrated.length === 0 ? [] : [unratedPhrase(unratedCustomers(unrated))];

/** "2 customers are left out, because there is no exchange rate for JPY: Edo, Naniwa." */
export function unratedPhrase({ customers, names, currencies }: UnratedCustomers): Phrase {
  return phrase("value.without-rate", {
    customers,
    names: names.join(", "),
    more: customers - names.length,
    currencies: currencies.join(", "),
  });
}
