import { z } from "zod";
import { readCursor } from "../pull/expect-shape.ts";
import type { SourceConnection, SourcePage } from "../pull/source-definition.ts";
import { decimalOf } from "./stripe-amounts.ts";
import { askStripe, momentOf, SECONDS_AGAIN, secondsOf } from "./stripe-api.ts";

/** Seconds since 1970; `open` is when the oldest was made that is not settled yet. */
const PLACE = z.object({
  since: z.number(),
  began: z.number(),
  after: z.string().nullable(),
  open: z.number().nullable(),
});
/** A bank debit takes two weeks at most; what is open for longer is not waited for. */
const LONGEST_OPEN_SECONDS = 30 * 86_400;

type Dated = { readonly id: string; readonly created: number };
type DatedList<Thing> = {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly thing: z.ZodType<Thing>;
  /** Whether what becomes of it is not known yet. */
  isOpen(thing: Thing): boolean;
  record(thing: Thing): Record<string, unknown> | null;
};

/** Things that do not change once they are settled: the next pull begins with the oldest that is open. */
async function datedPage<Thing extends Dated>(
  { path, query, thing, isOpen, record }: DatedList<Thing>,
  from: SourceConnection,
  cursor: string | null,
): Promise<SourcePage> {
  const now = secondsOf(from.now);
  const left = readCursor(PLACE, cursor) ?? { since: 0, began: now, after: null, open: null };
  const place = left.after === null ? { ...left, began: now, open: null } : left;
  const asked = { ...query, "created[gte]": String(place.since) };
  const page = place.after === null ? asked : { ...asked, starting_after: place.after };
  const { data, has_more } = await askStripe(from, path, page, thing);
  const waiting = data.filter(isOpen).map(({ created }) => created);
  const open = [...waiting, place.open ?? Number.POSITIVE_INFINITY].reduce((a, b) => Math.min(a, b));
  const after = has_more ? (data.at(-1)?.id ?? null) : null;
  const since = Math.max(Math.min(place.began - SECONDS_AGAIN, open), place.began - LONGEST_OPEN_SECONDS);
  const next =
    after === null
      ? { ...place, since, after, open: null }
      : { ...place, after, open: Number.isFinite(open) ? open : null };
  return {
    records: data.filter((each) => !isOpen(each)).flatMap((each) => record(each) ?? []),
    deleted: [],
    cursor: JSON.stringify(next),
    more: after !== null,
  };
}

const CHARGE = z.looseObject({
  id: z.string(),
  created: z.number(),
  amount: z.number(),
  amount_captured: z.number(),
  captured: z.boolean(),
  currency: z.string(),
  customer: z.string().nullable(),
  status: z.enum(["succeeded", "pending", "failed"]),
});

/** Payments, and those that failed. Without a customer at Stripe there is nobody they belong to. */
export const chargesPage = (from: SourceConnection, cursor: string | null): Promise<SourcePage> =>
  datedPage(
    {
      ...{ path: "charges", query: {}, thing: CHARGE },
      // Money that is only reserved may never be taken.
      isOpen: ({ status, captured }) => status === "pending" || (status === "succeeded" && !captured),
      record: (charge) =>
        charge.customer === null
          ? null
          : {
              ...charge,
              at: momentOf(charge.created),
              paid: decimalOf(
                charge.status === "failed" ? charge.amount : charge.amount_captured,
                charge.currency,
              ),
            },
    },
    from,
    cursor,
  );

const REFUND = z.looseObject({
  id: z.string(),
  created: z.number(),
  amount: z.number(),
  currency: z.string(),
  status: z.string().nullable(),
  charge: z
    .looseObject({
      id: z.string(),
      customer: z.string().nullable(),
      invoice: z.string().nullish(),
      refunds: z
        .looseObject({
          data: z.array(z.looseObject({ id: z.string(), created: z.number() })),
          has_more: z.boolean(),
        })
        .nullish(),
    })
    .nullable(),
});
type Refund = z.output<typeof REFUND>;

/** What went back, on the day it did. */
export const refundsPage = (from: SourceConnection, cursor: string | null): Promise<SourcePage> =>
  datedPage(
    {
      path: "refunds",
      query: { "expand[0]": "data.charge", "expand[1]": "data.charge.refunds" },
      thing: REFUND,
      isOpen: ({ status }) => status === "pending" || status === "requires_action",
      record: refundRecord,
    },
    from,
    cursor,
  );

function refundRecord(refund: Refund): Record<string, unknown> | null {
  const { charge, status } = refund;
  if (charge === null || charge.customer === null || status !== "succeeded") return null;
  return {
    external_id: isFirst(refund, charge) ? `${charge.id}-refund` : refund.id,
    customer: charge.customer,
    at: momentOf(refund.created),
    returned: decimalOf(refund.amount, refund.currency),
    currency: refund.currency,
    invoice: charge.invoice ?? null,
  };
}

/** The exports know one refund a charge, called after it: the first takes its place, so that none counts twice. */
function isFirst({ id }: Refund, { refunds }: NonNullable<Refund["charge"]>): boolean {
  if (!refunds || refunds.has_more) return false;
  const earliest = [...refunds.data].sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1))[0];
  return earliest?.id === id;
}
