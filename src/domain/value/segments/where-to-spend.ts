import { aboutMoney, formatMoney } from "../../money.ts";
import { MEDIUM_RISK } from "../../risk/bands.ts";
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
  /** In the reader's words: why it is here. */
  readonly because: string;
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
  readonly stake: Stake;
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

function candidate({ customer, tier, probability, stake }: Tiered, because: string): SpendingCandidate {
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

function spendingReason(one: Tiered, currency: string): string {
  const points = Math.round(100 * (one.rise ?? 0));
  return `risk up ${points} points to ${percent(one.probability)} in a quarter; ${stakeInWords(one, currency)}`;
}

function planReason(one: Tiered, currency: string): string {
  return `${one.tier} tier, risk ${percent(one.probability)}, ${stakeInWords(one, currency)}`;
}

function stakeInWords({ customer, stake }: Tiered, currency: string): string {
  if (stake.kind === "known" && stake.money.minor <= 0) return "no margin at stake";
  if (stake.kind === "known") return `${aboutMoney(stake.money)} of a year's margin at stake`;
  const revenue = formatMoney({ minor: customer.revenue12mMinor, currency }, "brief");
  const unknown = stake.because === "no-revenue" ? "not known what they would bring" : "margin not known";
  return `${revenue} revenue in 12 months, ${unknown}`;
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
