import { maySeeMoney, type Place, type Reader } from "../access.ts";
import type { DataUpTo } from "../as-of.ts";
import type { Day } from "../calendar.ts";
import { hasContract } from "../customer.ts";
import { type CrmLink, crmLink } from "../customers/crm-link.ts";
import type { Money } from "../money.ts";
import type { Phrase } from "../phrase.ts";
import { customerProducts } from "../products/customer-products.ts";
import { type CardRisk, cardRisk, effectOf, whyUnexplained } from "../risk/scores/card-risk.ts";
import type { Lever } from "../risk/scores/levers.ts";
import { type RiskTrend, riskTrend } from "../risk/scores/risk-trend.ts";
import { reasonPhrases } from "../risk/scores/told-reasons.ts";
import { type LoyaltyLine, loyaltyLine } from "../value/loyalty/standing.ts";
import { ENDING_NEEDS, type Ending, endingOf } from "./ending.ts";
import type { Facts } from "./facts.ts";
import { ADVICE_NEEDS, type Advice, evaluatePlaybooks, type PlaybookCase } from "./playbooks/evaluate.ts";
import { type UsageTrend, usageTrend } from "./usage-trend.ts";

export type CustomerCard = {
  readonly customerId: number;
  readonly name: string;
  readonly externalId: string;
  /** Their name is their id, until a customer file names them. */
  readonly isUnnamed: boolean;
  readonly segment: string | null;
  /** The e-mail where nobody in the workspace has it. */
  readonly ownerName: string | null;
  readonly ownerHasLeft: boolean;
  readonly hasContract: boolean;
  /** Their record in the team's own system. */
  readonly crm: CrmLink | null;
  /** Of those who have left. */
  readonly ending: Ending | null;
  readonly risk: CardRisk;
  /** How it came about; null where there is nothing to compare. */
  readonly trend: RiskTrend | null;
  /** Null where the file tells of no usage. */
  readonly usage: UsageTrend | null;
  /** What they are worth among all customers, as last ranked; no amount, so every reader has it. */
  readonly tier: NonNullable<CardFacts["valueTier"]>["tier"] | null;
  readonly value:
    | {
        readonly kind: "shown";
        readonly revenue12Months: readonly Money[];
        readonly monthlyRevenue: Money | null;
      }
    /** Whoever reads it owns no such account. */
    | { readonly kind: "hidden" };
  /** Null: there is nothing to say of points. */
  readonly loyalty: LoyaltyLine | null;
  readonly renewsOn: Day | null;
  readonly lastPurchaseAt: Date | null;
  readonly lastTouch: CardFacts["lastTouch"];
  readonly openTicket: CardFacts["openTicket"];
  readonly unhappyAnswer: CardFacts["unhappyAnswer"];
  readonly openMention: CardFacts["openMention"];
  /** Whom to get in touch with; null where the file names nobody. */
  readonly contact: CardFacts["contact"];
  /** What to offer them next, likeliest first; empty where too little is known, or they have left. */
  readonly nextProducts: readonly string[];
  /** The three strongest of the reasons that can be said, strongest first. */
  readonly reasons: readonly Phrase[];
  /** Why there are none, where they cannot be told; null: they are all there is to say. */
  readonly unexplained: Phrase | null;
  /** What the suggested step may bring, by the model that scored it; null where it says of none. */
  readonly lever: Lever | null;
  readonly advice: Advice;
  /** Every playbook that applied. */
  readonly cases: readonly PlaybookCase[];
  readonly snooze: { readonly until: Date; readonly byName: string | null } | null;
  /** What a member knows better than the model. */
  readonly override: CardFacts["override"];
  readonly doNotDisturb: CardFacts["doNotDisturb"];
  readonly dataUpTo: DataUpTo | null;
  /** The systems they come from, where they were joined from several. */
  readonly joinedFrom: CardFacts["joinedFrom"];
};

/** What a card is made of. */
export const CARD_NEEDS = [
  "contact",
  "dataUpTo",
  "doNotDisturb",
  "earlierScore",
  "hasModel",
  "lastTouch",
  "loyalty",
  "openMention",
  "openTicket",
  "override",
  "owner",
  "products",
  "purchases",
  "resting",
  "lastPause",
  "revenue12Months",
  "score",
  "joinedFrom",
  "snoozedByName",
  "unhappyAnswer",
  "valueTier",
  "weeklyScores",
  "weeklyUsage",
  ...ENDING_NEEDS,
  ...ADVICE_NEEDS,
] as const;
export type CardFacts = Facts<(typeof CARD_NEEDS)[number]>;

const REASONS_ON_CARD = 3;

/** The card as it is read by somebody, or by everyone, in a place. */
export function customerCard(facts: CardFacts, reader: Reader, place: Place, now: Date): CustomerCard {
  const { customer } = facts;
  const risk = cardRisk(facts, now);
  const evaluation = evaluatePlaybooks(facts, now, "card");
  const showsMoney = maySeeMoney(reader, customer, place);
  return {
    customerId: customer.id,
    name: customer.name,
    externalId: customer.externalId,
    isUnnamed: customer.knownFromActivities ?? false,
    segment: customer.segment,
    ownerName: facts.owner?.name ?? customer.ownerEmail,
    ownerHasLeft: facts.owner?.account === "deactivated",
    hasContract: hasContract(customer),
    crm: crmLink(customer.attributes),
    ending: risk.kind === "ended" ? endingOf(facts, risk.on, now) : null,
    risk,
    trend: riskTrend(facts.weeklyScores, risk),
    usage: risk.kind === "scored" && !risk.stopped ? usageTrend(facts.weeklyUsage) : null,
    tier: facts.valueTier?.tier ?? null,
    value: showsMoney ? cardValue(facts) : { kind: "hidden" },
    loyalty: loyaltyLine(facts.loyalty, facts.revenue12Months),
    renewsOn: customer.renewsOn,
    lastPurchaseAt: facts.purchases?.lastAt ?? null,
    lastTouch: facts.lastTouch,
    openTicket: facts.openTicket,
    unhappyAnswer: facts.unhappyAnswer,
    openMention: facts.openMention,
    contact: facts.contact,
    nextProducts:
      risk.kind === "ended" ? [] : customerProducts(facts.products, now).next.map(({ name }) => name),
    // Of a customer who has left, nothing that speaks of staying or leaving is still true.
    reasons: risk.kind === "ended" ? [] : reasonPhrases(facts).slice(0, REASONS_ON_CARD),
    unexplained: whyUnexplained(facts),
    lever: evaluation.advice.kind === "act" ? effectOf(evaluation.advice.step, facts, risk) : null,
    ...evaluation,
    snooze: activeSnooze(facts, now),
    override: facts.override,
    doNotDisturb: facts.doNotDisturb,
    dataUpTo: facts.dataUpTo,
    joinedFrom: facts.joinedFrom,
  };
}

function cardValue({ customer, revenue12Months }: CardFacts): CustomerCard["value"] {
  const monthlyRevenue =
    customer.monthlyRevenueMinor !== null && customer.currency !== null
      ? { minor: customer.monthlyRevenueMinor, currency: customer.currency }
      : null;
  return { kind: "shown", revenue12Months, monthlyRevenue };
}

function activeSnooze({ customer, snoozedByName }: CardFacts, now: Date): CustomerCard["snooze"] {
  if (customer.snoozedUntil === null || customer.snoozedUntil <= now) return null;
  return { until: customer.snoozedUntil, byName: snoozedByName };
}
