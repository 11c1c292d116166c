import { createHmac, hash, timingSafeEqual } from "node:crypto";
import { MS_PER_MINUTE } from "../../domain/clock.ts";
import { SourceError } from "./source-definition.ts";
import type { HookCheck, HookRefusal } from "./source-hook.ts";

/** What Stripe, HubSpot and most others advise: longer than a slow network, too short to be sent again by somebody else. */
const TOLERANCE_MS = 5 * MS_PER_MINUTE;

export type Signature = {
  readonly algorithm: "sha256" | "sha1";
  readonly encoding: "hex" | "base64";
  readonly secret: string;
  /** What is signed, one behind the other. */
  readonly signed: ReadonlyArray<string | Buffer>;
};

/** Whether a signature is right, in a time that does not tell how much of it is. */
export function isSignedBy({ algorithm, encoding, secret, signed }: Signature, given: string): boolean {
  const hmac = createHmac(algorithm, secret);
  for (const part of signed) hmac.update(part);
  const [expected, found] = [Buffer.from(hmac.digest(encoding)), Buffer.from(given)];
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/** Whether a delivery was signed at about this time, before or after: clocks differ. @param at in ms since 1970 */
export const isOfNow = (at: number, now: Date): boolean => Math.abs(now.getTime() - at) <= TOLERANCE_MS;

export const refused = (because: HookRefusal): HookCheck => ({ kind: "refused", because });

/** @param parts what tells the delivery from others, all of it signed */
export function genuine(...parts: ReadonlyArray<string | Buffer>): HookCheck {
  return {
    kind: "genuine",
    id: hash("sha256", Buffer.concat(parts.map((part) => Buffer.from(part))), "hex"),
  };
}

/** @throws SourceError */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new SourceError("changed-shape", "the body is no JSON");
  }
}
