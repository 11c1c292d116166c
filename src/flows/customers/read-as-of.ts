import { endOfData, scoringMoment } from "../../domain/as-of.ts";
import type { Clock } from "../../domain/clock.ts";
import type { DataSpanStore } from "../../store/customers/data-span.ts";

export type ReadAsOfDeps = { readonly dataSpan: Pick<DataSpanStore, "read">; readonly clock: Clock };

/** Where training and scoring stand unless told otherwise; see docs/decisions/2026-11-22-as-of.md. */
export async function readAsOf(
  deps: ReadAsOfDeps,
): Promise<{ readonly training: Date; readonly scoring: Date }> {
  const { lastActivityAt } = await deps.dataSpan.read();
  const now = deps.clock();
  return { training: endOfData(lastActivityAt, now), scoring: scoringMoment(lastActivityAt, now) };
}
