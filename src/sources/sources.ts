import { helpdeskSource } from "./helpdesk/helpdesk-source.ts";
import { hubspotSource } from "./hubspot/hubspot-source.ts";
import type { PullableSource } from "./pull/systems.ts";
import { shopifySource } from "./shopify/shopify-source.ts";
import { sqlSource } from "./sql/sql-source.ts";
import { stripeSource } from "./stripe/stripe-source.ts";
import { zendeskSource } from "./zendesk/zendesk-source.ts";

/** The systems that can be pulled from; one more is a line here. */
const ALL: readonly PullableSource[] = [
  sqlSource,
  zendeskSource,
  stripeSource,
  hubspotSource,
  shopifySource,
  helpdeskSource,
];

export const SOURCES: Readonly<Record<string, PullableSource>> = Object.fromEntries(
  ALL.map((source) => [source.name, source]),
);
