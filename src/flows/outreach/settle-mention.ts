import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { type MentionDeed, type MentionSettlement, maySeeMention } from "../../domain/outreach/mentions.ts";
import type { MentionStore } from "../../store/outreach/mentions.ts";

export type SettleMentionDeps = {
  readonly mentions: Pick<MentionStore, "find" | "answer" | "correct">;
  readonly clock: Clock;
};

/** Notes that a member answered a mention, or that it is no complaint; of those they may see. */
export async function settleMention(
  { mentions, clock }: SettleMentionDeps,
  { id, member, deed }: { readonly id: number; readonly member: Member; readonly deed: MentionDeed },
): Promise<MentionSettlement> {
  const found = await mentions.find(id);
  if (found === null) return "gone";
  if (!maySeeMention(member, found.customer)) return "not-yours";
  const settling = { id, by: member.slackUserId, at: clock() };
  const isDone = await (deed === "answered" ? mentions.answer(settling) : mentions.correct(settling));
  return isDone ? "done" : "already";
}
