import type { Day } from "../../calendar.ts";
import { MissingRateError } from "../../exchange-rates.ts";
import { convertedParts, tracedRate } from "../../figures/trace/converted-parts.ts";
import { NOTHING_TOLD, type TracedCustomer, type TraceRow } from "../../figures/trace/trace.ts";
import type { Money } from "../../money.ts";
import { phrase } from "../../phrase.ts";
import type { CostRates } from "./entry-rows.ts";

/** A contact with minutes, priced by the hourly cost of whoever made it. */
export type TracedContact = {
  readonly id: number;
  readonly customer: TracedCustomer;
  readonly channel: string;
  /** Null where nobody knows who it was. */
  readonly member: string | null;
  /** The day on which it counts. */
  readonly day: Day;
  readonly minutes: number;
  /** Null where no hourly cost was in force. */
  readonly cost: Money | null;
};

/**
 * Contacts as direct labour. Those of one customer, channel and day are converted as one amount, as reports do; one without a
 * price is told, but not counted.
 */
export function contactRows(contacts: readonly TracedContact[], rates: CostRates): TraceRow[] {
  const groups = new Map<string, TracedContact[]>();
  for (const contact of contacts) {
    const { customer, channel, day, cost } = contact;
    const key = JSON.stringify([customer.customerId, channel, day, cost?.currency ?? null]);
    groups.set(key, [...(groups.get(key) ?? []), contact]);
  }
  return [...groups.values()].flatMap((group) => groupRows(group, rates));
}

function groupRows(group: readonly TracedContact[], { currency, rates }: CostRates): TraceRow[] {
  const [first] = group;
  const from = first?.cost?.currency ?? null;
  const by = { currency, rates, rateDay: first?.day ?? "" };
  const amounts = from === null ? null : convertedOrNull(group, from, by);
  return group.map(({ id, customer, member, day, minutes, cost }, index) => ({
    ...NOTHING_TOLD,
    ...{ kind: "contact", id: String(id), customer, fromDay: day, toDay: day, original: cost },
    what: phrase(member === null ? "trace.contact.by-nobody" : "trace.contact", {
      minutes,
      ...(member === null ? {} : { member }),
    }),
    rate: from === null ? null : tracedRate(from, by),
    share:
      cost === null ? phrase("trace.contact.no-price") : amounts === null ? phrase("trace.no-rate") : null,
    amount: amounts?.[index] ?? null,
  }));
}

function convertedOrNull(
  group: readonly TracedContact[],
  from: string,
  by: Parameters<typeof convertedParts>[2],
): number[] | null {
  try {
    return convertedParts(
      group.map(({ cost }) => cost?.minor ?? 0),
      from,
      by,
    );
  } catch (error) {
    if (error instanceof MissingRateError) return null;
    throw error;
  }
}
