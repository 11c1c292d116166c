import { z } from "zod";
import { type Day, localTime } from "../domain/calendar.ts";
import { type ReportPeriod, reportPeriod } from "../domain/costs/report-period.ts";
import { isCurrency } from "../domain/money.ts";
import type { Phrase } from "../domain/phrase.ts";
import type { Answered, Asked } from "./tool.ts";
import { inWords, typedText } from "./untrusted-text.ts";

const LONGEST_PERIOD = 40;

/** How a report is told which days are meant. */
export const periodInput = typedText(LONGEST_PERIOD)
  .default("month")
  .describe(
    "month, quarter or year: the last complete one; this month, this quarter, this year: as far as it goes; or 2026-09, 2026-Q3, 2026.",
  );

export const currencyInput = z
  .string()
  .transform((code) => code.trim().toUpperCase())
  .refine(isCurrency, "is no currency; use a code such as EUR")
  .optional()
  .describe("Left out: the one that is used, or that most customers have.");

/** The period that is meant, where the member is; or what to write instead. */
export function periodOf(
  typed: string,
  { now, reader, say }: Asked,
): ReportPeriod | Answered<{ message: string }> {
  const period = reportPeriod(typed, localTime(now, reader.timeZone).day);
  if (period !== null) return period;
  return {
    outcome: "wrong input",
    customerId: null,
    isRefused: true,
    body: { message: say("mcp.period.unknown") },
  };
}

/** Which days a report is about, and who counts as a customer in it. */
export const reportMessage = (
  report: {
    readonly name: Phrase;
    readonly fromDay: Day;
    readonly toDay: Day;
    readonly activityWindowDays: number;
  },
  { say }: Asked,
): string =>
  say("mcp.report.told", {
    period: report.name,
    from: { day: report.fromDay },
    to: { day: report.toDay },
    window: report.activityWindowDays,
  });

/** Up to which day customers' activity is known. */
export function freshness(dataUpTo: Date | null, { say }: Asked): string {
  if (dataUpTo === null) return say("card.no-activity");
  return say("card.data", { day: { day: dataUpTo.toISOString().slice(0, 10) } });
}

/** There is no report, and why. */
export const noReport = (because: Phrase, { say, locale }: Asked) => ({
  outcome: "no answer",
  customerId: null,
  isRefused: true as const,
  body: { message: say("mcp.report.none"), notes: [inWords(because, locale)] },
});
