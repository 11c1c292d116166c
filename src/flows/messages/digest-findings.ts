import type { Place } from "../../domain/access.ts";
import {
  addDays,
  type Day,
  firstDayOfMonth,
  firstDayOfQuarter,
  firstDayOfWeek,
  lastDayOfMonth,
  localTime,
  monthOf,
  previousMonth,
  startOfDay,
  type Week,
} from "../../domain/calendar.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../domain/customers/cohort.ts";
import { MEMBER_LIST_JOB } from "../../domain/customers/member-list.ts";
import {
  DIGEST_NEEDS,
  type DigestFindings,
  NAMES_PER_LIST,
  namedInDigest,
} from "../../domain/messages/digest.ts";
import { type AtRiskCustomer, mostAtStakeFirst } from "../../domain/outreach/at-risk.ts";
import type { RiskPoint } from "../../domain/risk/risk-movement.ts";
import { type Stakes, stakeRanking } from "../../domain/value/stake.ts";
import { valueAtRisk } from "../../domain/value/value-at-risk.ts";
import type { CohortStore } from "../../store/figures/cohort.ts";
import type { UncountedCustomerStore } from "../../store/figures/uncounted-customers.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import { type DescribeAtRiskDeps, describeAtRisk } from "../outreach/describe-at-risk.ts";
import { type FindMovementDeps, findMovement } from "../outreach/find-movement.ts";
import { type ForeseeDeps, foresee } from "../outreach/proof/foresee-quarter.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "../outreach/read-explained-facts.ts";
import { type ReadStakesDeps, readStakes } from "../value/read-stakes.ts";
import { type FindDigestChartsDeps, findDigestCharts } from "./digest-charts.ts";
import { type FindDigestFiguresDeps, findDigestFigures } from "./digest-figures.ts";
import { type FindDigestTurnsDeps, findDigestTurns } from "./digest-turns.ts";
import { type FindDaysNotScoredDeps, findDaysNotScored } from "./find-days-not-scored.ts";

export type FindForDigestDeps = ReadExplainedFactsDeps &
  FindMovementDeps &
  FindDigestTurnsDeps &
  FindDigestFiguresDeps &
  FindDaysNotScoredDeps &
  DescribeAtRiskDeps &
  ReadStakesDeps &
  FindDigestChartsDeps &
  ForeseeDeps & {
    readonly riskList: Pick<RiskListStore, "nudgeOutcomes" | "riskPoints">;
    readonly cohorts: CohortStore;
    readonly uncounted: Pick<UncountedCustomerStore, "silent">;
    readonly jobRuns: Pick<JobRunStore, "lastDoneAt" | "onDays" | "missedOn">;
  };

/** The week that is reported, as seen from a time zone. */
export type DigestOccasion = { readonly week: Week; readonly timeZone: string };

/** Who "everyone in the channel" is: a digest goes only where a manager opened a channel to amounts by asking for it. */
const DIGEST_PLACE: Place = "money";

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
  const found = await findMovement(deps, now);
  const { moved, basis, stopped, resumed, restless } = found;
  const stakes = await readStakes(deps, now, idsOf(moved.high));
  const dearestFirst = (of: readonly RiskPoint[]) => mostAtStakeFirst(of, stakes);
  const movement = {
    ...moved,
    high: dearestFirst(moved.high),
    newlyHigh: dearestFirst(moved.newlyHigh),
    highWithoutOwner: dearestFirst(moved.highWithoutOwner),
  };
  const retention = await lastFullMonth(deps, occasion, now);
  const startsAt = startOfDay(fromDay, timeZone);
  return {
    week,
    fromDay,
    toDay,
    timeZone,
    movement,
    silent: await deps.uncounted.silent({ ownerEmail: null, segment: null }, now),
    isTeamKnown: (await deps.jobRuns.lastDoneAt(MEMBER_LIST_JOB)) !== null,
    ranking: stakeRanking(idsOf(moved.high), stakes),
    basis,
    stopped,
    resumed,
    notScored: await findDaysNotScored(deps, fromDay, now),
    valueAtRisk: valueAtRisk(idsOf(moved.high), stakes),
    toSave: await fiveToSave(deps, movement.high, stakes, now),
    turns: await findDigestTurns(deps, { fromDay, toDay, timeZone }, restless, now),
    retention,
    figures: await findDigestFigures(deps, retention.month, timeZone),
    nudges: await riskList.nudgeOutcomes(startsAt, weekEnds),
    charts: await findDigestCharts(deps, { found, stakes }, timeZone, now),
    facts: await readExplainedFacts(deps, DIGEST_NEEDS, namedInDigest(movement), now),
    ...(await foreseenIn(deps, addDays(toDay, 1), now)),
  };
}

/** What a quarter will be able to show, where one begins in the week from a Monday on: that is told before it does. */
async function foreseenIn(
  deps: ForeseeDeps,
  monday: Day,
  now: Date,
): Promise<Pick<DigestFindings, "foreseen">> {
  const sunday = addDays(monday, 6);
  if (firstDayOfQuarter(sunday) < monday) return {};
  const foreseen = await foresee(deps, sunday, now);
  return foreseen === null ? {} : { foreseen };
}

async function fiveToSave(
  deps: FindForDigestDeps,
  high: readonly RiskPoint[],
  stakes: Stakes,
  now: Date,
): Promise<readonly AtRiskCustomer[]> {
  const customerIds = idsOf(high.slice(0, NAMES_PER_LIST));
  const reading = { customerIds, stakes, reader: "everyone", place: DIGEST_PLACE } as const;
  return (await describeAtRisk(deps, reading, now)).map(({ customer }) => customer);
}

async function lastFullMonth({ cohorts }: FindForDigestDeps, { timeZone }: DigestOccasion, now: Date) {
  const month = previousMonth(monthOf(localTime(now, timeZone).day));
  const days = { fromDay: firstDayOfMonth(month), toDay: lastDayOfMonth(month), timeZone };
  const cohort = await cohorts.cohort(days);
  return { month, cohort, activityWindowDays: ACTIVITY_WINDOW_DAYS };
}

const idsOf = (points: readonly RiskPoint[]) => points.map(({ customerId }) => customerId);
