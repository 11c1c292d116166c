import type { Day } from "../calendar.ts";
import type { Turn } from "../customers/won-and-lost.ts";
import type { Span } from "./customer-days.ts";
import type { CustomerHistory } from "./customer-history.ts";

type Days = { readonly fromDay: Day; readonly toDay: Day };

/** The last thing that became of one customer within some days; null: nothing. By the spans that all figures count by. */
export function turnWithin(
  history: CustomerHistory,
  spans: readonly Span[],
  days: Days,
): { readonly turn: Turn; readonly on: Day } | null {
  const within = (day: Day | null) => day !== null && day >= days.fromDay && day <= days.toDay;
  const last = spans.findLast(({ firstDay, lastDay }) => within(firstDay) || within(lastDay));
  if (last === undefined) return null;
  const { firstDay, lastDay } = last;
  if (lastDay !== null && within(lastDay))
    return { turn: isStatedEnd(history, lastDay) ? "ended" : "lapsed", on: lastDay };
  return { turn: last === spans[0] ? "started" : "came-back", on: firstDay };
}

/** The end of a contract or of the file, rather than silence. */
function isStatedEnd({ contracts, ends }: CustomerHistory, day: Day | null): boolean {
  return [...contracts, ...ends].some(({ endedOn }) => endedOn === day);
}
