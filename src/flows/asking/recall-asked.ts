import { type AskedBefore, goesOnFrom } from "../../domain/asking/follow-up.ts";
import type { Clock } from "../../domain/clock.ts";
import type { AskedBeforeStore, Conversation } from "../../store/asking/asked-before.ts";

export type RecallAskedDeps = {
  readonly askedBefore: Pick<AskedBeforeStore, "last">;
  readonly clock: Clock;
};

/** What a person asked last in a conversation, as long as a question can go on from it; null: nothing. */
export function recallAsked(
  { askedBefore, clock }: RecallAskedDeps,
  { isThread, ...conversation }: Conversation & { readonly isThread: boolean },
): Promise<AskedBefore | null> {
  return askedBefore.last(conversation, goesOnFrom(clock(), isThread));
}
