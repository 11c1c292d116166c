import { fxiaokeSource } from "./fxiaoke/fxiaoke-source.ts";
import { helpdeskSource } from "./helpdesk/helpdesk-source.ts";
import { hubspotSource } from "./hubspot/hubspot-source.ts";
import { intercomSource } from "./intercom/intercom-source.ts";
import { pipedriveSource } from "./pipedrive/pipedrive-source.ts";
import type { PullableSource } from "./pull/systems.ts";
import { salesforceSource } from "./salesforce/salesforce-source.ts";
import { shopifySource } from "./shopify/shopify-source.ts";
import { sqlSource } from "./sql/sql-source.ts";
import { stripeSource } from "./stripe/stripe-source.ts";
import { zendeskSource } from "./zendesk/zendesk-source.ts";
import { zohoSource } from "./zoho/zoho-source.ts";

/** The systems that can be pulled from; one more is a line here. */
const ALL: readonly PullableSource[] = [
  sqlSource,
  zendeskSource,
  stripeSource,
  hubspotSource,
  shopifySource,
  helpdeskSource,
  ...[zohoSource, fxiaokeSource, salesforceSource, intercomSource, pipedriveSource],
];

export const SOURCES: Readonly<Record<string, PullableSource>> = Object.fromEntries(
  ALL.map((source) => [source.name, source]),
);
