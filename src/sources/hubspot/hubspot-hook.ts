import { z } from "zod";
import { expectShape } from "../pull/expect-shape.ts";
import { genuine, isOfNow, isSignedBy, jsonOf, refused } from "../pull/signature.ts";
import type { SourceHook } from "../pull/source-hook.ts";

/**
 * `X-HubSpot-Signature-v3`: Base64, of the method, the address as HubSpot was given it, the body and the time in ms, with the
 * app's client secret.
 */
export const hubspotHook: SourceHook = {
  secret: "HUBSPOT_CLIENT_SECRET",
  headers: [],
  check({ headers, body, url, secret, now }) {
    const given = headers["x-hubspot-signature-v3"];
    const time = headers["x-hubspot-request-timestamp"];
    if (!given || !time) return refused("unsigned");
    if (url === null) return refused("no-address");
    const signed = ["POST", url, body, time];
    if (!isSignedBy({ algorithm: "sha256", encoding: "base64", secret, signed }, given))
      return refused("wrong-signature");
    return isOfNow(Number(time), now) ? genuine(time, body) : refused("wrong-time");
  },
  tells: "changes",
  // Searches lag behind by some minutes; a pull reads the last quarter of an hour again in any case.
  visibleAfterMs: 120_000,
  streamsIn({ body }) {
    const events = expectShape(EVENTS, jsonOf(body), "HubSpot events");
    const streams = events.flatMap((event) => STREAMS.get(kindOf(event)) ?? []);
    return [...new Set(streams)];
  },
};

const EVENT = z.looseObject({ subscriptionType: z.string(), objectTypeId: z.string().nullish() });
const EVENTS = z.array(EVENT);

/** "company.propertyChange"; of subscriptions to any object ("object.creation") the number of its type. */
function kindOf({ subscriptionType, objectTypeId }: z.output<typeof EVENT>): string {
  const [kind = ""] = subscriptionType.split(".");
  return kind === "object" ? (objectTypeId ?? "") : kind;
}

/** By what a delivery says, in which anything may stand: a name like `constructor` finds nothing. */
const STREAMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    company: "companies",
    contact: "contacts",
    deal: "deals",
    ticket: "tickets",
    "0-2": "companies",
    "0-1": "contacts",
    "0-3": "deals",
    "0-5": "tickets",
  }),
);
