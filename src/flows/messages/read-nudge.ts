import type { NudgeMessage } from "../../domain/messages/messages.ts";
import type { NudgeAnswer } from "../../domain/outreach/nudge-answer.ts";
import type { OutboxStore } from "../../store/messages/outbox.ts";
import type { SuggestionStore } from "../../store/outreach/suggestions.ts";

export type ReadNudgeDeps = {
  readonly suggestions: Pick<SuggestionStore, "find" | "answersIn">;
  readonly outbox: Pick<OutboxStore, "find">;
};

export type ShownNudge = { readonly message: NudgeMessage; readonly answers: readonly NudgeAnswer[] };

/** The message that shows a suggestion, with all that became of it so far; null where no nudge shows it. */
export async function readNudge(deps: ReadNudgeDeps, suggestionKey: string): Promise<ShownNudge | null> {
  const key = (await deps.suggestions.find(suggestionKey))?.messageKey ?? null;
  if (key === null) return null;
  const [message, answers] = await Promise.all([deps.outbox.find(key), deps.suggestions.answersIn(key)]);
  return message?.kind === "nudge" ? { message, answers } : null;
}
