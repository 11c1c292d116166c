import type { Clock } from "../../domain/clock.ts";
import type { EndedAttempt, OutboxLine } from "../../domain/messages/receipt.ts";
import { nearestReferences, type Reference, referenceFrom } from "../../domain/messages/reference.ts";
import type { RequestFailure, TracedRequest } from "../../domain/messages/traced-request.ts";
import type { AuditRow } from "../../store/customers/audit-trail.ts";
import type { KeptReceipt, ReceiptStore } from "../../store/messages/receipts.ts";
import type { RequestTraceStore } from "../../store/messages/request-traces.ts";
import { type ReadReceiptDeps, type ReceiptRead, readReceipt } from "./read-receipt.ts";

export type TraceReferenceDeps = ReadReceiptDeps & {
  readonly receipts: Pick<ReceiptStore, "attemptsOf" | "keyAt" | "askedForBy" | "newestKeys">;
  readonly requestTraces: Pick<RequestTraceStore, "find" | "failure" | "failuresOf" | "doneBy" | "newest">;
  readonly clock: Clock;
};

/** A message's whole way. */
export type MessageTrace = ReceiptRead & {
  /** Oldest first. */
  readonly attempts: readonly EndedAttempt[];
  /** What in Slack asked for it; null: nothing did, or it is forgotten. */
  readonly request: TracedRequest | null;
};

/** A request's whole way. */
export type RequestTrace = {
  readonly id: string;
  /** Null: only its failure is kept. */
  readonly request: TracedRequest | null;
  readonly failures: readonly RequestFailure[];
  /** What the same person did while it was worked on, as the audit has it. */
  readonly audit: readonly AuditRow[];
  readonly messages: readonly OutboxLine[];
};

export type ReferenceTraced = { readonly understood: Reference } & (
  | { readonly kind: "message"; readonly message: MessageTrace }
  | { readonly kind: "request"; readonly request: RequestTrace }
  | { readonly kind: "unknown"; readonly nearest: readonly string[] }
);

/** Among so many of the newest a mistyped reference is looked for. Chosen by the product. */
const NEWEST = 500;

/** Follows one message or one request from its arrival to its receipt. */
export async function traceReference(deps: TraceReferenceDeps, text: string): Promise<ReferenceTraced> {
  const understood = referenceFrom(text);
  const traced = await tracedBy(deps, understood);
  return traced === null
    ? { understood, kind: "unknown", nearest: await nearest(deps, text.trim()) }
    : { understood, ...traced };
}

async function tracedBy(deps: TraceReferenceDeps, understood: Reference) {
  const { receipts, requestTraces } = deps;
  switch (understood.kind) {
    case "failure": {
      const failure = await requestTraces.failure(understood.reference);
      return failure && requestTraced(deps, failure.requestId);
    }
    case "request":
      return requestTraced(deps, understood.id);
    case "place": {
      const key = await receipts.keyAt(understood.channelId, understood.ts);
      return key === null ? null : messageTraced(deps, key);
    }
    case "key":
      return messageTraced(deps, understood.key);
  }
}

async function messageTraced(deps: TraceReferenceDeps, key: string) {
  const read = await readReceipt(deps, key);
  if (read === null) return null;
  const message: MessageTrace = {
    ...read,
    attempts: await deps.receipts.attemptsOf(key),
    request: await askedBy(deps, read.receipt),
  };
  return { kind: "message", message } as const;
}

const askedBy = async ({ requestTraces }: TraceReferenceDeps, { requestId }: KeptReceipt) =>
  requestId === null ? null : requestTraces.find(requestId);

async function requestTraced({ receipts, requestTraces, clock }: TraceReferenceDeps, id: string) {
  const request = await requestTraces.find(id);
  const failures = await requestTraces.failuresOf(id);
  if (request === null && failures.length === 0) return null;
  const userId = request?.userId ?? null;
  const audit =
    request === null || userId === null
      ? []
      : await requestTraces.doneBy(userId, request.arrivedAt, request.doneAt ?? clock());
  const messages = await receipts.askedForBy(id);
  return {
    kind: "request",
    request: { id, request, failures, audit, messages } satisfies RequestTrace,
  } as const;
}

async function nearest({ receipts, requestTraces }: TraceReferenceDeps, text: string): Promise<string[]> {
  const keys = await receipts.newestKeys(NEWEST);
  return nearestReferences(text, [...keys, ...(await requestTraces.newest(NEWEST))]);
}
