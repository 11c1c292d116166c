import { sayTheSame } from "../../domain/messages/kept-values.ts";
import type { MessageInputs } from "../../domain/messages/message-inputs.ts";
import type { Message } from "../../domain/messages/messages.ts";
import { nudgePlan } from "../../domain/messages/nudge-message.ts";
import type { DrawingStore, KeptDrawing } from "../../store/messages/drawings.ts";
import type { MessageInputStore } from "../../store/messages/message-inputs.ts";
import type { SentMessage, SentMessageStore } from "../../store/messages/sent-messages.ts";

export type ReplayMessageDeps = {
  readonly sentMessages: Pick<SentMessageStore, "find">;
  readonly messageInputs: Pick<MessageInputStore, "find">;
  readonly drawings: Pick<DrawingStore, "of">;
};

/** A message decided once more. */
export type Rebuilt = {
  readonly message: Message;
  /** `none`: it is its own data, and nothing else is kept of the decision. */
  readonly from: "inputs" | "none";
  /** Whether it says what was decided then; the rules of today may not. */
  readonly isEqual: boolean;
};

export type Replay =
  | { readonly kind: "unknown" }
  | {
      readonly kind: "found";
      readonly sent: SentMessage;
      readonly inputs: MessageInputs | null;
      readonly rebuilt: Rebuilt;
      /** In the order in which they were drawn; empty: none is kept. */
      readonly drawings: readonly KeptDrawing[];
    };

/** A past message: what is kept of it, and what today's rules make of its inputs. Drawing it is left to the caller. */
export async function replayMessage(deps: ReplayMessageDeps, key: string): Promise<Replay> {
  const sent = await deps.sentMessages.find(key);
  if (sent === null) return { kind: "unknown" };
  const inputs = await deps.messageInputs.find(key);
  const drawings = await deps.drawings.of(key);
  return { kind: "found", sent, inputs, rebuilt: rebuild(sent.message, inputs), drawings };
}

function rebuild(message: Message, inputs: MessageInputs | null): Rebuilt {
  if (inputs === null) return { message, from: "none", isEqual: true };
  const { occasion, nudges, overBudget } = inputs;
  const again = nudgePlan(occasion, nudges, overBudget).message;
  return { message: again, from: "inputs", isEqual: sayTheSame(again, message) };
}
