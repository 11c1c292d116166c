import { type Amount, type Phrase, phrase } from "../../phrase.ts";
import { MEDIUM_RISK } from "../../risk/bands.ts";
import { aboutAmount } from "../about-money.ts";
import { quantile } from "../metrics/quantile.ts";
import { byStake, type Stake, stakeOf } from "../stake.ts";
import { marginMinor } from "./segment-report.ts";
import { TIER_SERVICE } from "./service-level.ts";
import { VALUE_TIERS, valueTier } from "./value-tier.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/** One customer on a list of where to save, to spend or to begin, with the figures that put it there. */
export type SpendingCandidate = {
  readonly customerId: number;
  readonly name: string;
  readonly ownerEmail: string | null;
  readonly tier: string;
  /** Null where no ledger was read. */
  readonly cost12mMinor: number | null;
  readonly revenue12mMinor: number;
  /** Null where it is not known. */
  readonly marginClvMinor: number | null;
  /** Risk × the margin of a year; null where it is not known. */
  readonly expectedMarginLostMinor: number | null;
  readonly probability: number;
  readonly probabilityQuarterAgo: number | null;
  /** Why it is here. */
  readonly because: Phrase;
};

export type SpendingAdvice = {
  readonly currency: string;
  /** High cost, low value, low risk; the most to save first. */
  readonly whereToSave: readonly SpendingCandidate[];
  /** High value, rising risk; first where the rise puts most of a year's margin at stake. */
  readonly whereToSpend: readonly SpendingCandidate[];
  /** Whom to keep first: by tier, then by the margin expected to be lost; after them those of whom it is not known. */
  readonly retentionPlan: readonly SpendingCandidate[];
  /** How many more each list would have. */
  readonly leftOut: { readonly save: number; readonly spend: number; readonly plan: number };
  readonly notes: readonly Phrase[];
};

/** Above this share of all costs it is high: the dearest quarter, without those who all bear the same. Chosen by us. */
const HIGH_COST_FROM = 0.75;
/** A rise of so many points in a quarter is more than the range that most probabilities are known to. Chosen by the product. */
const RISE_POINTS = 5;

/** A scored customer with its tier: the lists name nobody whose risk is not known. */
type Tiered = {
  readonly customer: ValuedCustomer;
  readonly tier: string;
  readonly probability: number;
  readonly rise: number | null;
  /** Place of the tier, the best first. */
  readonly rank: number;
  readonly stake: Stake;
};

/** Where costs could be saved, where they are needed, and whom to keep first. @param most entries per list */
export function spendingAdvice(
  customers: readonly ValuedCustomer[],
  currency: string,
  most: number,
): SpendingAdvice {
  const { assigned, notes } = valueTier.assign(customers);
  const tiered = customers.flatMap((customer, index) => tieredOf(customer, assigned[index] ?? "rest"));
  const save = candidatesToSave(tiered);
  const spend = candidatesToSpend(tiered);
  const byStakeOf = mostFirst(tiered, ({ stake }) => stake);
  const plan = [...tiered].sort((a, b) => a.rank - b.rank || byStakeOf(a, b));
  return {
    currency,
    whereToSave: save.slice(0, most).map((one) => candidate(one, savingReason(one, currency))),
    whereToSpend: spend.slice(0, most).map((one) => candidate(one, spendingReason(one, currency))),
    retentionPlan: plan.slice(0, most).map((one) => candidate(one, planReason(one, currency))),
    leftOut: {
      save: Math.max(0, save.length - most),
      spend: Math.max(0, spend.length - most),
      plan: Math.max(0, plan.length - most),
    },
    notes: [...notes, ...missingNotes(customers, tiered)],
  };
}

function tieredOf(customer: ValuedCustomer, tier: string): Tiered[] {
  const { probability, probabilityQuarterAgo: before } = customer;
  if (probability === null) return [];
  return [
    {
      customer,
      tier,
      probability,
      rise: before === null ? null : probability - before,
      rank: (VALUE_TIERS as readonly string[]).indexOf(tier),
      stake: stakeOf(probability, customer.marginIfStaying),
    },
  ];
}

function candidatesToSave(tiered: readonly Tiered[]): Tiered[] {
  const costed = tiered.filter(({ customer }) => (customer.cost12mMinor ?? 0) > 0);
  const costOf = ({ customer }: Tiered) => customer.cost12mMinor ?? 0;
  const usual = quantile(costed.map(costOf), HIGH_COST_FROM) ?? 0;
  return costed
    .filter((one) => costOf(one) > usual && one.tier === "rest" && one.probability < MEDIUM_RISK)
    .filter((one) => costOf(one) > (suggestedCap(one.customer) ?? 0))
    .sort((a, b) => costOf(b) - costOf(a) || byId(a, b));
}

function candidatesToSpend(tiered: readonly Tiered[]): Tiered[] {
  return tiered
    .filter(({ tier, rise }) => tier === "top" && rise !== null && 100 * rise >= RISE_POINTS)
    .sort(mostFirst(tiered, ({ customer, rise }) => stakeOf(rise, customer.marginIfStaying)));
}

function mostFirst(tiered: readonly Tiered[], of: (one: Tiered) => Stake): (a: Tiered, b: Tiered) => number {
  const order = byStake(new Map(tiered.map((one) => [one.customer.customerId, of(one)])));
  const risky = ({ customer, probability }: Tiered) => ({ customerId: customer.customerId, probability });
  return (a, b) => order(risky(a), risky(b));
}

const byId = (a: Tiered, b: Tiered) => a.customer.customerId - b.customer.customerId;

function candidate({ customer, tier, probability, stake }: Tiered, because: Phrase): SpendingCandidate {
  const { customerId, name, ownerEmail, cost12mMinor, revenue12mMinor, marginClv } = customer;
  return {
    customerId,
    name,
    ownerEmail,
    tier,
    cost12mMinor,
    revenue12mMinor,
    marginClvMinor: marginClv.kind === "figure" ? marginClv.money.minor : null,
    expectedMarginLostMinor: stake.kind === "known" ? stake.money.minor : null,
    probability,
    probabilityQuarterAgo: customer.probabilityQuarterAgo,
    because,
  };
}

/** What the lowest tier's care may cost this customer a year; null where the margin is not known. */
function suggestedCap(customer: ValuedCustomer): number | null {
  const margin = marginMinor(customer);
  return margin === null ? null : Math.max(0, (margin * TIER_SERVICE.rest.costCapPercentOfMargin) / 100);
}

function savingReason({ customer, probability }: Tiered, currency: string): Phrase {
  const cap = suggestedCap(customer);
  const percent = TIER_SERVICE.rest.costCapPercentOfMargin;
  return phrase("spending.save", {
    cost: brief(customer.cost12mMinor ?? 0, currency),
    revenue: brief(customer.revenue12mMinor, currency),
    risk: inPercent(probability),
    cap:
      cap === null
        ? phrase("spending.margin-unknown")
        : phrase("spending.cap", { percent, cap: brief(cap, currency) }),
  });
}

function spendingReason(one: Tiered, currency: string): Phrase {
  const points = Math.round(100 * (one.rise ?? 0));
  return phrase("spending.spend", {
    points,
    risk: inPercent(one.probability),
    stake: stakePhrase(one, currency),
  });
}

function planReason(one: Tiered, currency: string): Phrase {
  return phrase("spending.plan", {
    tier: one.tier,
    risk: inPercent(one.probability),
    stake: stakePhrase(one, currency),
  });
}

function stakePhrase({ customer, stake }: Tiered, currency: string): Phrase {
  if (stake.kind === "known" && stake.money.minor <= 0) return phrase("spending.stake.none");
  if (stake.kind === "known") return phrase("spending.stake", { amount: aboutAmount(stake.money) });
  const revenue = brief(customer.revenue12mMinor, currency);
  return phrase(`spending.stake.${stake.because === "no-revenue" ? "no-revenue" : "no-margin"}`, { revenue });
}

const brief = (minor: number, currency: string): Amount => ({
  minor: Math.round(minor),
  currency,
  digits: "brief",
});

const inPercent = (probability: number) => Math.round(100 * probability);

function missingNotes(customers: readonly ValuedCustomer[], tiered: readonly Tiered[]): Phrase[] {
  const unscored = customers.length - tiered.length;
  const withoutEarlier = tiered.filter(({ rise }) => rise === null).length;
  const costless = tiered.every(({ customer }) => (customer.cost12mMinor ?? 0) === 0);
  return [
    ...(unscored > 0 ? [phrase("spending.note.unscored", { customers: unscored })] : []),
    ...(withoutEarlier > 0 ? [phrase("spending.note.no-earlier-score", { customers: withoutEarlier })] : []),
    ...(costless && tiered.length > 0 ? [phrase("spending.note.no-costs")] : []),
  ];
}
