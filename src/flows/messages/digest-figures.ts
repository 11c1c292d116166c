import type { Month } from "../../domain/calendar.ts";
import { firstDayOfMonth, lastDayOfMonth } from "../../domain/calendar.ts";
import { DIGEST_FIGURES, type DigestFigure } from "../../domain/messages/digest-figures.ts";
import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import { type ReadMetricsDeps, readMetrics } from "../value/read-metrics.ts";

export type FindDigestFiguresDeps = ReadMetricsDeps & { readonly clv: ClvParameters };

/** A month's figures of the digest, from the report that `metrics` prints of it: two reports never differ. */
export async function findDigestFigures(
  deps: FindDigestFiguresDeps,
  month: Month,
  timeZone: string,
): Promise<readonly DigestFigure[]> {
  const period = { fromDay: firstDayOfMonth(month), toDay: lastDayOfMonth(month) };
  const answer = await readMetrics(deps, { period, timeZone, clv: deps.clv, currency: null });
  if (answer.kind !== "report") return [];
  const { metrics } = answer.report;
  return DIGEST_FIGURES.flatMap((key) => {
    const found = metrics.find((one) => one.key === key);
    if (found === undefined) return [];
    const { value, because, currency } = found;
    return [{ key, value, because, currency }];
  });
}
