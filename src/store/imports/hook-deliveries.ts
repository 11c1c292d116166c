import type { Phrase } from "../../domain/phrase.ts";
import {
  arrayOf,
  bytea,
  exactInt8,
  int4,
  json,
  nullable,
  text,
  timestamptz,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { KEPT_PHRASE } from "../database/kept-phrase.ts";
import { statement } from "../database/statement.ts";

export type HookDeliveriesStore = ReturnType<typeof hookDeliveriesStore>;

export type NewDelivery = {
  readonly source: string;
  /** The same one is kept once. */
  readonly deliveryId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly receivedAt: Date;
  /** Not worked on before. */
  readonly dueAt: Date;
};

/** A delivery that is being worked on. `attempt` proves the claim: settling with an older one does nothing. */
export type ClaimedDelivery = {
  readonly id: string;
  readonly attempt: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** What became of the deliveries of a source that are still known. */
export type DeliveryCounts = {
  readonly waiting: number;
  readonly done: number;
  readonly givenUp: number;
  readonly lastReceivedAt: Date | null;
  /** Why the last one that failed did; null: none did. */
  readonly lastError: Phrase | null;
};

export type RefusedDeliveries = {
  readonly because: string;
  readonly deliveries: number;
  readonly lastAt: Date;
};

type Claim = Pick<ClaimedDelivery, "id" | "attempt">;

/** What systems delivered by themselves: kept at once, worked off afterwards, each once. */
export function hookDeliveriesStore({ pool }: Database) {
  return {
    /** @returns false where it was kept before */
    add: async (delivery: NewDelivery): Promise<boolean> => (await ADD.run(pool, delivery)) === 1,

    /** Counts a delivery that was not believed. @param source "": one that is not there */
    async refuse(source: string, because: string, at: Date): Promise<void> {
      await REFUSE.run(pool, { source, because, at });
    },

    /** @param source "": those for sources that are not there */
    refused: (source: string): Promise<RefusedDeliveries[]> => REFUSED.all(pool, { source }),

    /** The sources with something to work on now, by name. */
    async sourcesDue(now: Date): Promise<string[]> {
      return (await SOURCES_DUE.all(pool, { now })).map(({ source }) => source);
    },

    /** Claims what came first. Workers that claim at the same time get different ones. */
    async claim(source: string, now: Date, until: Date, limit: number): Promise<ClaimedDelivery[]> {
      const claimed = await CLAIM.all(pool, { source, now, until, limit });
      // A body is there until it is settled; what comes back of an UPDATE has no order.
      return claimed
        .map(({ body, ...delivery }) => ({ ...delivery, body: body ?? Buffer.alloc(0) }))
        .sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
    },

    async settle(claims: readonly Claim[], at: Date): Promise<void> {
      await SETTLE.run(pool, { ...listsOf(claims), at });
    },

    /** Gives back what could not be tried: that is no attempt. */
    async putBack(claims: readonly Claim[], until: Date): Promise<void> {
      await PUT_BACK.run(pool, { ...listsOf(claims), until });
    },

    /** @param retryAt null: it is given up */
    async fail({ id, attempt }: Claim, error: Phrase, retryAt: Date | null, at: Date): Promise<void> {
      await FAIL.run(pool, { id, attempt, error, retryAt, at });
    },

    async counts(source: string): Promise<DeliveryCounts> {
      const { lastError, ...counts } = await COUNTS.one(pool, { source });
      return { ...counts, lastError: lastError === null ? null : KEPT_PHRASE.parse(lastError) };
    },

    /** Tries those that were given up again. @returns how many */
    retry: (source: string, at: Date): Promise<number> => RETRY.run(pool, { source, at }),

    /** Forgets those that were given up. @returns how many */
    drop: (source: string): Promise<number> => DROP.run(pool, { source }),

    /**
     * Which of these versions are not older than what was told of a record before; they are remembered. One told again
     * counts: whoever told it may have died before it was written.
     */
    async newest(
      { source, stream }: { readonly source: string; readonly stream: string },
      versions: ReadonlyArray<{ readonly id: string; readonly at: Date }>,
    ): Promise<ReadonlySet<string>> {
      const [ids, moments] = [versions.map(({ id }) => id), versions.map(({ at }) => at)];
      const rows = await NEWEST.all(pool, { source, stream, ids, moments });
      return new Set(rows.map(({ id }) => id));
    },

    /** Forgets contents from before the one moment, and deliveries from before the other. @returns how many of each */
    async forget(
      contents: Date,
      all: Date,
    ): Promise<{ readonly contents: number; readonly deliveries: number }> {
      const deliveries = await FORGET.run(pool, { before: all });
      return { contents: await FORGET_CONTENTS.run(pool, { before: contents }), deliveries };
    },
  };
}

const listsOf = (claims: readonly Claim[]) => ({
  ids: claims.map(({ id }) => id),
  attempts: claims.map(({ attempt }) => attempt),
});

const ADD = statement({
  name: "imports/hook-deliveries: add",
  sql: `
  INSERT INTO hook_deliveries (source, delivery_id, received_at, headers, body, next_attempt_at)
  VALUES (:source, :deliveryId, :receivedAt, :headers, :body, :dueAt)
  ON CONFLICT (source, delivery_id) DO NOTHING`,
  parameters: {
    source: text,
    deliveryId: text,
    receivedAt: timestamptz,
    headers: json<Readonly<Record<string, string>>>(),
    body: bytea,
    dueAt: timestamptz,
  },
});

const REFUSE = statement({
  name: "imports/hook-deliveries: refuse",
  sql: `
  INSERT INTO hook_refusals AS was (source, because, deliveries, last_at) VALUES (:source, :because, 1, :at)
  ON CONFLICT (source, because) DO UPDATE SET deliveries = was.deliveries + 1, last_at = excluded.last_at`,
  parameters: { source: text, because: text, at: timestamptz },
});

const REFUSED = statement({
  name: "imports/hook-deliveries: refused",
  sql: `SELECT because, deliveries, last_at AS "lastAt" FROM hook_refusals WHERE source = :source
    ORDER BY last_at DESC, because`,
  parameters: { source: text },
  row: { because: text, deliveries: int4, lastAt: timestamptz },
});

const isDue = (of: string) =>
  `${of}.state = 'waiting' AND ${of}.next_attempt_at <= :now AND COALESCE(${of}.claimed_until <= :now, true)`;

const SOURCES_DUE = statement({
  name: "imports/hook-deliveries: sources due",
  sql: `SELECT s.name AS source FROM sources s WHERE EXISTS (
    SELECT FROM hook_deliveries d WHERE d.source = s.name AND ${isDue("d")}) ORDER BY s.name`,
  parameters: { now: timestamptz },
  row: { source: text },
});

const CLAIM = statement({
  name: "imports/hook-deliveries: claim",
  sql: `
  WITH due AS (
    SELECT d.id FROM hook_deliveries d WHERE d.source = :source AND ${isDue("d")}
    ORDER BY d.id LIMIT :limit::int FOR UPDATE SKIP LOCKED
  )
  UPDATE hook_deliveries SET attempts = attempts + 1, claimed_until = :until
  FROM due WHERE hook_deliveries.id = due.id
  RETURNING hook_deliveries.id, attempts AS attempt, headers, body`,
  parameters: { source: text, now: timestamptz, until: timestamptz, limit: int4 },
  row: { id: exactInt8, attempt: int4, headers: json<Record<string, string>>(), body: nullable(bytea) },
});

const CLAIMS = { ids: arrayOf(exactInt8), attempts: arrayOf(int4) };
const ofClaims = `FROM unnest(:ids::bigint[], :attempts::int[]) AS claim (id, attempt)
  WHERE d.id = claim.id AND d.attempts = claim.attempt AND d.state = 'waiting'`;

const SETTLE = statement({
  name: "imports/hook-deliveries: settle",
  sql: `UPDATE hook_deliveries d SET state = 'done', settled_at = :at, claimed_until = NULL, last_error = NULL ${ofClaims}`,
  parameters: { ...CLAIMS, at: timestamptz },
});

const PUT_BACK = statement({
  name: "imports/hook-deliveries: put back",
  sql: `UPDATE hook_deliveries d SET attempts = d.attempts - 1, claimed_until = NULL, next_attempt_at = :until ${ofClaims}`,
  parameters: { ...CLAIMS, until: timestamptz },
});

const FAIL = statement({
  name: "imports/hook-deliveries: fail",
  sql: `
  UPDATE hook_deliveries SET last_error = :error, claimed_until = NULL,
    state = CASE WHEN :retryAt::timestamptz IS NULL THEN 'given-up' ELSE 'waiting' END,
    next_attempt_at = COALESCE(:retryAt::timestamptz, next_attempt_at),
    settled_at = CASE WHEN :retryAt::timestamptz IS NULL THEN :at::timestamptz END
  WHERE id = :id AND attempts = :attempt AND state = 'waiting'`,
  parameters: {
    id: exactInt8,
    attempt: int4,
    error: json<Phrase>(),
    retryAt: nullable(timestamptz),
    at: timestamptz,
  },
});

const COUNT_ROW = {
  waiting: int4,
  done: int4,
  givenUp: int4,
  lastReceivedAt: nullable(timestamptz),
  lastError: nullable(json()),
};

const COUNTS = statement({
  name: "imports/hook-deliveries: counts",
  sql: `
  SELECT count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state = 'done')::int AS done,
    count(*) FILTER (WHERE state = 'given-up')::int AS "givenUp", max(received_at) AS "lastReceivedAt",
    (SELECT last_error FROM hook_deliveries WHERE source = :source AND last_error IS NOT NULL
     ORDER BY id DESC LIMIT 1) AS "lastError"
  FROM hook_deliveries WHERE source = :source`,
  parameters: { source: text },
  row: COUNT_ROW,
});

const RETRY = statement({
  name: "imports/hook-deliveries: retry",
  sql: `UPDATE hook_deliveries SET state = 'waiting', attempts = 0, next_attempt_at = :at, settled_at = NULL
    WHERE source = :source AND state = 'given-up' AND body IS NOT NULL`,
  parameters: { source: text, at: timestamptz },
});

const DROP = statement({
  name: "imports/hook-deliveries: drop",
  sql: "DELETE FROM hook_deliveries WHERE source = :source AND state = 'given-up'",
  parameters: { source: text },
});

const NEWEST = statement({
  name: "imports/hook-deliveries: newest",
  sql: `
  INSERT INTO hook_versions AS was (source, stream, external_id, told_at)
  SELECT :source, :stream, told.id, told.at FROM unnest(:ids::text[], :moments::timestamptz[]) AS told (id, at)
  ON CONFLICT (source, stream, external_id) DO UPDATE SET told_at = excluded.told_at
    WHERE excluded.told_at >= was.told_at
  RETURNING external_id AS id`,
  parameters: { source: text, stream: text, ids: arrayOf(text), moments: arrayOf(timestamptz) },
  row: { id: text },
});

const FORGET_CONTENTS = statement({
  name: "imports/hook-deliveries: forget contents",
  sql: "UPDATE hook_deliveries SET body = NULL WHERE state = 'done' AND body IS NOT NULL AND received_at < :before",
  parameters: { before: timestamptz },
});

const FORGET = statement({
  name: "imports/hook-deliveries: forget",
  sql: "DELETE FROM hook_deliveries WHERE state <> 'waiting' AND received_at < :before",
  parameters: { before: timestamptz },
});
