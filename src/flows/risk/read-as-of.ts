import { endOfData, reportsMoment, scoringMoment } from "../../domain/as-of.ts";
import type { Clock } from "../../domain/clock.ts";
import { usualGapDays } from "../../domain/risk/scores/stale-source.ts";
import type { DataSpanStore } from "../../store/customers/data-span.ts";
import type { SourceDayStore } from "../../store/risk/source-days.ts";

export type ReadAsOfDeps = {
  readonly dataSpan: Pick<DataSpanStore, "read">;
  readonly sourceDays: Pick<SourceDayStore, "histories">;
  readonly clock: Clock;
  readonly timeZone: string;
};

/** Where each stands unless told otherwise. */
export type AsOf = {
  readonly training: Date;
  /** Customers of a source that rests are scored as of the end of its rows whatever this says. */
  readonly scoring: Date;
  /** Figures that have no such rule of their own, and previews. */
  readonly reports: Date;
};

/** See docs/decisions/2026-11-22-as-of.md. */
export async function readAsOf(deps: ReadAsOfDeps): Promise<AsOf> {
  const now = deps.clock();
  const { lastActivityAt } = await deps.dataSpan.read();
  const reports = reportsMoment(lastActivityAt, now, deps.timeZone);
  const hasRhythm = (await deps.sourceDays.histories(now)).some(({ days }) => usualGapDays(days) !== null);
  return {
    training: endOfData(lastActivityAt, now),
    scoring: hasRhythm ? now : scoringMoment(lastActivityAt, now),
    reports,
  };
}
