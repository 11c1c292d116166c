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
import { daysAfter } from "../../domain/clock.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../domain/customers/cohort.ts";
import { MEMBER_LIST_JOB } from "../../domain/customers/member-list.ts";
import { DIGEST_NEEDS, type DigestFindings, namedInDigest } from "../../domain/messages/digest.ts";
import {
  type NotOfThisWeek,
  type RiskPoint,
  riskMovement,
  withoutFigure,
} from "../../domain/risk/risk-movement.ts";
import type { Pause } from "../../domain/risk/scores/stale-source.ts";
import type { StoppedData } from "../../domain/risk/scores/stopped-data.ts";
import { byStake, stakeRanking } from "../../domain/value/stake.ts";
import { valueAtRisk } from "../../domain/value/value-at-risk.ts";
import type { RetentionStore } from "../../store/customers/retention.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "../outreach/read-explained-facts.ts";
import {
  type FindRestingSourcesDeps,
  findPauses,
  findRestingSources,
} from "../risk/scoring/find-resting-sources.ts";
import { type ReadStakesDeps, readStakes } from "../value/read-stakes.ts";

export type FindForDigestDeps = ReadExplainedFactsDeps &
  FindRestingSourcesDeps &
  ReadStakesDeps & {
    readonly riskList: Pick<RiskListStore, "riskPoints" | "nudgeOutcomes">;
    readonly scoreBasis: ScoreBasisStore;
    readonly retention: Pick<RetentionStore, "cohort">;
    readonly jobRuns: Pick<JobRunStore, "lastDoneAt">;
  };

/** The week that is reported, as seen from a time zone. */
export type DigestOccasion = { readonly week: Week; readonly timeZone: string };

/** Chosen: a score that is a further week older than a week tells of a pause, not of the week. */
const COMPARED_WITHIN_DAYS = 7;

/** Everything a week's digest tells, as of `now`. */
export async function findForDigest(
  deps: FindForDigestDeps,
  occasion: DigestOccasion,
  now: Date,
): Promise<DigestFindings> {
  const { week, timeZone } = occasion;
  const { riskList } = deps;
  const fromDay = firstDayOfWeek(week);
  const toDay = addDays(fromDay, 6);
  const weekEnds = startOfDay(addDays(toDay, 1), timeZone);
  const basis = await deps.scoreBasis.newest(now);
  const weekAgo = daysAfter(now, -7);
  const points = await riskList.riskPoints(now, weekAgo);
  const { stopped } = await findRestingSources(deps, now);
  const resumed = await findPauses(deps, weekAgo, now);
  const moved = riskMovement(
    basis?.serves === "constant" ? points.map(withoutFigure) : points,
    notOfThisWeek(stopped, resumed, weekAgo),
  );
  const stakes = await readStakes(deps, now, idsOf(moved.high));
  const dearestFirst = (of: readonly RiskPoint[]) => [...of].sort(byStake(stakes));
  const movement = {
    ...moved,
    newlyHigh: dearestFirst(moved.newlyHigh),
    highWithoutOwner: dearestFirst(moved.highWithoutOwner),
  };
  return {
    week,
    fromDay,
    toDay,
    timeZone,
    movement,
    isTeamKnown: (await deps.jobRuns.lastDoneAt(MEMBER_LIST_JOB)) !== null,
    ranking: stakeRanking(idsOf(moved.newlyHigh), stakes),
    basis,
    stopped,
    resumed,
    valueAtRisk: valueAtRisk(idsOf(moved.high), stakes),
    retention: await lastFullMonth(deps, occasion, now),
    nudges: await riskList.nudgeOutcomes(startOfDay(fromDay, timeZone), weekEnds),
    facts: await readExplainedFacts(deps, DIGEST_NEEDS, namedInDigest(movement), now),
  };
}

function notOfThisWeek(stopped: StoppedData | null, resumed: readonly Pause[], weekAgo: Date): NotOfThisWeek {
  const sources = new Set([...(stopped?.sources ?? []), ...resumed].map(({ source }) => source));
  return { sources, comparedFrom: daysAfter(weekAgo, -COMPARED_WITHIN_DAYS) };
}

async function lastFullMonth({ retention }: FindForDigestDeps, { timeZone }: DigestOccasion, now: Date) {
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

const idsOf = (points: readonly RiskPoint[]) => points.map(({ customerId }) => customerId);
