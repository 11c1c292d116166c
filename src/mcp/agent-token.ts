import { createHash, randomBytes } from "node:crypto";

/** 192 bits from the system: nobody guesses one, and no two are alike. */
const SECRET_BYTES = 24;

/** The beginning says whose it is, to people and to programs that look for secrets in files. */
const TOKEN = /^mainstay_mcp_[\w-]{32}$/;

/** A token by which a program may ask on a member's behalf. It is shown once; `hashOfAgentToken` of it is kept. */
export const makeAgentToken = (): string => `mainstay_mcp_${randomBytes(SECRET_BYTES).toString("base64url")}`;

/** What is kept of a token: SHA-256, in hexadecimal. Null for what is none of ours, so that the database is not asked. */
export const hashOfAgentToken = (token: string): string | null =>
  TOKEN.test(token) ? createHash("sha256").update(token).digest("hex") : null;
