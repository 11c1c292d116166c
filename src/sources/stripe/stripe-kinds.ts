import { DECIMAL, ISO, streamKinds } from "../pull/stream-kinds.ts";

export const customerKinds = streamKinds({
  rows: "customers",
  facts: {
    external_id: "id",
    name: { first_of: ["name", "description", "email", "id"] },
    currency: "currency",
    country: "address.country",
  },
  attributes: ["email", "description"],
});

export const subscriptionKinds = streamKinds({
  rows: "contracts",
  facts: {
    contract: "id",
    customer: "customer",
    started_on: { column: "started_on", ...ISO },
    ended_on: { column: "ended_on", ...ISO },
    price_from: { column: "price_from", ...ISO },
    monthly_revenue: { column: "monthly", ...DECIMAL },
    currency: "currency",
  },
});

/** Ids as in the exports, so that a company may begin with a file and go on with a pull. */
export const chargeKinds = streamKinds({
  rows: "activities",
  called: "payments",
  facts: {
    external_id: "id",
    customer: "customer",
    kind: { column: "status", words: { succeeded: "order", failed: "payment_failed" } },
    at: { column: "at", ...ISO },
    amount: { column: "paid", ...DECIMAL },
    currency: "currency",
    category: "description",
    document: "invoice",
  },
});

export const refundKinds = streamKinds({
  rows: "activities",
  called: "refunds",
  facts: {
    external_id: "external_id",
    customer: "customer",
    kind: { value: "refund" },
    at: { column: "at", ...ISO },
    amount: { column: "returned", ...DECIMAL },
    currency: "currency",
    document: "invoice",
  },
});
