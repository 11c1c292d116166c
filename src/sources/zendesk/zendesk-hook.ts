import { z } from "zod";
import { genuine, isOfNow, isSignedBy, jsonOf, refused } from "../pull/signature.ts";
import type { SourceHook } from "../pull/source-hook.ts";

/** `X-Zendesk-Webhook-Signature`: Base64, of the time as its own header states it and the body. */
export const zendeskHook: SourceHook = {
  secret: "ZENDESK_WEBHOOK_SECRET",
  headers: [],
  check({ headers, body, secret, now }) {
    const given = headers["x-zendesk-webhook-signature"];
    const time = headers["x-zendesk-webhook-signature-timestamp"];
    if (!given || !time) return refused("unsigned");
    const signature = { algorithm: "sha256", encoding: "base64", secret, signed: [time, body] } as const;
    if (!isSignedBy(signature, given)) return refused("wrong-signature");
    // Of a trigger the body may be the same each time: the moment tells two apart.
    return isOfNow(Date.parse(time), now) ? genuine(time, body) : refused("wrong-time");
  },
  tells: "changes",
  // Incremental exports leave the last minute out.
  visibleAfterMs: 90_000,
  streamsIn({ body }) {
    const event = EVENT.safeParse(body.length === 0 ? {} : jsonOf(body));
    const of = /^zen:event-type:(\w+)\./.exec(event.data?.type ?? "")?.[1];
    // Triggers and automations run on tickets, and say what their author wrote.
    return STREAMS.get(of ?? "ticket") ?? [];
  },
};

const EVENT = z.looseObject({ type: z.string().optional() });
/** By what a delivery says, in which anything may stand: a name like `constructor` finds nothing. */
const STREAMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    organization: ["organizations"],
    user: ["users"],
    ticket: ["tickets", "satisfaction ratings"],
  }),
);
