import type { Clock } from "../../domain/clock.ts";
import { digestMessage } from "../../domain/messages/digest.ts";
import type { DigestMessage } from "../../domain/messages/messages.ts";
import { type DigestOccasion, type FindForDigestDeps, findForDigest } from "./digest-findings.ts";

export type ComposeDigestDeps = FindForDigestDeps & { readonly clock: Clock };

/** The digest a channel would get, without keeping it. */
export async function composeDigest(
  deps: ComposeDigestDeps,
  occasion: DigestOccasion,
): Promise<DigestMessage> {
  return digestMessage(await findForDigest(deps, occasion, deps.clock()));
}
