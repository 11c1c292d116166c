import { maySeeMoney } from "../access.ts";
import type { Customer, Day, Member } from "../customer.ts";
import type { Money } from "../money.ts";
import type { ServingKind } from "../risk/churn-model.ts";
import type { Bounds } from "../risk/scores/bounds.ts";
import type { Lever, LeverKey } from "../risk/scores/levers.ts";
import { reasonSentence } from "../risk/scores/reasons.ts";
import { unexplainedInWords } from "../risk/scores/score-explanation.ts";
import type { CardFacts, DataUpTo } from "./card-facts.ts";
import { advise } from "./playbooks/advise.ts";
import type { Advice } from "./playbooks/playbook.ts";

export type CardRisk =
  | {
      readonly kind: "scored";
      readonly probability: number;
      /** Where it could as well lie; null where the score kept none. */
      readonly bounds: Bounds | null;
      readonly change: {
        readonly points: number;
        readonly since: Date;
        readonly modelChanged: boolean;
      } | null;
      readonly horizonDays: number | null;
      readonly serves: ServingKind | null;
      readonly scoredAt: Date;
      readonly stale: boolean;
    }
  | { readonly kind: "silent"; readonly because: string; readonly scoredAt: Date }
  | { readonly kind: "not-scored" }
  | { readonly kind: "no-model" }
  | { readonly kind: "ended"; readonly on: Day };

/** Why a reader is not told what a customer is worth. */
export type MoneyHidden = "not-your-account" | "shared-channel";

export type CustomerCard = {
  readonly customerId: number;
  readonly name: string;
  readonly externalId: string;
  readonly segment: string | null;
  readonly ownerName: string | null;
  readonly hasContract: boolean;
  readonly risk: CardRisk;
  readonly value:
    | {
        readonly kind: "shown";
        readonly revenue12Months: readonly Money[];
        readonly monthlyRevenue: Money | null;
      }
    | { readonly kind: "hidden"; readonly because: MoneyHidden };
  readonly renewsOn: Day | null;
  readonly lastPurchaseAt: Date | null;
  readonly lastTouch: CardFacts["lastTouch"];
  /** The three strongest reasons in words, strongest first. */
  readonly reasons: readonly string[];
  /** Why there are none, in words, where they cannot be told; null: they are all there is to tell. */
  readonly unexplained: string | null;
  /** The one step that would lower the risk most, by the model that scored it; null where it knows none. */
  readonly lever: Lever | null;
  readonly advice: Advice;
  readonly snooze: { readonly until: Date; readonly byName: string | null } | null;
  readonly dataUpTo: DataUpTo | null;
};

/** A day's scoring and half of the next may be missed before a card says that its score is old. */
const STALE_AFTER_HOURS = 36;
const REASONS_ON_CARD = 3;
const MS_PER_HOUR = 3_600_000;

/** The card one reader sees. `place` is where it is shown: money never goes into a channel shared with others. */
export function customerCard(
  facts: CardFacts,
  reader: Member,
  now: Date,
  place: "private" | "channel" | "shared-channel" = "private",
): CustomerCard {
  const { customer } = facts;
  const risk = cardRisk(facts, now);
  return {
    customerId: customer.id,
    name: customer.name,
    externalId: customer.externalId,
    segment: customer.segment,
    ownerName: facts.owner?.name ?? customer.ownerEmail,
    hasContract: hasContract(customer),
    risk,
    value: cardValue(facts, reader, place),
    renewsOn: customer.renewsOn,
    lastPurchaseAt: facts.lastPurchaseAt,
    lastTouch: facts.lastTouch,
    reasons: reasonSentences(facts, maySeeMoney(reader, customer) && place !== "shared-channel").slice(
      0,
      REASONS_ON_CARD,
    ),
    unexplained: whyUnexplained(facts),
    lever: bestStep(facts, risk),
    advice: advise(facts, now),
    snooze: activeSnooze(facts, now),
    dataUpTo: facts.dataUpTo,
  };
}

export function hasContract(customer: Customer): boolean {
  return customer.startedOn !== null && (customer.monthlyRevenueMinor !== null || customer.renewsOn !== null);
}

/** Whether a contract was over on the day of `now`, UTC. */
export function hasEnded(customer: Customer, now: Date): boolean {
  return customer.endedOn !== null && customer.endedOn <= now.toISOString().slice(0, 10);
}

/** A score's reasons in words, strongest first; where money is not shown, amounts become "above the typical". */
export function reasonSentences({ customer, score }: CardFacts, withMoney: boolean): string[] {
  const currency = withMoney ? customer.currency : null;
  return (score?.reasons ?? []).map((reason) => reasonSentence(reason, { currency }));
}

/** Why a score's reasons cannot be told, in words; null where they can, or there is no probability to explain. */
export function whyUnexplained({ score }: Pick<CardFacts, "score">): string | null {
  return score?.unexplained === undefined ? null : unexplainedInWords(score.unexplained);
}

/**
 * What would still lower the risk, strongest first: nothing of an old score, and no step that has been taken since the
 * score was made.
 */
export function leversNow({ score, lastTouch, openTicket }: CardFacts, risk: CardRisk): readonly Lever[] {
  if (score === null || risk.kind !== "scored" || risk.stale) return [];
  const taken: Record<LeverKey, boolean> = {
    contact: lastTouch !== null && lastTouch.at >= score.asOf,
    "solve-ticket": openTicket === null,
    "follow-up-delivery": false,
  };
  return score.levers.filter(({ steps }) => !steps.some((step) => taken[step]));
}

/** The one step that would lower the risk most; pairs are for those who ask why. */
export function bestStep(facts: CardFacts, risk: CardRisk): Lever | null {
  return leversNow(facts, risk).find(({ steps }) => steps.length === 1) ?? null;
}

export function cardRisk(facts: CardFacts, now: Date): CardRisk {
  const { customer, score } = facts;
  if (hasEnded(customer, now) && customer.endedOn !== null) return { kind: "ended", on: customer.endedOn };
  if (score === null) return { kind: facts.hasModel ? "not-scored" : "no-model" };
  if (score.probability === null) {
    return { kind: "silent", because: score.silence ?? "unknown", scoredAt: score.asOf };
  }
  return {
    kind: "scored",
    probability: score.probability,
    bounds: score.bounds,
    change: riskChange(facts, score.probability),
    horizonDays: score.model?.horizonDays ?? null,
    serves: score.model?.serves ?? null,
    scoredAt: score.asOf,
    stale: now.getTime() - score.asOf.getTime() > STALE_AFTER_HOURS * MS_PER_HOUR,
  };
}

/** Whole percentage points against the earlier score; null where there is none or nothing moved. */
function riskChange({ earlierScore, score }: CardFacts, probability: number) {
  if (earlierScore === null) return null;
  const points = Math.round(probability * 100) - Math.round(earlierScore.probability * 100);
  if (points === 0) return null;
  const modelChanged = earlierScore.modelId !== (score?.model?.id ?? null);
  return { points, since: earlierScore.asOf, modelChanged };
}

function cardValue(facts: CardFacts, reader: Member, place: string): CustomerCard["value"] {
  const { customer } = facts;
  if (place === "shared-channel") return { kind: "hidden", because: "shared-channel" };
  if (!maySeeMoney(reader, customer)) return { kind: "hidden", because: "not-your-account" };
  const monthlyRevenue =
    customer.monthlyRevenueMinor !== null && customer.currency !== null
      ? { minor: customer.monthlyRevenueMinor, currency: customer.currency }
      : null;
  return { kind: "shown", revenue12Months: facts.revenue12Months, monthlyRevenue };
}

function activeSnooze({ customer, snoozedByName }: CardFacts, now: Date): CustomerCard["snooze"] {
  if (customer.snoozedUntil === null || customer.snoozedUntil <= now) return null;
  return { until: customer.snoozedUntil, byName: snoozedByName };
}
