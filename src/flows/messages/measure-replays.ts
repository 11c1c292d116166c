import type { DrawingStore } from "../../store/messages/drawings.ts";
import type { MessageInputStore } from "../../store/messages/message-inputs.ts";

export type MeasureReplaysDeps = {
  readonly drawings: Pick<DrawingStore, "size">;
  readonly messageInputs: Pick<MessageInputStore, "size">;
};

/** How much is kept so that messages can be replayed; bytes as they are kept, compressed. */
export async function measureReplays({ drawings, messageInputs }: MeasureReplaysDeps) {
  return { drawings: await drawings.size(), inputs: await messageInputs.size() };
}
