import type { MessageInputs } from "../../domain/messages/message-inputs.ts";
import type { Message } from "../../domain/messages/messages.ts";
import { isUnasked } from "../../domain/messages/unasked.ts";
import type { NewPlaybookCase } from "../../domain/outreach/playbooks/evaluate.ts";
import type { NewSuggestion } from "../../domain/outreach/suggestion.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { bool, int4, json, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import type { OutboxMessageModel } from "../generated/models.ts";
import { recordPlaybookCases } from "../outreach/playbook-cases.ts";
import { closeReplacedNudges, recordSuggestions } from "../outreach/suggestions.ts";
import { currentRequest } from "./current-request.ts";
import { keepInputsWithin } from "./message-inputs.ts";
import { outboxClaims } from "./outbox-claims.ts";
import { POSTS_SQL } from "./posts-sql.ts";

export type OutboxStore = ReturnType<typeof outboxStore>;

/** A message to be posted once, ever, under its key. */
export type NewOutboxMessage = {
  readonly key: string;
  /** A channel id, or a user id for a direct message. */
  readonly recipient: string;
  readonly message: Message;
  readonly createdAt: Date;
  /** The key of the message in whose thread it belongs; left out: it stands by itself. */
  readonly threadOf?: string;
  /** What it was decided from, where that is more than itself. */
  readonly inputs?: MessageInputs;
};

export type DeliveryStatus = "pending" | "posting" | "posted" | "failed" | "held";

/** What became of a message. */
export type Receipt = {
  readonly key: string;
  readonly kind: Message["kind"];
  readonly recipient: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly channelId: string | null;
  readonly ts: string | null;
  /** Why it did not arrive. */
  readonly lastError: Phrase | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
};

/** Messages decided but maybe not yet posted; each row is also the receipt of its message. */
export function outboxStore(database: Database) {
  const { pool, prisma } = database;
  return {
    ...outboxClaims(database),

    /**
     * Keeps a message together with the suggestions it shows and the playbooks they came from, and closes what was
     * open of older nudges about the same customers, all or nothing.
     * @returns false where the key was there already, or nothing is posted yet: nothing is kept then
     */
    enqueue: (
      message: NewOutboxMessage,
      suggestions: readonly NewSuggestion[] = [],
      cases: readonly NewPlaybookCase[] = [],
    ): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if (!(await enqueueWithin(client, message))) return false;
        await recordSuggestions(client, suggestions, message.key);
        await closeReplacedNudges(client, suggestions, message.createdAt);
        await recordPlaybookCases(client, cases);
        return true;
      }),

    /** What a message says, as it was decided; null for an unknown key. */
    async find(key: string): Promise<Message | null> {
      return (await FIND.first(pool, { key }))?.message ?? null;
    },

    async receipt(key: string): Promise<Receipt | null> {
      const row = await prisma.outboxMessage.findUnique({ where: { key } });
      return row && receiptFrom(row);
    },

    /** Messages per status, for health. */
    async countByStatus(): Promise<Partial<Record<DeliveryStatus, number>>> {
      const rows = await BY_STATUS.all(pool);
      return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
    },
  };
}

/**
 * Keeps a message within the caller's transaction; one that nobody asked for only where somebody has started posting.
 * @returns false where its key was there already, and where it is not kept
 */
export async function enqueueWithin(client: Queryable, entry: NewOutboxMessage): Promise<boolean> {
  const { inputs, threadOf = null, ...row } = entry;
  const kind = entry.message.kind;
  const requestId = currentRequest();
  const waits = isUnasked(kind, requestId);
  if ((await ENQUEUE.run(client, { ...row, threadOf, kind, requestId, waits })) !== 1) return false;
  if (inputs) await keepInputsWithin(client, entry.key, inputs, entry.createdAt);
  return true;
}

const ENQUEUE = statement({
  name: "messages/outbox: enqueue",
  sql: `
  INSERT INTO outbox (key, kind, recipient, message, next_attempt_at, created_at, thread_of, request_id)
  SELECT :key::text, :kind::text, :recipient::text, :message::jsonb, :createdAt::timestamptz, :createdAt::timestamptz,
    :threadOf::text, :requestId::text
  WHERE NOT :waits::bool OR ${POSTS_SQL}
  ON CONFLICT (key) DO NOTHING`,
  parameters: {
    key: text,
    kind: text,
    recipient: text,
    message: json<Message>(),
    createdAt: timestamptz,
    threadOf: nullable(text),
    requestId: nullable(text),
    waits: bool,
  },
});

const FIND = statement({
  name: "messages/outbox: find",
  sql: "SELECT message FROM outbox WHERE key = :key",
  parameters: { key: text },
  row: { message: json<Message>() },
});

const BY_STATUS = statement({
  name: "messages/outbox: count by status",
  sql: "SELECT status, count(*)::int AS count FROM outbox GROUP BY status",
  row: { status: textOf<DeliveryStatus>(), count: int4 },
});

/** The columns of which only some values are ever written; an error always as a phrase. */
function receiptFrom(row: OutboxMessageModel): Receipt {
  const {
    id: _,
    message,
    claimedUntil,
    kind,
    status,
    revision,
    redrawAt,
    redrawAttempts,
    lastError,
    threadOf,
    uncountedAttempts,
    holdsUpUntil,
    firstAskedAt,
    lastAskedAt,
    requestId,
    ...receipt
  } = row;
  return {
    ...receipt,
    kind: kind as Message["kind"],
    status: status as DeliveryStatus,
    lastError: lastError as Phrase | null,
  };
}
