import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { ALL_CUSTOMERS } from "../../domain/customers/money-read.ts";
import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";
import { type MetricsAnswer, type ReadMetricsDeps, readMetrics } from "./read-metrics.ts";

export type ShowMetricsDeps = ReadMetricsDeps &
  NoteMoneyReadDeps & {
    readonly clock: Clock;
    readonly clv: ClvParameters;
    /** Whose days a period's are. */
    readonly timeZone: string;
  };

/** Every metric of a period, for a member: that they see the amounts of all customers is noted. */
export async function showMetrics(
  deps: ShowMetricsDeps,
  request: {
    readonly reader: Pick<Member, "slackUserId">;
    readonly period: Period;
    /** Null: the currency that most customers have. */
    readonly currency: string | null;
  },
): Promise<MetricsAnswer> {
  const { reader, period, currency } = request;
  const { clv, timeZone } = deps;
  await noteMoneyRead(deps, { reader, surface: "metrics", customerIds: [ALL_CUSTOMERS], at: deps.clock() });
  return readMetrics(deps, { period, currency, clv, timeZone });
}
