import { quantile } from "../metrics/quantile.ts";
import { formatMoney } from "../money.ts";
import { MEDIUM_RISK } from "../outreach/risk-movement.ts";
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
  readonly probability: number;
  readonly probabilityQuarterAgo: number | null;
  /** In the reader's words: why it is here. */
  readonly because: string;
};

export type SpendingAdvice = {
  readonly currency: string;
  /** High cost, low value, low risk; the most to save first. */
  readonly whereToSave: readonly SpendingCandidate[];
  /** High value, rising risk; the most at stake first. */
  readonly whereToSpend: readonly SpendingCandidate[];
  /** Whom to keep first: by tier, then by probability × value. */
  readonly retentionPlan: readonly SpendingCandidate[];
  /** How many more each list would have. */
  readonly leftOut: { readonly save: number; readonly spend: number; readonly plan: number };
  readonly notes: readonly string[];
};

/** Above this share of all costs it is high: the dearest quarter, without those who all bear the same. Chosen by us. */
const HIGH_COST_FROM = 0.75;
/** A rise of so many points in a quarter is more than the width of most probabilities. Chosen by the product. */
const RISE_POINTS = 5;

/** A scored customer with its tier: the lists name nobody whose risk is not known. */
type Tiered = {
  readonly customer: ValuedCustomer;
  readonly tier: string;
  readonly probability: number;
  readonly rise: number | null;
  /** Place of the tier, the best first. */
  readonly rank: number;
  /** Probability × worth. */
  readonly stake: number;
};

/** Where upkeep could be saved, where it is needed, and whom to keep first. @param most entries per list */
export function spendingAdvice(
  customers: readonly ValuedCustomer[],
  currency: string,
  most: number,
): SpendingAdvice {
  const { assigned, notes } = valueTier.assign(customers);
  const tiered = customers.flatMap((customer, index) => tieredOf(customer, assigned[index] ?? "rest"));
  const save = candidatesToSave(tiered);
  const spend = candidatesToSpend(tiered);
  const plan = [...tiered].sort(byTierThenStake);
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
      stake: worthMinor(customer) * probability,
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
  const atStake = ({ customer, rise }: Tiered) => worthMinor(customer) * (rise ?? 0);
  return tiered
    .filter(({ tier, rise }) => tier === "top" && rise !== null && 100 * rise >= RISE_POINTS)
    .sort((a, b) => atStake(b) - atStake(a) || byId(a, b));
}

function byTierThenStake(a: Tiered, b: Tiered): number {
  return a.rank - b.rank || b.stake - a.stake || byId(a, b);
}

const byId = (a: Tiered, b: Tiered) => a.customer.customerId - b.customer.customerId;

/** Margin CLV where it is known, else a year's revenue. */
function worthMinor({ marginClv, revenue12mMinor }: ValuedCustomer): number {
  return marginClv.kind === "figure" ? marginClv.money.minor : revenue12mMinor;
}

function candidate({ customer, tier, probability }: Tiered, because: string): SpendingCandidate {
  const { customerId, name, ownerEmail, cost12mMinor, revenue12mMinor, marginClv } = customer;
  return {
    customerId,
    name,
    ownerEmail,
    tier,
    cost12mMinor,
    revenue12mMinor,
    marginClvMinor: marginClv.kind === "figure" ? marginClv.money.minor : null,
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

function savingReason({ customer, probability }: Tiered, currency: string): string {
  const say = (minor: number) => formatMoney({ minor: Math.round(minor), currency }, "brief");
  const cap = suggestedCap(customer);
  const { costCapPercentOfMargin } = TIER_SERVICE.rest;
  const suggested =
    cap === null
      ? "margin not known"
      : `the tier's cap of ${costCapPercentOfMargin} % of its margin is ${say(cap)}`;
  return `${say(customer.cost12mMinor ?? 0)} of upkeep on ${say(customer.revenue12mMinor)} revenue, risk ${percent(probability)}; ${suggested}`;
}

function spendingReason({ customer, probability, rise }: Tiered, currency: string): string {
  const points = Math.round(100 * (rise ?? 0));
  return `risk up ${points} points to ${percent(probability)} in a quarter; ${worthInWords(customer, currency)} at stake`;
}

function planReason({ customer, tier, probability }: Tiered, currency: string): string {
  return `${tier} tier, risk ${percent(probability)}, ${worthInWords(customer, currency)}`;
}

function worthInWords(customer: ValuedCustomer, currency: string): string {
  const amount = formatMoney({ minor: worthMinor(customer), currency }, "brief");
  return `${amount} ${customer.marginClv.kind === "figure" ? "margin CLV" : "revenue in 12 months"}`;
}

const percent = (probability: number) => `${Math.round(100 * probability)} %`;

function missingNotes(customers: readonly ValuedCustomer[], tiered: readonly Tiered[]): string[] {
  const unscored = customers.length - tiered.length;
  const withoutEarlier = tiered.filter(({ rise }) => rise === null).length;
  const costless = tiered.every(({ customer }) => (customer.cost12mMinor ?? 0) === 0);
  return [
    ...(unscored > 0 ? [`${unscored} customers have no score and are on no list.`] : []),
    ...(withoutEarlier > 0
      ? [`${withoutEarlier} have no score from a quarter ago: whether their risk rises is not known yet.`]
      : []),
    ...(costless && tiered.length > 0
      ? ["No costs are allocated to any customer, so there is nothing to save: enter them first."]
      : []),
  ];
}
