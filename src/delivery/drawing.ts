import { createHash } from "node:crypto";
import type { NewDrawing } from "../store/messages/drawings.ts";
import type { Rendered } from "./render.ts";

/** A message as it is kept: its text and blocks as JSON, in the order the builders give them, and the digest of that. */
export function bodyOf({ text, blocks }: Rendered): Pick<NewDrawing, "body" | "digest"> {
  const body = JSON.stringify({ text, blocks });
  return { body, digest: digestOf(body) };
}

/** SHA-256 in hexadecimal. */
export const digestOf = (body: string): string => createHash("sha256").update(body).digest("hex");
