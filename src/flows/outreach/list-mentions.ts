import type { Clock } from "../../domain/clock.ts";
import { daysAfter } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { MENTION_DAYS, MENTIONS_PER_PAGE, type MentionList } from "../../domain/outreach/mentions.ts";
import type { MentionScope, MentionStore } from "../../store/outreach/mentions.ts";

export type ListMentionsDeps = {
  readonly mentions: Pick<MentionStore, "unanswered" | "countUnanswered" | "countByLabel">;
  readonly clock: Clock;
};

/** A page of complaints nobody answered, the most urgent first, as far as the reader may see them. */
export async function listMentions(
  { mentions, clock }: ListMentionsDeps,
  question: {
    readonly reader: MentionReader;
    /** From 0 on; one past the end is the last. */
    readonly page: number;
    readonly perPage?: number;
  },
): Promise<{ readonly list: MentionList; readonly now: Date }> {
  const { reader, page: wanted, perPage = MENTIONS_PER_PAGE } = question;
  const now = clock();
  const since = daysAfter(now, -MENTION_DAYS);
  const scope = mentionScope(reader);
  const [inAll, counts] = await Promise.all([
    mentions.countUnanswered(scope, since, now),
    mentions.countByLabel(scope, since, now),
  ]);
  const pages = Math.max(1, Math.ceil(inAll / perPage));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const items = await mentions.unanswered(scope, { since, now, limit: perPage, offset: page * perPage });
  return { list: { items, page, pages, inAll, counts }, now };
}

/** Whoever asks at the command line reads all. */
export type MentionReader = Pick<Member, "role" | "email"> | "everybody";

/** The same rule as `maySeeMention`. */
export const mentionScope = (reader: MentionReader): MentionScope =>
  reader === "everybody" || reader.role !== "rep"
    ? { all: true, email: null }
    : { all: false, email: reader.email };
