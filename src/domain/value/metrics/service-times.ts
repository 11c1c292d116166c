import { phrase } from "../../phrase.ts";
import { type Metric, type MetricContext, metric, noMetric } from "./metric.ts";
import { quantile } from "./quantile.ts";

/** The tickets opened in a period, as they stood at its end or now, whichever is earlier. */
export type TicketTimes = {
  readonly opened: number;
  /** Minutes from opening to the first reply, of those replied to; in any order. */
  readonly firstReplyMinutes: readonly number[];
  /** Minutes from opening to the solution, of those solved. */
  readonly resolutionMinutes: readonly number[];
};

export const SHARES = [
  { suffix: "median", share: 0.5 },
  { suffix: "p90", share: 0.9 },
] as const;

/** First-reply and resolution time, median and ninth decile, in hours on the clock: nights and weekends count. */
export function serviceTimeMetrics(context: MetricContext, times: TicketTimes): Metric[] {
  return [
    ...timeMetrics(context, times, {
      key: "first-reply-time",
      minutes: times.firstReplyMinutes,
    }),
    ...timeMetrics(context, times, {
      key: "resolution-time",
      minutes: times.resolutionMinutes,
    }),
  ];
}

type Clocked = {
  readonly key: "first-reply-time" | "resolution-time";
  readonly minutes: readonly number[];
};

function timeMetrics(context: MetricContext, { opened }: TicketTimes, { key, minutes }: Clocked): Metric[] {
  const waiting = opened - minutes.length;
  const because = opened === 0 ? phrase("metric.none.tickets") : phrase(`metric.${key}.none`, { opened });
  return SHARES.map(({ suffix, share }) => {
    const value = quantile(minutes, share);
    const given = {
      key: `${key}-${suffix}`,
      name: phrase(`metric.${key}-${suffix}.name`),
      unit: "hours" as const,
      formula: phrase(`metric.${key}.formula`),
      denominator: { what: phrase(`metric.of.${key}`), count: minutes.length },
      note: waiting === 0 ? null : phrase(`metric.${key}.note`, { waiting, opened }),
    };
    return value === null
      ? noMetric(context, { ...given, because })
      : metric(context, { ...given, value: value / 60 });
  });
}
