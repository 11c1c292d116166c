import type { Day } from "../../calendar.ts";
import type { Money } from "../../money.ts";
import { phrase } from "../../phrase.ts";
import { customerSpans, customerTurn } from "../customer-days.ts";
import type { CustomerHistory, RevenueAdjustment } from "../customer-history.ts";
import { hasPriceOn, type PricedPiece, pieceMinor, pricedPieces } from "../customer-revenue.ts";
import { convertedParts, type Rates, tracedRate } from "./converted-parts.ts";
import { NOTHING_TOLD, type TraceRow } from "./trace.ts";

type Days = { readonly fromDay: Day; readonly toDay: Day };

/** An order or a refund on its booked day, as its system names it. */
export type Payment = {
  readonly id: string;
  readonly kind: "order" | "refund";
  /** The day on which it counts. */
  readonly day: Day;
  /** The day on which it happened. */
  readonly happenedOn: Day;
  readonly money: Money;
};

/** A row before it is converted; `minor` is in its own currency, null where it is not counted. */
type Part = Omit<TraceRow, "amount" | "rate"> & { readonly minor: number | null; readonly currency: string };

/**
 * What one customer's revenue of some days is made of; the rows add up to `convertedRevenue`.
 * @param payments every order and refund of those days
 * @throws MissingRateError
 */
export function revenueRows(
  history: CustomerHistory,
  days: Days,
  payments: readonly Payment[],
  by: Rates,
): TraceRow[] {
  const customer = customerOf(history);
  const parts: Part[] = [
    ...pricedPieces(history.contracts, days).map(contractPart),
    ...payments.map((payment) => paymentPart(history, payment)),
    ...history.adjustments
      .filter(({ bookedOn }) => bookedOn >= days.fromDay && bookedOn <= days.toDay)
      .map(adjustmentPart),
  ];
  const currencies = [...new Set(parts.map(({ currency }) => currency))].sort();
  return currencies.flatMap((currency) => {
    const own = parts.filter((part) => part.currency === currency);
    const rate = tracedRate(currency, by);
    const amounts = convertedParts(
      own.map(({ minor }) => minor ?? 0),
      currency,
      by,
    );
    return own.map(({ minor, currency: _, ...row }, index) => ({
      ...row,
      customer,
      rate,
      amount: minor === null ? null : (amounts[index] ?? 0),
    }));
  });
}

const customerOf = ({ customerId, externalId, name }: CustomerHistory) => ({ customerId, externalId, name });

function contractPart(piece: PricedPiece): Part {
  const { fromDay, toDay, monthly } = piece;
  return {
    ...NOTHING_TOLD,
    kind: "contract",
    what: phrase("trace.contract", { monthly }),
    ...{ fromDay, toDay, original: monthly },
    ...{ minor: pieceMinor(piece), currency: monthly.currency },
  };
}

function paymentPart({ contracts }: CustomerHistory, { id, kind, day, happenedOn, money }: Payment): Part {
  const isCounted = kind === "refund" || !hasPriceOn(contracts, day);
  const told = day === happenedOn ? "" : ".told-late";
  return {
    ...NOTHING_TOLD,
    ...{ kind, id, fromDay: day, toDay: day, original: money, currency: money.currency },
    what: phrase(`trace.${kind}${told}`, { happenedOn: { day: happenedOn } }),
    share: isCounted ? null : phrase("trace.order.not-counted"),
    minor: isCounted ? (kind === "refund" ? -money.minor : money.minor) : null,
  };
}

function adjustmentPart({ id, bookedOn, fromDay, toDay, amount, why }: RevenueAdjustment): Part {
  return {
    ...NOTHING_TOLD,
    ...{ kind: "adjustment", id: String(id), fromDay: bookedOn, toDay: bookedOn, original: amount },
    what: phrase(`trace.adjustment.${why}`, { from: { day: fromDay }, to: { day: toDay } }),
    ...{ minor: amount.minor, currency: amount.currency },
  };
}

/** What winning those cost who became customers on some days, one row each; none where it is not known. */
export function acquisitionRows(history: CustomerHistory, days: Days, by: Rates): TraceRow[] {
  const { acquisitionCost } = history.file;
  const spans = customerSpans(history);
  if (acquisitionCost === null || !customerTurn(spans, days).joined) return [];
  const [first] = spans;
  const { minor, currency } = acquisitionCost;
  return [
    {
      ...NOTHING_TOLD,
      kind: "acquisition",
      what: phrase("trace.acquisition"),
      customer: customerOf(history),
      ...{ fromDay: first?.firstDay ?? null, toDay: first?.firstDay ?? null, original: acquisitionCost },
      rate: tracedRate(currency, by),
      amount: convertedParts([minor], currency, by)[0] ?? 0,
    },
  ];
}
