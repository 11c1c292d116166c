import type { EscalationMessage } from "../../domain/messages/handover-messages.ts";
import type { NudgeAnswer } from "../../domain/outreach/nudge-answer.ts";
import type { HandoverStore } from "../../store/messages/handovers.ts";
import type { SuggestionStore } from "../../store/outreach/suggestions.ts";

export type ReadEscalationDeps = {
  readonly handovers: Pick<HandoverStore, "escalation">;
  readonly suggestions: Pick<SuggestionStore, "answersIn">;
};

export type ShownEscalation = {
  readonly message: EscalationMessage;
  readonly answers: readonly NudgeAnswer[];
};

/**
 * What managers were told of a nudge, with what became of it so far; null where nobody of these was told.
 * @param asked.recipients a channel, or a manager
 */
export async function readEscalation(
  deps: ReadEscalationDeps,
  asked: { readonly suggestionKey: string; readonly recipients: readonly string[] },
): Promise<ShownEscalation | null> {
  const message = await deps.handovers.escalation(asked.suggestionKey, asked.recipients);
  if (message?.kind !== "escalation") return null;
  return { message, answers: await deps.suggestions.answersIn(message.nudgeKey) };
}
