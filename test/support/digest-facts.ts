import { daysAfter } from "../../src/domain/clock.ts";
import { retentionOf } from "../../src/domain/customers/cohort.ts";
import { riskMovement } from "../../src/domain/risk/risk-movement.ts";
import { yearsRevenue } from "../../src/domain/value/segments/customer-worth.ts";
import { valuePeriod } from "../../src/domain/value/segments/value-period.ts";
import { valueAtRisk } from "../../src/domain/value/value-at-risk.ts";
import { valueBridge } from "../../src/domain/value/value-bridge.ts";
import { type ReadMetricsDeps, readMetrics } from "../../src/flows/value/read-metrics.ts";
import { type ReadStakesDeps, readStakes } from "../../src/flows/value/read-stakes.ts";
import { worthValuation } from "../../src/flows/value/worth-valuation.ts";
import type { Store } from "../../src/store/store.ts";
import { TRACED_NOW } from "./traced-digest.ts";

type Deps = Store & ReadMetricsDeps & ReadStakesDeps;

const OCTOBER = { fromDay: "2026-10-01", toDay: "2026-10-31" };
const WEEK = { fromDay: "2026-11-16", toDay: "2026-11-22", timeZone: "UTC" };
const weeksAgo = (weeks: number) => daysAfter(TRACED_NOW, -7 * weeks);

/** What the functions behind a digest's figures give, each asked by itself. */
export async function digestFacts(deps: Deps) {
  const at = async (weeks: number) =>
    riskMovement(await deps.riskList.riskPoints(weeksAgo(weeks), weeksAgo(weeks + 1)));
  const [now, before, earlier] = [await at(0), await at(1), await at(2)];
  const idsOf = ({ high }: typeof now) => high.map(({ customerId }) => customerId);
  const stakes = await readStakes(deps, TRACED_NOW, idsOf(now));
  const stakesBefore = await readStakes(deps, weeksAgo(1), idsOf(before));
  const points = await deps.riskList.riskPoints(TRACED_NOW, weeksAgo(1));
  const risks = new Map(points.map(({ customerId, probability }) => [customerId, probability]));
  const cohort = await deps.cohorts.cohort({ ...OCTOBER, timeZone: "UTC" });
  const answer = await readMetrics(deps, { period: OCTOBER, timeZone: "UTC", clv: deps.clv, currency: null });
  if (answer.kind !== "report") throw new Error(answer.kind);
  const turned = await deps.wonAndLost.within(WEEK);
  return {
    ...{ now, before, earlier, stakes, cohort, turned },
    valueAtRisk: valueAtRisk(idsOf(now), stakes),
    bridge: valueBridge({ high: idsOf(before), stakes: stakesBefore }, { high: idsOf(now), stakes }, risks),
    retention: retentionOf(cohort),
    metric: (key: string) => answer.report.metrics.find((one) => one.key === key)?.value ?? null,
    nudges: await deps.riskList.nudgeOutcomes(
      new Date("2026-11-16T00:00:00Z"),
      new Date("2026-11-23T00:00:00Z"),
    ),
    events: await deps.riskEvents.within(WEEK, TRACED_NOW),
    names: new Map(
      await namesOf(
        deps,
        points.map(({ customerId }) => customerId),
      ),
    ),
    yearMoney: await yearMoneyOf(
      deps,
      turned.map(({ customerId }) => customerId),
    ),
  };
}

export type DigestFacts = Awaited<ReturnType<typeof digestFacts>>;

async function namesOf(deps: Deps, ids: readonly number[]): Promise<[string, number][]> {
  const known = await deps.facts.read(["owner"], ids, TRACED_NOW);
  return [...known].map(([id, { customer }]) => [customer.name, id]);
}

/** What those who turned brought in a year, as they stood before the week. */
async function yearMoneyOf(deps: Deps, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const moment = valuePeriod(new Date("2026-11-16T00:00:00Z"), "UTC");
  const valuation = await worthValuation(deps, moment);
  const found = new Map<number, number>();
  await deps.worth.among(moment, ids, (facts) => {
    found.set(facts.history.customerId, yearsRevenue(facts, valuation).minor);
  });
  return found;
}
