import { addDays, type Day } from "../calendar.ts";

/** Days in a row on which nobody was scored. `off`: the bot did not run. `failed`: it gave up. `not-yet`: it may still be done. */
export type DaysNotScored = {
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly because: "off" | "failed" | "not-yet";
};

/** What became of the scoring of a day. */
export type ScoringOfDay = {
  readonly day: Day;
  readonly status: "running" | "done" | "skipped" | "failed";
  /** Nobody tries again. */
  readonly isLast: boolean;
};

type Span = { readonly firstDay: Day; readonly lastDay: Day };

/**
 * The days on which nobody was scored, in order, alike ones in a row together.
 * @param days the first and the last that are told of, both included
 * @param missed days on which nothing ran at all
 */
export function daysNotScored(
  days: { readonly fromDay: Day; readonly toDay: Day },
  scorings: readonly ScoringOfDay[],
  missed: readonly Span[],
): DaysNotScored[] {
  const spans: DaysNotScored[] = [];
  for (let day = days.fromDay; day <= days.toDay; day = addDays(day, 1)) {
    const because = whyNotScored(day, scorings, missed);
    if (because === null) continue;
    const before = spans.at(-1);
    const goesOn = before?.because === because && addDays(before.toDay, 1) === day;
    const fromDay = goesOn ? before.fromDay : day;
    if (goesOn) spans.pop();
    spans.push({ fromDay, toDay: day, because });
  }
  return spans;
}

function whyNotScored(
  day: Day,
  scorings: readonly ScoringOfDay[],
  missed: readonly Span[],
): DaysNotScored["because"] | null {
  const scoring = scorings.find((one) => one.day === day);
  if (scoring !== undefined) {
    if (scoring.status === "done" || scoring.status === "skipped") return null;
    return scoring.status === "failed" && scoring.isLast ? "failed" : "not-yet";
  }
  return missed.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay) ? "off" : null;
}
