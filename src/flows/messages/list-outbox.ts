import type { MessageState, OutboxLine } from "../../domain/messages/receipt.ts";
import type { ReceiptStore } from "../../store/messages/receipts.ts";

export type ListOutboxDeps = { readonly receipts: Pick<ReceiptStore, "list"> };

/**
 * The newest messages, and how many there are.
 * @param request.state null: whatever state they are in
 */
export function listOutbox(
  { receipts }: ListOutboxDeps,
  { state, limit }: { readonly state: MessageState | null; readonly limit: number },
): Promise<{ readonly lines: readonly OutboxLine[]; readonly inAll: number }> {
  return receipts.list(state, limit);
}
