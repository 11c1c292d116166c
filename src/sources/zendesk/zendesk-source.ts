import { z } from "zod";
import type { SourceDefinition } from "../pull/source-definition.ts";
import { zendeskHook } from "./zendesk-hook.ts";
import { organizationKinds, ratingKinds, ticketKinds, userKinds } from "./zendesk-kinds.ts";
import { ratingsPage } from "./zendesk-ratings.ts";
import { organizationsPage, ticketsPage, usersPage } from "./zendesk-streams.ts";
import { zendeskWriteBack } from "./zendesk-write-back.ts";

/**
 * Zendesk Support by its incremental exports, with an administrator's API token. Satisfaction ratings are those of the
 * older survey ("good" or "bad"); answers of the newer one are not read.
 */
export const zendeskSource: SourceDefinition = {
  name: "zendesk",
  title: "Zendesk",
  settings: z.strictObject({
    /** Of acme.zendesk.com: "acme". */
    subdomain: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    /** Whose token it is. */
    email: z.string().regex(/^[^\s@/]+@[^\s@/]+$/),
  }),
  secrets: ["ZENDESK_TOKEN"],
  scopes: ["tickets:read", "users:read", "organizations:read", "satisfaction_ratings:read"],
  hook: zendeskHook,
  writeBack: zendeskWriteBack,
  streams: [
    { name: "organizations", kinds: organizationKinds, page: organizationsPage },
    { name: "users", kinds: userKinds, page: usersPage },
    { name: "tickets", kinds: ticketKinds, page: ticketsPage },
    { name: "satisfaction ratings", kinds: ratingKinds, page: ratingsPage },
  ],
};
