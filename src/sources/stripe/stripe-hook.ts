import { z } from "zod";
import { expectShape } from "../pull/expect-shape.ts";
import { genuine, isOfNow, isSignedBy, jsonOf, refused } from "../pull/signature.ts";
import type { HookCheck, HookRequest, SourceHook } from "../pull/source-hook.ts";

/** `Stripe-Signature: t=1492774577,v1=5257a8…`: hexadecimal, of the time and the body; several `v1` while a secret is rolled. */
export const stripeHook: SourceHook = {
  secret: "STRIPE_WEBHOOK_SECRET",
  headers: [],
  check,
  tells: "changes",
  visibleAfterMs: 0,
  streamsIn: ({ body }) => streamsOf(expectShape(EVENT, jsonOf(body), "Stripe event").type),
};

const EVENT = z.looseObject({ id: z.string(), type: z.string() });

function check({ headers, body, secret, now }: HookRequest): HookCheck {
  const parts = (headers["stripe-signature"] ?? "").split(",").map((part) => part.trim().split("="));
  const time = parts.find(([name]) => name === "t")?.[1] ?? "";
  const signatures = parts.flatMap(([name, value]) => (name === "v1" && value ? [value] : []));
  if (signatures.length === 0 || !/^\d+$/.test(time)) return refused("unsigned");
  const signed = { algorithm: "sha256", encoding: "hex", secret, signed: [`${time}.`, body] } as const;
  if (!signatures.some((given) => isSignedBy(signed, given))) return refused("wrong-signature");
  if (!isOfNow(Number(time) * 1_000, now)) return refused("wrong-time");
  return genuine(idOf(body) ?? body);
}

/** An attempt that is repeated is signed anew, with the same id. */
function idOf(body: Buffer): string | null {
  try {
    return EVENT.parse(JSON.parse(body.toString("utf8"))).id;
  } catch {
    return null;
  }
}

/** The first that fits. */
const STREAMS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^customer\.subscription\./, "subscriptions"],
  [/^customer\.(created|updated|deleted)$/, "customers"],
  [/^(charge\.refund|refund\.)/, "refunds"],
  [/^charge\.(succeeded|failed|captured|pending|updated|expired)$/, "charges"],
];

function streamsOf(type: string): readonly string[] {
  const found = STREAMS.find(([types]) => types.test(type));
  return found === undefined ? [] : [found[1]];
}
