import type { AskedBefore } from "../../domain/asking/follow-up.ts";
import type { Clock } from "../../domain/clock.ts";
import type { AskedBeforeStore, Conversation } from "../../store/asking/asked-before.ts";

export type NoteAskedDeps = {
  readonly askedBefore: Pick<AskedBeforeStore, "note">;
  readonly clock: Clock;
};

/** Keeps what a person asked, for the question that goes on from it. */
export async function noteAsked(
  { askedBefore, clock }: NoteAskedDeps,
  { customerId, intent, ...conversation }: Conversation & Omit<AskedBefore, "at">,
): Promise<void> {
  await askedBefore.note(conversation, { customerId, intent, at: clock() });
}
