import { type Clock, daysAfter } from "../../domain/clock.ts";
import { ADVOCATE_DAYS, ADVOCATES_SHOWN, type Advocate } from "../../domain/outreach/mentions.ts";
import type { MentionStore } from "../../store/outreach/mentions.ts";
import { type MentionReader, mentionScope } from "./list-mentions.ts";

export type ListAdvocatesDeps = { readonly mentions: Pick<MentionStore, "advocates">; readonly clock: Clock };

/** Who praised us again and again and never complained, the widest reach first. */
export async function listAdvocates(
  { mentions, clock }: ListAdvocatesDeps,
  { reader, limit = ADVOCATES_SHOWN }: { readonly reader: MentionReader; readonly limit?: number },
): Promise<{ readonly advocates: readonly Advocate[]; readonly now: Date }> {
  const now = clock();
  const since = daysAfter(now, -ADVOCATE_DAYS);
  return { advocates: await mentions.advocates(mentionScope(reader), { since, now, limit }), now };
}
