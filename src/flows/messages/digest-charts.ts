import { localTime } from "../../domain/calendar.ts";
import { daysAfter } from "../../domain/clock.ts";
import type { DigestCharts } from "../../domain/messages/digest-charts.ts";
import {
  eventsOfWeek,
  type RiskOverTime,
  type RiskWeek,
  WEEKS_SHOWN,
  weekBefore,
} from "../../domain/risk/risk-over-time.ts";
import type { Stakes } from "../../domain/value/stake.ts";
import { valueBridge } from "../../domain/value/value-bridge.ts";
import type { WonAndLostStore } from "../../store/figures/won-and-lost.ts";
import type { RiskEventStore } from "../../store/outreach/risk-events.ts";
import { type FindMovementDeps, type FoundMovement, findMovement } from "../outreach/find-movement.ts";
import { type ReadStakesDeps, readStakes } from "../value/read-stakes.ts";

export type FindDigestChartsDeps = FindMovementDeps &
  ReadStakesDeps & {
    readonly riskEvents: RiskEventStore;
    readonly wonAndLost: Pick<WonAndLostStore, "endedInEach">;
  };

/** What the digest already found as of its own moment. */
export type AsOfDigest = { readonly found: FoundMovement; readonly stakes: Stakes };

/** A score that is older says nothing of the week. */
const SCORED_WITHIN_DAYS = 7;

/**
 * How risks and the value at risk became what the digest says they are: each week by the same reading as the digest's own,
 * as it is known today.
 */
export async function findDigestCharts(
  deps: FindDigestChartsDeps,
  { found, stakes }: AsOfDigest,
  timeZone: string,
  now: Date,
): Promise<DigestCharts> {
  const [weekAgo, ...earlier] = await movementsBefore(deps, now);
  const weeks = [found, ...(weekAgo ? [weekAgo] : []), ...earlier];
  const riskOverTime = await risksByWeek(deps, weeks, timeZone, now);
  if (weekAgo === undefined || !isKnown(weekAgo, daysAfter(now, -7)) || !isKnown(found, now))
    return { riskOverTime, valueBridge: null };
  const wasHigh = idsOf(weekAgo);
  const before = { high: wasHigh, stakes: await readStakes(deps, daysAfter(now, -7), wasHigh) };
  return { riskOverTime, valueBridge: valueBridge(before, { high: idsOf(found), stakes }, found.risks) };
}

/** Those of the weeks before, newest first. */
async function movementsBefore(deps: FindMovementDeps, now: Date): Promise<FoundMovement[]> {
  const found: FoundMovement[] = [];
  for (let ago = 1; ago < WEEKS_SHOWN; ago += 1) {
    const moment = daysAfter(now, -7 * ago);
    const movement = await findMovement(deps, moment);
    // Nobody was scored before the first scoring.
    if (movement.basis === null) break;
    found.push(movement);
  }
  return found;
}

/** @param movements newest first, a week apart */
async function risksByWeek(
  deps: FindDigestChartsDeps,
  movements: readonly FoundMovement[],
  timeZone: string,
  now: Date,
): Promise<RiskOverTime> {
  const moments = movements.map((_, ago) => daysAfter(now, -7 * ago));
  const days = moments.map((moment) => localTime(moment, timeZone).day);
  const periods = days.map((day) => ({ ...weekBefore(day), timeZone }));
  const [oldest, newest] = [periods.at(-1), periods[0]];
  if (oldest === undefined || newest === undefined) return { weeks: [] };
  const whole = { fromDay: oldest.fromDay, toDay: newest.toDay, timeZone };
  const events = await deps.riskEvents.within(whole, now);
  const ended = await deps.wonAndLost.endedInEach(periods);
  const weeks = movements.map((movement, ago): RiskWeek => {
    const day = days[ago] ?? newest.toDay;
    const isScored = isKnown(movement, moments[ago] ?? now);
    const customers = isScored ? movement.moved.customersAtRisk : null;
    return { day, customers, events: eventsOfWeek(day, events, ended[ago] ?? 0) };
  });
  return { weeks: weeks.reverse() };
}

/** Whether its risks are of the week before the moment, and of somebody. */
function isKnown({ basis }: FoundMovement, moment: Date): boolean {
  if (basis === null || basis.serves === "constant") return false;
  return new Date(basis.scoredAt) >= daysAfter(moment, -SCORED_WITHIN_DAYS);
}

const idsOf = ({ moved }: FoundMovement) => moved.high.map(({ customerId }) => customerId);
