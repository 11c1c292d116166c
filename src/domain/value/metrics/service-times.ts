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

const SHARES = [
  { suffix: "median", name: "median", share: 0.5 },
  { suffix: "p90", name: "90 % within", share: 0.9 },
] as const;

/** First-reply and resolution time, median and ninth decile, in hours on the clock: nights and weekends count. */
export function serviceTimeMetrics(context: MetricContext, times: TicketTimes): Metric[] {
  return [
    ...timeMetrics(context, times, {
      key: "first-reply-time",
      name: "First-reply time",
      formula: "first reply − opening, of tickets opened in the period",
      minutes: times.firstReplyMinutes,
      unsettled: "without a reply yet",
    }),
    ...timeMetrics(context, times, {
      key: "resolution-time",
      name: "Resolution time",
      formula: "solution − opening, of tickets opened in the period",
      minutes: times.resolutionMinutes,
      unsettled: "still open",
    }),
  ];
}

type Clocked = {
  readonly key: string;
  readonly name: string;
  readonly formula: string;
  readonly minutes: readonly number[];
  readonly unsettled: string;
};

function timeMetrics(context: MetricContext, { opened }: TicketTimes, clocked: Clocked): Metric[] {
  const { minutes } = clocked;
  const waiting = opened - minutes.length;
  const because =
    opened === 0 ? "no tickets were opened in the period" : `all ${opened} are ${clocked.unsettled}`;
  return SHARES.map(({ suffix, name, share }) => {
    const value = quantile(minutes, share);
    const given = {
      key: `${clocked.key}-${suffix}`,
      name: `${clocked.name}, ${name}`,
      unit: "hours" as const,
      formula: `${clocked.formula}; hours on the clock`,
      denominator: { what: "tickets that have one", count: minutes.length },
      note: waiting === 0 ? null : `${waiting} of ${opened} ${clocked.unsettled}, not in the figure`,
    };
    return value === null
      ? noMetric(context, { ...given, because })
      : metric(context, { ...given, value: value / 60 });
  });
}
