import type { Place } from "../../domain/access.ts";
import type { SlackMessage } from "../blocks/elements.ts";
import type { PermittedTools } from "../frame/handler.ts";

/** An answer in two parts, where it is asked for in front of others. */
export type AnswerForAll = {
  /** As everyone in the channel may read it. */
  readonly message: SlackMessage;
  /** Says the rest to whoever asked alone, in the thread; null: there is none. */
  readonly forOneself: ((tools: PermittedTools) => Promise<void>) | null;
};

/** @param place what kind of channel it is for whoever reads there */
export type BuildForAll<Asked> = (
  asked: Asked,
  tools: PermittedTools,
  place: Place,
) => Promise<AnswerForAll | null>;

export const nothingMore = (message: SlackMessage): AnswerForAll => ({ message, forOneself: null });
