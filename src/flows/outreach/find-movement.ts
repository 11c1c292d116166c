import { daysAfter } from "../../domain/clock.ts";
import { MOVED_WITHIN_DAYS } from "../../domain/risk/moved-within.ts";
import { type RiskMovement, riskMovement, withoutFigure } from "../../domain/risk/risk-movement.ts";
import type { ScoreBasis } from "../../domain/risk/scores/score-basis.ts";
import type { Pause } from "../../domain/risk/scores/stale-source.ts";
import type { StoppedData } from "../../domain/risk/scores/stopped-data.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import {
  type FindRestingSourcesDeps,
  findPauses,
  findRestingSources,
} from "../risk/scoring/find-resting-sources.ts";

export type FindMovementDeps = FindRestingSourcesDeps & {
  readonly riskList: Pick<RiskListStore, "riskPoints">;
  readonly scoreBasis: ScoreBasisStore;
};

/** How risks moved within seven days, and what stands in the way of telling so. */
export type FoundMovement = {
  readonly moved: RiskMovement;
  /** Everybody who is a customer, with their risk, 0–1; null: none. */
  readonly risks: ReadonlyMap<number, number | null>;
  readonly basis: ScoreBasis | null;
  readonly stopped: StoppedData | null;
  readonly resumed: readonly Pause[];
  /** Sources whose customers are not told of: their data have stopped, or came again within the days. */
  readonly restless: ReadonlySet<string>;
};

/** Chosen: a score that is a further week older than a week tells of a pause, not of the week. */
const COMPARED_WITHIN_DAYS = 7;

/** Who is at high risk as of a moment, and whose risk moved in the seven days before it. */
export async function findMovement(deps: FindMovementDeps, now: Date): Promise<FoundMovement> {
  const basis = await deps.scoreBasis.newest(now);
  const weekAgo = daysAfter(now, -MOVED_WITHIN_DAYS);
  const points = await deps.riskList.riskPoints(now, weekAgo);
  const { stopped } = await findRestingSources(deps, now);
  const resumed = await findPauses(deps, weekAgo, now);
  const restless = new Set([...(stopped?.sources ?? []), ...resumed].map(({ source }) => source));
  const told = basis?.serves === "constant" ? points.map(withoutFigure) : points;
  const moved = riskMovement(told, {
    sources: restless,
    comparedFrom: daysAfter(weekAgo, -COMPARED_WITHIN_DAYS),
  });
  const risks = new Map(told.map(({ customerId, probability }) => [customerId, probability]));
  return { moved, risks, basis, stopped, resumed, restless };
}
