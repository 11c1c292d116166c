import { z } from "zod";
import type { SourceDefinition } from "../pull/source-definition.ts";
import { stripeHook } from "./stripe-hook.ts";
import { chargeKinds, customerKinds, refundKinds, subscriptionKinds } from "./stripe-kinds.ts";
import { chargesPage, refundsPage } from "./stripe-payments.ts";
import { customersPage, subscriptionsPage } from "./stripe-subscriptions.ts";

/**
 * Stripe with a restricted key that may only read. A failed attempt to pay an invoice is a failed charge. Invoices that
 * were paid outside of Stripe leave no charge, and do not come in.
 */
export const stripeSource: SourceDefinition = {
  name: "stripe",
  title: "Stripe",
  settings: z.strictObject({}),
  secrets: ["STRIPE_API_KEY"],
  scopes: ["customers: read", "subscriptions: read", "charges and refunds: read", "events: read"],
  hook: stripeHook,
  streams: [
    { name: "customers", kinds: customerKinds, page: customersPage },
    { name: "subscriptions", kinds: subscriptionKinds, page: subscriptionsPage },
    { name: "charges", kinds: chargeKinds, page: chargesPage },
    { name: "refunds", kinds: refundKinds, page: refundsPage },
  ],
};
