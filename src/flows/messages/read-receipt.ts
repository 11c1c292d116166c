import type { Retry } from "../../domain/messages/receipt.ts";
import type { DrawingStore, KeptDrawing } from "../../store/messages/drawings.ts";
import type { KeptReceipt, ReceiptStore } from "../../store/messages/receipts.ts";

export type ReadReceiptDeps = {
  readonly receipts: Pick<ReceiptStore, "find" | "retriesOf">;
  readonly drawings: Pick<DrawingStore, "of">;
};

export type ReceiptRead = {
  readonly receipt: KeptReceipt;
  /** Oldest first. */
  readonly retries: readonly Retry[];
  /** What Slack was given, in the order in which it was drawn; empty: none is kept. */
  readonly drawings: readonly KeptDrawing[];
};

/** All that is kept of a message's way; null for an unknown key. */
export async function readReceipt(
  { receipts, drawings }: ReadReceiptDeps,
  key: string,
): Promise<ReceiptRead | null> {
  const receipt = await receipts.find(key);
  if (receipt === null) return null;
  return { receipt, retries: await receipts.retriesOf(key), drawings: await drawings.of(key) };
}
