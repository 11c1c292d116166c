import { addDays, type Day } from "../calendar.ts";
import type { RiskMovement } from "./risk-movement.ts";

/** Weeks that are drawn: two months, in which a run of bad weeks shows and eight points stay readable. Chosen by the product. */
export const WEEKS_SHOWN = 8;

/** What happened in a week that can move risks, as far as it is known. */
export type WeekEvents = {
  /** Customers whose contract, or time as a customer, ended on a stated day. */
  readonly ended: number;
  /** Customers with a new price of a running contract. */
  readonly priceChanged: number;
  /** Customers who were reached after a nudge. */
  readonly reached: number;
  /** Versions of the model that began to serve. */
  readonly modelVersions: readonly number[];
};

export type RiskWeek = {
  /** The day its risks are of; its events are those of the seven days before. */
  readonly day: Day;
  /** Customers by band; null: nobody was scored in the seven days before, or no signal was found. */
  readonly customers: RiskMovement["customersAtRisk"] | null;
  readonly events: WeekEvents;
};

/** Oldest first, the last one as of the message. */
export type RiskOverTime = { readonly weeks: readonly RiskWeek[] };

/** Something that can move a risk, on its day. `count`: customers; of a model its version. */
export type DatedEvent = {
  readonly day: Day;
  readonly kind: "price-changed" | "reached" | "model";
  readonly count: number;
};

/** The seven days before a day, both included. */
export const weekBefore = (day: Day) => ({ fromDay: addDays(day, -7), toDay: addDays(day, -1) });

/** The events of the seven days before a day. @param ended customers whose time ended within them */
export function eventsOfWeek(day: Day, events: readonly DatedEvent[], ended: number): WeekEvents {
  const { fromDay, toDay } = weekBefore(day);
  const within = events.filter((event) => event.day >= fromDay && event.day <= toDay);
  const customers = (kind: DatedEvent["kind"]) =>
    within.filter((event) => event.kind === kind).reduce((sum, { count }) => sum + count, 0);
  return {
    ended,
    priceChanged: customers("price-changed"),
    reached: customers("reached"),
    modelVersions: within.filter(({ kind }) => kind === "model").map(({ count }) => count),
  };
}

/** Those that can be drawn: a line has no gaps, so a week without risks is left out and named in words. */
export const knownWeeks = ({ weeks }: RiskOverTime) =>
  weeks.flatMap((week) => (week.customers === null ? [] : [{ ...week, customers: week.customers }]));
