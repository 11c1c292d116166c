import { MS_PER_HOUR, MS_PER_MINUTE } from "../../domain/clock.ts";
import { gathering } from "../../domain/gathering.ts";
import { arrayOf, bool, int4, int8, json, jsonText, text, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { writtenTogether } from "../database/written-together.ts";

export type HandledRequestStore = ReturnType<typeof handledRequestStore>;

/** After an outage Slack can deliver events of days before. */
const KEPT_MS = 8 * 24 * MS_PER_HOUR;
/** Whoever works on something says so again and again; after this, another may think that they are gone. */
const CLAIM_MS = 2 * MS_PER_MINUTE;
/** What ends the process each time must not do so for ever. */
const MOST_ATTEMPTS = 3;

/** Something Slack delivered that was begun and not done. */
export type LeftRequest = {
  readonly id: string;
  /** As Slack sent it. */
  readonly body: unknown;
  readonly attempt: number;
};

/** Something Slack delivered that ended the process each time it was worked on. */
export type GivenUp = Omit<LeftRequest, "attempt"> & { readonly handledAt: Date };

/** Chosen: more than arrive while one statement runs. */
const MOST_AT_ONCE = 100;

type Delivered = { readonly id: string; readonly body: unknown; readonly now: Date };

export function handledRequestStore({ pool, firstPool, prisma }: Database) {
  const keep = gathering({
    work: (delivered: readonly Delivered[]) => keepTogether(firstPool, delivered),
    keyOf: ({ id }) => id,
    mostAtOnce: MOST_AT_ONCE,
  });
  return {
    /**
     * Keeps what Slack delivered, for whoever calls to work on it, together with what arrives while others are being kept.
     * @returns whether it is new: what is known is done, or somebody works on it
     */
    keep: (id: string, body: unknown, now: Date): Promise<boolean> => keep({ id, body, now }),

    /** Keeps nothing: for the connection that requests are kept by, and its plan, to be there before the first one comes. */
    async keepNone(): Promise<void> {
      await keepTogether(firstPool, []);
    },

    /** What was kept is done; what it said is forgotten. */
    done: writtenTogether((ids: readonly string[]) => DONE.run(pool, { ids })),

    /** Says that these are still worked on. */
    async stillAtWork(ids: readonly string[], now: Date): Promise<void> {
      if (ids.length > 0) await STILL_AT_WORK.run(pool, { ids, until: claimEnd(now) });
    },

    /** Takes over what others began and did not finish, oldest first; of two that ask, one gets each. */
    takeLeft: (now: Date, limit: number): Promise<LeftRequest[]> =>
      TAKE_LEFT.all(pool, { now, until: claimEnd(now), limit, mostAttempts: MOST_ATTEMPTS }),

    /**
     * Takes what was begun three times and never finished, and is told to nobody yet, oldest first; of two that ask, one gets
     * each. Whoever takes it and ends before `gaveUp` leaves it to the next.
     */
    takeGivenUp: (now: Date, limit: number): Promise<GivenUp[]> =>
      TAKE_GIVEN_UP.all(pool, { now, until: claimEnd(now), limit, mostAttempts: MOST_ATTEMPTS }),

    /** Notes that a request was given up and told of. What it said stays until it is forgotten, to be looked into. */
    async gaveUp(id: string, now: Date): Promise<void> {
      await GAVE_UP.run(pool, { id, now });
    },

    /** Whether this is new; from then on it is known, on every instance, for days. */
    async claim(id: string, now: Date): Promise<boolean> {
      return (await CLAIM.run(pool, { id, now })) === 1;
    },

    /**
     * Takes a claim back: what was claimed was not done. Where the same came once more meanwhile, and was acknowledged as known, it
     * stays for the next that takes over what is left.
     */
    async release(id: string, now: Date): Promise<void> {
      await RELEASE.run(pool, { id, now });
    },

    /** Forgets what was handled more than eight days ago. @returns how many */
    async forgetOld(now: Date): Promise<number> {
      const before = new Date(now.getTime() - KEPT_MS);
      const { count } = await prisma.handledRequest.deleteMany({ where: { handledAt: { lt: before } } });
      return count;
    },
  };
}

const claimEnd = (now: Date) => new Date(now.getTime() + CLAIM_MS);

/** @returns of each whether it is new */
async function keepTogether(db: Queryable, delivered: readonly Delivered[]): Promise<boolean[]> {
  const rows = await KEEP.all(db, {
    ids: delivered.map(({ id }) => id),
    moments: delivered.map(({ now }) => now),
    bodies: delivered.map(({ body }) => JSON.stringify(body)),
    untils: delivered.map(({ now }) => claimEnd(now)),
  });
  const isNew = new Map(rows.map((row) => [row.id, row.isNew]));
  return delivered.map(({ id }) => isNew.get(id) ?? false);
}

/** In the order of their ids, so that two processes that are sent the same wait for each other instead of forever. */
const KEEP = statement({
  name: "messages/handled-requests: keep",
  sql: `
  INSERT INTO handled_requests (id, handled_at, body, claimed_until)
  SELECT id, moment, body, until
  FROM unnest(:ids::text[], :moments::timestamptz[], :bodies::jsonb[], :untils::timestamptz[]) AS r (id, moment, body, until)
  ORDER BY id
  ON CONFLICT (id) DO UPDATE SET sent_again = true, body = EXCLUDED.body WHERE handled_requests.body IS NOT NULL
  RETURNING id, NOT sent_again AS "isNew"`,
  parameters: {
    ids: arrayOf(text),
    moments: arrayOf(timestamptz),
    bodies: arrayOf(jsonText),
    untils: arrayOf(timestamptz),
  },
  row: { id: text, isNew: bool },
  isKeptPlanned: true,
});

const RELEASE = statement({
  name: "messages/handled-requests: release",
  sql: `
  WITH left_over AS (
    UPDATE handled_requests SET sent_again = false, claimed_until = :now WHERE id = :id AND sent_again
  )
  DELETE FROM handled_requests WHERE id = :id AND NOT sent_again`,
  parameters: { id: text, now: timestamptz },
});

const DONE = statement({
  name: "messages/handled-requests: done",
  sql: "UPDATE handled_requests SET body = NULL, claimed_until = NULL WHERE id = ANY (:ids::text[])",
  parameters: { ids: arrayOf(text) },
  isKeptPlanned: true,
});

const STILL_AT_WORK = statement({
  name: "messages/handled-requests: still at work",
  sql: "UPDATE handled_requests SET claimed_until = :until WHERE id = ANY (:ids::text[]) AND claimed_until IS NOT NULL",
  parameters: { ids: arrayOf(text), until: timestamptz },
});

const TAKE_LEFT = statement({
  name: "messages/handled-requests: take left",
  sql: `
  WITH left_over AS (
    SELECT id FROM handled_requests
    WHERE claimed_until <= :now AND body IS NOT NULL AND attempts < :mostAttempts
    ORDER BY handled_at LIMIT :limit FOR UPDATE SKIP LOCKED
  )
  UPDATE handled_requests SET claimed_until = :until, attempts = attempts + 1
  FROM left_over WHERE handled_requests.id = left_over.id
  RETURNING handled_requests.id, body, attempts::int AS attempt`,
  parameters: { now: timestamptz, until: timestamptz, limit: int8, mostAttempts: int4 },
  row: { id: text, body: json<unknown>(), attempt: int4 },
});

const TAKE_GIVEN_UP = statement({
  name: "messages/handled-requests: take given up",
  sql: `
  WITH given_up AS (
    SELECT id FROM handled_requests
    WHERE claimed_until <= :now AND body IS NOT NULL AND attempts >= :mostAttempts
    ORDER BY handled_at LIMIT :limit FOR UPDATE SKIP LOCKED
  )
  UPDATE handled_requests SET claimed_until = :until
  FROM given_up WHERE handled_requests.id = given_up.id
  RETURNING handled_requests.id, body, handled_at AS "handledAt"`,
  parameters: { now: timestamptz, until: timestamptz, limit: int8, mostAttempts: int4 },
  row: { id: text, body: json<unknown>(), handledAt: timestamptz },
});

const GAVE_UP = statement({
  name: "messages/handled-requests: gave up",
  sql: "UPDATE handled_requests SET gave_up_at = :now, claimed_until = NULL WHERE id = :id",
  parameters: { id: text, now: timestamptz },
});

/** Who comes first is told by the insert itself. */
const CLAIM = statement({
  name: "messages/handled-requests: claim",
  sql: "INSERT INTO handled_requests (id, handled_at) VALUES (:id, :now) ON CONFLICT (id) DO NOTHING",
  parameters: { id: text, now: timestamptz },
});
