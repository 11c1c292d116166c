import { daysAfter } from "../../domain/clock.ts";
import { asGiven, type KeptValue, keptValue } from "../../domain/messages/kept-values.ts";
import type { NudgeAnswer } from "../../domain/outreach/nudge-answer.ts";
import {
  bytea,
  exactInt8,
  int4,
  int8,
  json,
  nullable,
  text,
  textOf,
  timestamptz,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { REPLAY_KEPT_DAYS } from "./message-inputs.ts";
import { packed, unpacked } from "./packed.ts";

export type DrawingStore = ReturnType<typeof drawingStore>;

/** A message as it is given to Slack, with everything it was drawn from but the message's own data. */
export type NewDrawing = {
  readonly key: string;
  /** Whether it is the post itself or a later change of it. */
  readonly purpose: "post" | "redraw";
  readonly revision: number;
  /** The reader's, as Slack names it; null where nobody said. */
  readonly locale: string | null;
  readonly answers: readonly NudgeAnswer[];
  readonly templateVersion: string;
  /** Text and blocks, as JSON. */
  readonly body: string;
  /** SHA-256 of the body, in hexadecimal. */
  readonly digest: string;
  readonly drawnAt: Date;
};

/** A drawing that is kept. */
export type KeptDrawing = Omit<NewDrawing, "key" | "body"> & {
  /** Null: cleared for a customer's sake. */
  readonly body: string | null;
  /** When Slack's answer was kept; null: it never came. */
  readonly arrivedAt: Date | null;
};

/** Every drawing of a message as it was given to Slack. */
export function drawingStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Keeps a drawing before it goes out, so that a crash after it loses nothing. @returns its id */
    async keep({ body, ...drawing }: NewDrawing): Promise<string> {
      const answers = keptValue(drawing.answers);
      return (await KEEP.one(pool, { ...drawing, answers, body: packed(body) })).id;
    },

    /**
     * Slack took it.
     * @param sent what Slack took in its place, where it would not take the drawing as it was
     */
    async arrived(id: string, at: Date, sent: Pick<NewDrawing, "body" | "digest"> | null): Promise<void> {
      await ARRIVED.run(pool, { id, at, digest: sent?.digest ?? null, body: sent && packed(sent.body) });
    },

    /** The last post of a message was found in Slack, though its answer was lost. */
    async found(key: string, at: Date): Promise<void> {
      await FOUND.run(pool, { key, at });
    },

    /** Slack surely did not take it. */
    async drop(id: string): Promise<void> {
      await DROP.run(pool, { id });
    },

    /** In the order in which they were drawn. */
    async of(key: string): Promise<KeptDrawing[]> {
      const rows = await OF.all(pool, { key });
      return rows.map(({ body, answers, ...row }) => ({
        ...row,
        // Written by `keep` alone, of that type.
        answers: asGiven(answers) as readonly NudgeAnswer[],
        body: body && unpacked(body),
      }));
    },

    /** Forgets those drawn more than `REPLAY_KEPT_DAYS` ago. @returns how many */
    async forgetOld(now: Date, atOnce: number = ROWS_AT_ONCE): Promise<number> {
      const before = daysAfter(now, -REPLAY_KEPT_DAYS);
      let forgotten = 0;
      for (let last = atOnce; last === atOnce; forgotten += last)
        last = await FORGET.run(pool, { before, atOnce });
      return forgotten;
    },

    /** How many are kept, in how many bytes. */
    async size(): Promise<{ readonly rows: number; readonly bytes: number }> {
      return SIZE.one(pool);
    },
  };
}

/** Small enough for one statement to be over before anybody notices. */
const ROWS_AT_ONCE = 1_000;

const KEEP = statement({
  name: "messages/drawings: keep",
  sql: `
  INSERT INTO message_drawings (message_key, purpose, revision, locale, answers, template_version, digest, body, drawn_at)
  VALUES (:key, :purpose, :revision, :locale, :answers, :templateVersion, :digest, :body, :drawnAt) RETURNING id`,
  parameters: {
    key: text,
    purpose: textOf<NewDrawing["purpose"]>(),
    revision: int4,
    locale: nullable(text),
    answers: json<KeptValue>(),
    templateVersion: text,
    digest: text,
    body: bytea,
    drawnAt: timestamptz,
  },
  row: { id: exactInt8 },
});

const ARRIVED = statement({
  name: "messages/drawings: arrived",
  sql: `
  UPDATE message_drawings SET arrived_at = :at, digest = COALESCE(:digest::text, digest), body = COALESCE(:body::bytea, body)
  WHERE id = :id`,
  parameters: { id: exactInt8, at: timestamptz, digest: nullable(text), body: nullable(bytea) },
});

const FOUND = statement({
  name: "messages/drawings: found",
  sql: `
  UPDATE message_drawings SET arrived_at = :at
  WHERE id = (SELECT max(id) FROM message_drawings WHERE message_key = :key AND purpose = 'post')
    AND arrived_at IS NULL`,
  parameters: { key: text, at: timestamptz },
});

const DROP = statement({
  name: "messages/drawings: drop",
  sql: "DELETE FROM message_drawings WHERE id = :id",
  parameters: { id: exactInt8 },
});

const OF = statement({
  name: "messages/drawings: of a message",
  sql: `
  SELECT purpose, revision, locale, answers, template_version AS "templateVersion", digest, body, drawn_at AS "drawnAt",
    arrived_at AS "arrivedAt"
  FROM message_drawings WHERE message_key = :key ORDER BY id`,
  parameters: { key: text },
  row: {
    purpose: textOf<NewDrawing["purpose"]>(),
    revision: int4,
    locale: nullable(text),
    answers: json<KeptValue>(),
    templateVersion: text,
    digest: text,
    body: nullable(bytea),
    drawnAt: timestamptz,
    arrivedAt: nullable(timestamptz),
  },
});

const FORGET = statement({
  name: "messages/drawings: forget old",
  sql: `
  DELETE FROM message_drawings WHERE id IN (
    SELECT id FROM message_drawings WHERE drawn_at < :before ORDER BY drawn_at LIMIT :atOnce FOR UPDATE SKIP LOCKED)`,
  parameters: { before: timestamptz, atOnce: int8 },
});

const SIZE = statement({
  name: "messages/drawings: size",
  sql: "SELECT count(*)::int AS rows, COALESCE(sum(octet_length(body)), 0)::int8 AS bytes FROM message_drawings",
  row: { rows: int4, bytes: int8 },
});
