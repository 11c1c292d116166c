import { z } from "zod";
import type { SourceConnection, SourcePage } from "../pull/source-definition.ts";
import { decimalOf } from "./stripe-amounts.ts";
import { dayOf } from "./stripe-api.ts";
import { changesPage } from "./stripe-changes.ts";

const CUSTOMER = z.looseObject({ id: z.string(), created: z.number() });

export const customersPage = (from: SourceConnection, cursor: string | null): Promise<SourcePage> =>
  changesPage(
    {
      ...{ path: "customers", query: {}, thing: CUSTOMER },
      events: ["customer.created", "customer.updated", "customer.deleted"],
      deletion: "customer.deleted",
      record: (customer) => customer,
    },
    from,
    cursor,
  );

const PRICE = z.looseObject({
  currency: z.string(),
  /** Null for prices in tiers. */
  unit_amount: z.number().nullable(),
  unit_amount_decimal: z.string().nullish(),
  recurring: z.looseObject({
    interval: z.enum(["day", "week", "month", "year"]),
    interval_count: z.number().positive(),
    usage_type: z.string().nullish(),
  }),
});
const SUBSCRIPTION = z.looseObject({
  id: z.string(),
  customer: z.string(),
  status: z.string(),
  start_date: z.number(),
  ended_at: z.number().nullish(),
  trial_end: z.number().nullish(),
  items: z.looseObject({
    data: z.array(z.looseObject({ price: PRICE, quantity: z.number().nullish() })).min(1),
  }),
  discount: z
    .looseObject({ coupon: z.looseObject({ duration: z.string(), percent_off: z.number().nullish() }) })
    .nullish(),
});
type Subscription = z.output<typeof SUBSCRIPTION>;

export const subscriptionsPage = (from: SourceConnection, cursor: string | null): Promise<SourcePage> =>
  changesPage(
    {
      ...{ path: "subscriptions", query: { status: "all" }, thing: SUBSCRIPTION },
      events: ["created", "updated", "deleted", "paused", "resumed"].map(
        (what) => `customer.subscription.${what}`,
      ),
      // It ends, and its past stays.
      deletion: null,
      record: contractOf,
    },
    from,
    cursor,
  );

/** Nothing was paid for these yet. */
const NO_CONTRACT = new Set(["incomplete", "incomplete_expired", "trialing"]);

/**
 * A subscription as a contract, from the day it is paid for. Stripe does not list former prices: the price of a listed
 * subscription counts from its beginning, one that an event brings from the day of the event.
 * @returns null for what nobody has paid for
 */
function contractOf(subscription: Subscription, at: number | null) {
  const { status, start_date, trial_end, ended_at } = subscription;
  const start = Math.max(start_date, trial_end ?? 0);
  const end = ended_at ?? null;
  if (NO_CONTRACT.has(status) || (end !== null && end <= (trial_end ?? 0))) return null;
  const priced = at === null ? start : Math.max(start, Math.min(at, end ?? at));
  const currency = subscription.items.data[0]?.price.currency ?? "";
  return {
    ...{ id: subscription.id, customer: subscription.customer, currency },
    ...{ started_on: dayOf(start), ended_on: end === null ? null : dayOf(Math.max(start, end)) },
    ...{ price_from: dayOf(priced), monthly: monthlyOf(subscription, currency) },
  };
}

/** Intervals in a month, as files of Stripe are read: a week is 12/52 of one. */
const IN_A_MONTH = { day: 365 / 12, week: 52 / 12, month: 1, year: 1 / 12 };

/**
 * What a month of all its items costs, less a discount of so many percent for good; other discounts end, or are not
 * stated here. Null where a price depends on use or on tiers, since only its invoices tell what comes of it.
 */
function monthlyOf({ items, discount }: Subscription, currency: string): string | null {
  let amount = 0;
  for (const { price, quantity } of items.data) {
    const each = Number(price.unit_amount_decimal ?? price.unit_amount ?? Number.NaN);
    const { interval, interval_count, usage_type } = price.recurring;
    if (Number.isNaN(each) || usage_type === "metered" || price.currency !== currency) return null;
    amount += (each * (quantity ?? 1) * IN_A_MONTH[interval]) / interval_count;
  }
  const { duration, percent_off } = discount?.coupon ?? {};
  const off = duration === "forever" ? (percent_off ?? 0) : 0;
  return decimalOf((amount * (100 - off)) / 100, currency);
}
