import type { Day } from "../../domain/calendar.ts";
import type { RevenueAdjustment } from "../../domain/figures/customer-history.ts";
import { type CustomerRevenue, customerRevenue } from "../../domain/figures/customer-revenue.ts";
import { json, nullable, text } from "../database/column-kinds.ts";
import {
  amountsFrom,
  contractsFrom,
  type PackedContract,
  type PackedDay,
} from "../figures/customer-histories.ts";
import { factReader } from "./fact-reader.ts";

/**
 * Net revenue of the 365 days up to today, as every report counts it, per currency: the customer's own first, then by
 * code. 5,000 yen are not more than 900 euros. Unlike a report's days today is in it, as far as it has come: a card shows
 * the order of this morning.
 */
export const revenue12Months = factReader({
  key: "revenue12Months",
  sql: `
    SELECT to_char(d.from_day, 'YYYY-MM-DD') AS from_day, to_char(d.to_day, 'YYYY-MM-DD') AS to_day,
      trim(c.currency) AS own_currency, (
      SELECT json_agg(json_build_array(k.started_on, k.ended_on, k.continues, (
        SELECT json_agg(json_build_array(p.from_day, p.monthly_minor, p.currency) ORDER BY p.from_day)
        FROM contract_prices p WHERE p.contract_id = k.id AND p.from_day <= d.to_day
      ))) FROM contracts k WHERE k.customer_id = c.id AND k.started_on <= d.to_day
    ) AS contracts, (
      SELECT json_agg(json_build_array(day, currency, ordered, refunded, NULL)) FROM (
        SELECT COALESCE(booked_on, (at AT TIME ZONE :timeZone::text)::date) AS day, currency,
          COALESCE(sum(amount_minor) FILTER (WHERE kind = 'order'), 0) AS ordered,
          COALESCE(sum(amount_minor) FILTER (WHERE kind = 'refund'), 0) AS refunded
        FROM activities
        WHERE customer_id = c.id AND kind IN ('order', 'refund') AND amount_minor > 0 AND currency IS NOT NULL
          AND at < :now::timestamptz AND (booked_on IS NOT NULL OR at >= :now - interval '366 days')
        GROUP BY 1, 2
      ) paid WHERE day BETWEEN d.from_day AND d.to_day
    ) AS days, (
      SELECT json_agg(json_build_object('bookedOn', booked_on, 'amount', json_build_object('minor', amount_minor,
        'currency', currency)))
      FROM revenue_adjustments WHERE customer_id = c.id AND booked_on BETWEEN d.from_day AND d.to_day
    ) AS adjustments
    FROM (
      SELECT today - 364 AS from_day, today AS to_day FROM (SELECT (:now AT TIME ZONE :timeZone)::date AS today) now
    ) d`,
  row: {
    from_day: text,
    to_day: text,
    own_currency: nullable(text),
    contracts: nullable(json<PackedContract[]>()),
    days: nullable(json<PackedDay[]>()),
    adjustments: nullable(json<Pick<RevenueAdjustment, "bookedOn" | "amount">[]>()),
  },
  otherwise: [],
  from: (row) =>
    revenueOf(row)
      .sort((a, b) => Number(b.currency === row.own_currency) - Number(a.currency === row.own_currency))
      .map(({ netMinor, currency }) => ({ minor: netMinor, currency })),
});

type Packed = {
  readonly from_day: Day;
  readonly to_day: Day;
  readonly contracts: readonly PackedContract[] | null;
  readonly days: readonly PackedDay[] | null;
  readonly adjustments: readonly Pick<RevenueAdjustment, "bookedOn" | "amount">[] | null;
};

/** Without currencies in which nothing came or went. */
function revenueOf({
  from_day: fromDay,
  to_day: toDay,
  contracts,
  days,
  adjustments,
}: Packed): CustomerRevenue[] {
  const paid = {
    contracts: contractsFrom(contracts),
    amounts: (days ?? []).flatMap(amountsFrom),
    adjustments: adjustments ?? [],
  };
  return customerRevenue(paid, { fromDay, toDay }).filter(
    ({ contractsMinor, ordersMinor, refundsMinor, adjustmentsMinor }) =>
      contractsMinor !== 0 || ordersMinor !== 0 || refundsMinor !== 0 || adjustmentsMinor !== 0,
  );
}
