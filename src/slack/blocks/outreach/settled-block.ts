import { context } from "../elements.ts";

type PostedBlock = Readonly<Record<string, unknown>>;

/**
 * A posted message's blocks with the buttons of one block replaced by what was done, so that stale buttons do not
 * look live. The other blocks go back as they came.
 * @param sentence our own mrkdwn
 */
export function settleBlock(
  blocks: readonly PostedBlock[],
  blockId: string,
  sentence: string,
): PostedBlock[] {
  return blocks.map((block) => (block.block_id === blockId ? { ...context(sentence) } : block));
}
