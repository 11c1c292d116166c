import type { EntityJson } from "../../src/sandbox/page-protocol.ts";

/** What a link to a customer is unfurled to. */
export const CARD: EntityJson = {
  entity_type: "slack#/entities/item",
  url: "https://crm.example/c/7",
  app_unfurl_url: "https://crm.example/c/7?from=slack",
  external_ref: { id: "7", type: "customer" },
  entity_payload: {
    attributes: { title: { text: "Acme" }, display_type: "Customer", product_name: "Mainstay" },
    custom_fields: [{ key: "risk", label: "Risk", type: "string", value: "62 %" }],
    actions: { primary_actions: [{ text: "Log a touch", action_id: "log", value: "7" }] },
  },
};
