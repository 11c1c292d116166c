import { type Day, daysBetween } from "../calendar.ts";
import { MS_PER_DAY } from "../clock.ts";
import type { Turn } from "../customers/won-and-lost.ts";
import { type Phrase, phrase } from "../phrase.ts";
import { NOTABLE_CHANGE } from "../risk/bands.ts";
import { cautiousPercent } from "../risk/percent.ts";
import { strongestToldReason } from "../risk/scores/told-reasons.ts";
import type { Facts } from "./facts.ts";
import { dayOf, wholeDays } from "./playbooks/days.ts";
import { usageTrend } from "./usage-trend.ts";

/** A customer who left while they were rated safe, as it looked the day before. Instants are ISO 8601 in UTC. */
export type PostMortem = {
  readonly customerId: number;
  readonly name: string;
  /** Their last day as a customer. */
  readonly leftOn: Day;
  readonly how: "ended" | "lapsed";
  /** Slack user id; null: nobody in the workspace owned them. */
  readonly ownerId: string | null;
  /** The last score before, 0–1. */
  readonly probability: number;
  readonly scoredAt: string;
  readonly modelVersionId: number | null;
  /** The risk of each of the weeks up to it, oldest first; null: none that week. */
  readonly weeks: ReadonlyArray<number | null>;
  /** The strongest reason each way, as far as it can be told. */
  readonly raised: Phrase | null;
  readonly lowered: Phrase | null;
  /** What people could have read on the card; never empty. */
  readonly known: readonly Phrase[];
  /** What had moved; empty: nothing in the data had. */
  readonly moved: readonly Phrase[];
};

/** What a post-mortem is told from: as of the day they left, not of today. */
export const POST_MORTEM_NEEDS = [
  "earlierScore",
  "failedPayments",
  "lastAnswers",
  "lastTouch",
  "openMention",
  "openTicket",
  "override",
  "owner",
  "purchases",
  "score",
  "snoozedByName",
  "weeklyScores",
  "weeklyUsage",
] as const;
export type PostMortemFacts = Facts<(typeof POST_MORTEM_NEEDS)[number]>;

/** Exports tell of an end some days late; what is older is no news to talk about. Chosen by the product. */
export const TOLD_WITHIN_DAYS = 14;
/** Whoever was rated high within these weeks was warned of, whatever the last score. Chosen by the product. */
const WARNED_WEEKS = 4;
/** An older score says nothing of the day they left. Chosen by the product. */
const SCORED_WITHIN_DAYS = 7;
/** A fifth less use in four weeks than in the four before: below it weeks differ by themselves. Chosen by the product. */
const USAGE_DROP_PERCENT = -20;
/** Twice the own rhythm, by at least three purchases: below it a gap is no sign. Chosen by the product. */
const LONG_GAP_RHYTHMS = 2;
const LEAST_PURCHASE_DAYS = 3;
/** An answer in the lower half of its scale. Chosen by the product. */
const POOR_SHARE = 0.5;

export type Left = { readonly on: Day; readonly turn: Turn };

/**
 * What there is to learn from somebody who left; null where there was a warning, or no fresh score to be wrong.
 * @param facts as of `asOf`, the beginning of their last day
 * @param threshold from which risk on people were told, 0–1
 */
export function postMortemOf(
  facts: PostMortemFacts,
  { on, turn }: Left,
  asOf: Date,
  threshold: number,
): PostMortem | null {
  const { score, customer } = facts;
  if (turn !== "ended" && turn !== "lapsed") return null;
  if (score === null || score.probability === null || !wasRatedSafe(facts, asOf, threshold)) return null;
  return {
    customerId: customer.id,
    name: customer.name,
    leftOn: on,
    how: turn,
    ownerId: facts.owner?.account === "member" ? facts.owner.slackUserId : null,
    probability: score.probability,
    scoredAt: score.asOf.toISOString(),
    modelVersionId: score.model?.id ?? null,
    weeks: facts.weeklyScores.map((week) => week?.probability ?? null),
    raised: strongestToldReason(facts, "raises"),
    lowered: strongestToldReason(facts, "lowers"),
    known: knownThen(facts, on, asOf),
    moved: movedBefore(facts, asOf),
  };
}

function wasRatedSafe({ score, weeklyScores }: PostMortemFacts, asOf: Date, threshold: number): boolean {
  const probability = score?.probability ?? null;
  if (score === null || probability === null || probability >= threshold) return false;
  if (asOf.getTime() - score.asOf.getTime() > SCORED_WITHIN_DAYS * MS_PER_DAY) return false;
  return weeklyScores.slice(-WARNED_WEEKS).every((week) => week === null || week.probability < threshold);
}

function knownThen(facts: PostMortemFacts, on: Day, asOf: Date): Phrase[] {
  const { openTicket, openMention, lastTouch, snoozedByName, customer } = facts;
  const ticket = openTicket && {
    ...{ reference: openTicket.reference, subject: openTicket.subject },
    days: wholeDays(openTicket.openedAt, asOf),
  };
  const renewal = customer.renewsOn === null ? null : daysBetween(on, customer.renewsOn);
  return [
    ...(ticket === null ? [] : [phrase("post-mortem.known.ticket", ticket)]),
    ...(openMention === null ? [] : [phrase("post-mortem.known.mention", { network: openMention.network })]),
    ...facts.lastAnswers.slice(0, 1).map(answerPhrase),
    ...facts.failedPayments
      .slice(0, 1)
      .map((at) => phrase("ended.payment-failed", { day: { day: dayOf(at) } })),
    lastTouch === null
      ? phrase("ended.never-contacted")
      : phrase("post-mortem.known.touch", { days: wholeDays(lastTouch.at, asOf) }),
    ...overridePhrases(facts),
    ...(snoozedByName === null ? [] : [phrase("post-mortem.known.snoozed", { name: snoozedByName })]),
    ...(renewal !== null && renewal >= 0 ? [phrase("post-mortem.known.renewal", { days: renewal })] : []),
  ];
}

/** What somebody said who knew better: right or wrong, it is what the others went by. */
function overridePhrases({ override }: PostMortemFacts): Phrase[] {
  if (override === null) return [];
  const { says, because, byName } = override;
  const who = byName === null ? "someone" : "named";
  return [phrase("post-mortem.known.override", { says, because, who, name: byName ?? "" })];
}

function answerPhrase({ kind, score, scaleMax, at }: PostMortemFacts["lastAnswers"][number]): Phrase {
  const code = score <= POOR_SHARE * scaleMax ? "post-mortem.known.poor-answer" : "post-mortem.known.answer";
  return phrase(code, {
    kind: phrase(`feedback.kind.${kind}`),
    ...{ score, most: scaleMax, day: { day: dayOf(at) } },
  });
}

function movedBefore(facts: PostMortemFacts, asOf: Date): Phrase[] {
  return [...riskRose(facts), ...usageFell(facts), ...fellSilent(facts, asOf)];
}

function riskRose({ score, earlierScore, weeklyScores }: PostMortemFacts): Phrase[] {
  const first = weeklyScores.find((week) => week !== null)?.probability ?? earlierScore?.probability;
  const last = score?.probability ?? null;
  if (first === undefined || last === null) return [];
  // By the figures that are shown, so that "20 % to 30 %" is ten points to the reader and to the rule.
  const [before, after] = [cautiousPercent(first), cautiousPercent(last)];
  return after - before < 100 * NOTABLE_CHANGE ? [] : [phrase("post-mortem.moved.risk", { before, after })];
}

function usageFell({ weeklyUsage }: PostMortemFacts): Phrase[] {
  const trend = usageTrend(weeklyUsage);
  if (trend === null || trend.percent === null || trend.percent > USAGE_DROP_PERCENT) return [];
  const { before, now, percent } = trend;
  return [phrase("post-mortem.moved.usage", { before, now, percent: -percent })];
}

function fellSilent({ purchases }: PostMortemFacts, asOf: Date): Phrase[] {
  if (purchases === null || purchases.days < LEAST_PURCHASE_DAYS) return [];
  const rhythm = wholeDays(purchases.firstAt, purchases.lastAt) / (purchases.days - 1);
  const silent = wholeDays(purchases.lastAt, asOf);
  if (silent < LONG_GAP_RHYTHMS * rhythm) return [];
  return [phrase("post-mortem.moved.silent", { days: silent, usual: Math.round(rhythm) })];
}
