import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { FeedbackLinks } from "../domain/outreach/feedback/feedback-settings.ts";

/** 192 bits from the system: nobody guesses one, and no two are alike. */
const SECRET_BYTES = 24;
/** Of the signature, so that a link stays short enough for a line of mail: 128 bits, as RFC 2104 allows. */
const SIGNATURE_BYTES = 16;

/** What a token looks like: secret and signature, in base64url. */
const TOKEN = /^([\w-]{32})\.([\w-]{22})$/;

/**
 * Links as `PUBLIC_URL/f/SECRET.SIGNATURE`. The signature lets us refuse what we never made without asking the database;
 * the database keeps a hash alone, from which no link can be made.
 * @param publicUrl without a slash at its end
 */
export function signedFeedbackLinks({
  publicUrl,
  key,
}: {
  readonly publicUrl: string;
  readonly key: string;
}): FeedbackLinks {
  const sign = (secret: string) =>
    createHmac("sha256", key).update(`feedback:${secret}`).digest().subarray(0, SIGNATURE_BYTES);
  return {
    make() {
      const secret = randomBytes(SECRET_BYTES).toString("base64url");
      const token = `${secret}.${sign(secret).toString("base64url")}`;
      return { url: `${publicUrl}/f/${token}`, tokenHash: hashOf(token) };
    },
    hashOf(token) {
      const [, secret, signature] = TOKEN.exec(token) ?? [];
      if (secret === undefined || signature === undefined) return null;
      const given = Buffer.from(signature, "base64url");
      return timingSafeEqual(given, sign(secret)) ? hashOf(`${secret}.${given.toString("base64url")}`) : null;
    },
  };
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
