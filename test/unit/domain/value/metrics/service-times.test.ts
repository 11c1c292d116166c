import { describe, expect, it } from "vitest";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { quantile } from "../../../../../src/domain/value/metrics/quantile.ts";
import { serviceTimeMetrics } from "../../../../../src/domain/value/metrics/service-times.ts";

const context = { period: { fromDay: "2026-07-01", toDay: "2026-09-30" }, dataUpTo: null };
const byKey = (times: Parameters<typeof serviceTimeMetrics>[1]) =>
  Object.fromEntries(serviceTimeMetrics(context, times).map((metric) => [metric.key, metric]));

describe("service times", () => {
  it("are the median and the ninth decile in hours on the clock", () => {
    const minutes = [60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 660];
    const metrics = byKey({ opened: 12, firstReplyMinutes: minutes, resolutionMinutes: [90] });
    expect(metrics["first-reply-time-median"]).toMatchObject({ value: 6, denominator: { count: 11 } });
    expect(metrics["first-reply-time-p90"]).toMatchObject({ value: 10 });
    expect(metrics["resolution-time-median"]).toMatchObject({ value: 1.5 });
    expect(metrics["resolution-time-median"]?.note).toEqual(
      phrase("metric.resolution-time.note", { waiting: 11, opened: 12 }),
    );
    expect(metrics["first-reply-time-median"]?.formula).toEqual(phrase("metric.first-reply-time.formula"));
  });

  it("lie between two values by linear interpolation, in any order", () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1, 2], 0.9)).toBeCloseTo(1.9, 12);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });

  it("are n/a without tickets, and where all are still waiting", () => {
    const none = byKey({ opened: 0, firstReplyMinutes: [], resolutionMinutes: [] });
    expect(none["resolution-time-p90"]).toMatchObject({ because: phrase("metric.none.tickets") });
    const waiting = byKey({ opened: 3, firstReplyMinutes: [1, 2, 3], resolutionMinutes: [] });
    expect(waiting["resolution-time-median"]).toMatchObject({
      value: null,
      because: phrase("metric.resolution-time.none", { opened: 3 }),
    });
  });
});
