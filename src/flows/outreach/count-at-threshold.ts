import type { Clock } from "../../domain/clock.ts";
import { HIGH_RISK } from "../../domain/risk/bands.ts";
import { withoutFigure } from "../../domain/risk/risk-movement.ts";
import type { ScoreBasis } from "../../domain/risk/scores/score-basis.ts";
import { type ValueAtRisk, valueAtRisk } from "../../domain/value/value-at-risk.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import { type ReadStakesDeps, readStakes } from "../value/read-stakes.ts";

export type CountAtThresholdDeps = ReadStakesDeps & {
  readonly riskList: Pick<RiskListStore, "riskPoints">;
  readonly scoreBasis: ScoreBasisStore;
  readonly clock: Clock;
};

/** Who stands at a risk or above it, as of now. */
export type CountedAtThreshold = {
  readonly customers: number;
  /** Of how many who have a figure. */
  readonly scored: number;
  /** Null below high risk: nobody who stands lower is in a sum of what is at stake, on any surface. */
  readonly valueAtRisk: ValueAtRisk | null;
  readonly basis: ScoreBasis | null;
};

/** How many customers stand at a threshold or above, and what is at stake with them. @param input.threshold 0–1 */
export async function countAtThreshold(
  deps: CountAtThresholdDeps,
  { threshold }: { readonly threshold: number },
): Promise<CountedAtThreshold> {
  const now = deps.clock();
  const basis = await deps.scoreBasis.newest(now);
  const points = await deps.riskList.riskPoints(now, now);
  const told = basis?.serves === "constant" ? points.map(withoutFigure) : points;
  const scored = told.filter(({ probability }) => probability !== null);
  const ids = scored
    .filter(({ probability }) => (probability ?? 0) >= threshold)
    .map(({ customerId }) => customerId);
  const stakes = threshold < HIGH_RISK ? null : await readStakes(deps, now, ids);
  return {
    ...{ customers: ids.length, scored: scored.length, basis },
    valueAtRisk: stakes === null ? null : valueAtRisk(ids, stakes),
  };
}
