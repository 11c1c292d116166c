import {
  addDays,
  firstDayOfMonth,
  firstDayOfWeek,
  lastDayOfMonth,
  localTime,
  monthOf,
  previousMonth,
  startOfDay,
  type Week,
} from "../../domain/calendar.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../domain/customers/cohort.ts";
import { type DigestFindings, digestMessage, namedInDigest } from "../../domain/messages/digest.ts";
import type { DigestMessage } from "../../domain/messages/messages.ts";
import type { CardFacts } from "../../domain/outreach/card-facts.ts";
import { type RiskPoint, riskMovement, withoutFigure } from "../../domain/risk/risk-movement.ts";
import { byStake, stakeRanking } from "../../domain/value/stake.ts";
import type { RetentionStore } from "../../store/customers/retention.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { OutboxStore } from "../../store/messages/outbox.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "../outreach/read-explained-facts.ts";
import { type ReadStakesDeps, readStakes } from "../value/read-stakes.ts";

export type ComposeDigestDeps = ReadExplainedFactsDeps &
  ReadStakesDeps & {
    readonly riskList: Pick<RiskListStore, "riskPoints" | "revenueOf" | "nudgeOutcomes">;
    readonly scoreBasis: ScoreBasisStore;
    readonly retention: Pick<RetentionStore, "cohort">;
  };
export type SendDigestDeps = ComposeDigestDeps & {
  readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
  readonly outbox: Pick<OutboxStore, "enqueue">;
};

/** The week that is reported, as seen from a time zone. */
export type DigestOccasion = { readonly week: Week; readonly timeZone: string; readonly now: Date };

export type SentDigests = { readonly messages: number; readonly alreadySent: number };

const VALUE_WINDOW_DAYS = 365;
const MS_PER_DAY = 86_400_000;

/** Keeps the week's digest for every channel of a time zone that asked for it. */
export async function sendDigest(deps: SendDigestDeps, occasion: DigestOccasion): Promise<SentDigests> {
  const channels = (await deps.channelSettings.optedIn("digest")).filter(
    ({ timeZone }) => timeZone === occasion.timeZone,
  );
  if (channels.length === 0) return { messages: 0, alreadySent: 0 };
  const findings = await findOut(deps, occasion);
  let messages = 0;
  for (const { channelId, shared } of channels) {
    const key = `digest:${channelId}:${occasion.week}`;
    const message = digestMessage(findings, shared);
    if (await deps.outbox.enqueue({ key, recipient: channelId, message, createdAt: occasion.now }))
      messages += 1;
  }
  return { messages, alreadySent: channels.length - messages };
}

/** The digest a channel would get, without keeping it. */
export async function composeDigest(
  deps: ComposeDigestDeps,
  occasion: DigestOccasion,
  shared: boolean,
): Promise<DigestMessage> {
  return digestMessage(await findOut(deps, occasion), shared);
}

async function findOut(deps: ComposeDigestDeps, occasion: DigestOccasion): Promise<DigestFindings> {
  const { week, timeZone, now } = occasion;
  const { riskList } = deps;
  const fromDay = firstDayOfWeek(week);
  const toDay = addDays(fromDay, 6);
  const weekEnds = startOfDay(addDays(toDay, 1), timeZone);
  const basis = await deps.scoreBasis.newest(now);
  const points = await riskList.riskPoints(now, daysBefore(now, 7));
  const moved = riskMovement(basis?.serves === "constant" ? points.map(withoutFigure) : points);
  const stakes = await readStakes(deps, now, idsOf(moved.newlyHigh));
  const movement = { ...moved, newlyHigh: [...moved.newlyHigh].sort(byStake(stakes)) };
  return {
    week,
    fromDay,
    toDay,
    timeZone,
    movement,
    ranking: stakeRanking(idsOf(moved.newlyHigh), stakes),
    basis,
    valueAtRisk: await riskList.revenueOf(idsOf(movement.high), daysBefore(now, VALUE_WINDOW_DAYS), now),
    retention: await lastFullMonth(deps, occasion),
    nudges: await riskList.nudgeOutcomes(startOfDay(fromDay, timeZone), weekEnds),
    facts: await factsOf(deps, namedInDigest(movement), now),
  };
}

async function lastFullMonth({ retention }: ComposeDigestDeps, { timeZone, now }: DigestOccasion) {
  const month = previousMonth(monthOf(localTime(now, timeZone).day));
  const fromDay = firstDayOfMonth(month);
  const toDay = lastDayOfMonth(month);
  const cohort = await retention.cohort({
    fromDay,
    toDay,
    startsAt: startOfDay(fromDay, timeZone),
    endsAt: startOfDay(addDays(toDay, 1), timeZone),
    activityWindowDays: ACTIVITY_WINDOW_DAYS,
  });
  return { month, cohort, activityWindowDays: ACTIVITY_WINDOW_DAYS };
}

async function factsOf(deps: ComposeDigestDeps, customerIds: readonly number[], now: Date) {
  const facts = new Map<number, CardFacts>();
  for (const customerId of customerIds) {
    const known = await readExplainedFacts(deps, customerId, now);
    if (known) facts.set(customerId, known);
  }
  return facts;
}

const idsOf = (points: readonly RiskPoint[]) => points.map(({ customerId }) => customerId);

const daysBefore = (instant: Date, days: number) => new Date(instant.getTime() - days * MS_PER_DAY);
