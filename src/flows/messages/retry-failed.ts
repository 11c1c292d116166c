import type { Clock } from "../../domain/clock.ts";
import { daysAfter } from "../../domain/clock.ts";
import type { RetriedMessage } from "../../domain/messages/receipt.ts";
import { UNDELIVERED_DAYS } from "../../domain/outreach/undelivered.ts";
import type { KeptReceipt, ReceiptStore } from "../../store/messages/receipts.ts";

export type RetryFailedDeps = {
  readonly receipts: Pick<ReceiptStore, "find" | "retry">;
  readonly clock: Clock;
};

export type RetryRequest = {
  /** Null: every message that failed in the last `UNDELIVERED_DAYS` days, as doctor and Home count them. */
  readonly key: string | null;
  /** For the audit: a Slack user id, or `command line`. */
  readonly by: string;
};

export type FailedRetried =
  | { readonly kind: "retried"; readonly messages: readonly RetriedMessage[] }
  | { readonly kind: "unknown" }
  /** It was posted, or is tried again by itself. */
  | { readonly kind: "not-failed"; readonly receipt: KeptReceipt }
  /** It is a reply, and what it replies to did not arrive either. */
  | { readonly kind: "no-thread"; readonly threadOf: string };

/** Has failed messages posted again; what may be posted already is looked for first. */
export async function retryFailed(
  { receipts, clock }: RetryFailedDeps,
  { key, by }: RetryRequest,
): Promise<FailedRetried> {
  const now = clock();
  if (key === null) {
    const failedSince = daysAfter(now, -UNDELIVERED_DAYS);
    return { kind: "retried", messages: await receipts.retry({ failedSince }, by, now) };
  }
  const before = await receipts.find(key);
  if (before === null) return { kind: "unknown" };
  if (before.isThreadFailed && before.threadOf !== null && before.state === "failed")
    return { kind: "no-thread", threadOf: before.threadOf };
  const messages = await receipts.retry({ key }, by, now);
  if (messages.length > 0) return { kind: "retried", messages };
  const receipt = await receipts.find(key);
  return receipt === null ? { kind: "unknown" } : { kind: "not-failed", receipt };
}
