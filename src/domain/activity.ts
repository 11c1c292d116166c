export const ACTIVITY_KINDS = ["order", "delivery", "usage", "payment", "payment_failed", "refund"] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/**
 * What a customer did or received. `amountMinor` is never negative: the kind gives its direction, so a refund of
 * 5.00 is 500. An order with an amount above zero is a purchase; one without (a sample, a correction) is not.
 */
export type Activity = {
  readonly source: string;
  readonly externalId: string;
  readonly kind: ActivityKind;
  readonly at: Date;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly category: string | null;
  readonly quantity: number | null;
  /** The document the row belongs to, e.g. the invoice of an order line. */
  readonly document: string | null;
  readonly note: string | null;
};
