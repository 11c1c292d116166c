import { genuine, isSignedBy, refused } from "../pull/signature.ts";
import type { SourceHook } from "../pull/source-hook.ts";

/**
 * `X-Shopify-Hmac-Sha256`: Base64, of the body alone, with the app's client secret. No time is signed, nor is the id of a
 * delivery; what a second one could do is to let a list be read again.
 */
export const shopifyHook: SourceHook = {
  secret: "SHOPIFY_CLIENT_SECRET",
  headers: ["x-shopify-topic"],
  check({ headers, body, secret }) {
    const given = headers["x-shopify-hmac-sha256"];
    if (!given) return refused("unsigned");
    const signature = { algorithm: "sha256", encoding: "base64", secret, signed: [body] } as const;
    return isSignedBy(signature, given) ? genuine(body) : refused("wrong-signature");
  },
  tells: "changes",
  // Lists are searches at Shopify, whose index follows the shop within seconds.
  visibleAfterMs: 15_000,
  streamsIn: ({ headers }) => STREAMS.get((headers["x-shopify-topic"] ?? "").split("/")[0] ?? "") ?? [],
};

/** By what a delivery says, in which anything may stand: a name like `constructor` finds nothing. */
const STREAMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    customers: ["customers"],
    orders: ["orders"],
    refunds: ["orders"],
  }),
);
