import { randomUUID } from "node:crypto";
import { arrayOf, bool, bytea, float8, int4, json, nullable, text } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";

/** Work under way, of which several processes may take ranges. */
export type SharedRun<Settings = unknown> = {
  readonly id: number;
  readonly settings: Settings;
  /** Of how many ranges. */
  readonly total: number;
};

/** Customers by id, both ends included. */
export type SharedRange = { readonly fromCustomerId: number; readonly toCustomerId: number };

export type NewSharedRun<Settings> = {
  /** What is done, and the version of what comes of it: a process takes ranges of the kinds that it knows. */
  readonly kind: string;
  /** What all ranges have in common: plain JSON. */
  readonly settings: Settings;
  /** Who begins the same kind about the same leads it as well; null: it has one leader. */
  readonly topic: string | null;
  readonly ranges: readonly SharedRange[];
};

/** A range to work on; `attempt` proves the claim. */
export type RangeClaim = SharedRange & { readonly place: number; readonly attempt: number };

/** Whoever leads a run ends it; helpers take ranges only while it is led. */
export type RunPart = { readonly runId: number; readonly leads: boolean };

export type RunProgress = { readonly done: number; readonly total: number };

/** What came of a range, as it was kept. */
export type KeptResult = { readonly place: number; readonly result: Buffer };

/**
 * A range takes a second or two. A process that dies keeps its ranges for so long; a living one renews them. Chosen by the
 * product: others wait no longer than a person would.
 */
const CLAIM_SECONDS = 10;
/** Of a run whose leader has gone nobody asks anything after this. Chosen. */
const KEPT_SECONDS = 3600;
/** Results that are read at once. Chosen: those of a training have some megabytes each. */
const RESULTS_AT_ONCE = 8;

export type SharedRunStore = ReturnType<typeof sharedRunStore>;

/** Runs and their ranges. Claims are compared by the database server's clock: processes on several machines have one each. */
export function sharedRunStore({ pool }: Pick<Database, "pool">) {
  const leader = randomUUID();
  return {
    /** Begins a run, or joins the one of the same kind and topic that is led right now. */
    begin: <Settings>({
      kind,
      settings,
      topic,
      ranges,
    }: NewSharedRun<Settings>): Promise<SharedRun<Settings>> =>
      inTransaction({ pool }, async (client) => {
        if (topic !== null) {
          await ONE_AT_A_TIME.run(client);
          const led = await LED.first(client, { kind, topic });
          // What was begun under the same kind has settings of the same shape.
          if (led !== null) return led as SharedRun<Settings>;
        }
        await FORGET.run(client, { keptSeconds: KEPT_SECONDS });
        const { id } = await BEGIN.one(client, {
          kind,
          settings,
          topic,
          leader,
          claimSeconds: CLAIM_SECONDS,
        });
        await ADD_RANGES.run(client, {
          runId: id,
          from: ranges.map(({ fromCustomerId }) => fromCustomerId),
          to: ranges.map(({ toCustomerId }) => toCustomerId),
        });
        return { id, settings, total: ranges.length };
      }),

    /** Another process's run with ranges that nobody has claimed; null: there is none to help with, but for the given ones. */
    toHelp: (kind: string, except: ReadonlySet<number>): Promise<SharedRun | null> =>
      TO_HELP.first(pool, { kind, leader, except: [...except] }),

    /** The next range that is neither settled nor in anybody's hands; null: there is none. */
    claim: (part: RunPart): Promise<RangeClaim | null> =>
      CLAIM.first(pool, { ...part, claimSeconds: CLAIM_SECONDS }),

    /** Keeps claims, and for its leader the run, for another while. */
    async renew({ runId, leads }: RunPart, claims: readonly RangeClaim[]): Promise<void> {
      if (claims.length > 0)
        await RENEW.run(pool, { runId, ...placesOf(claims), claimSeconds: CLAIM_SECONDS });
      if (leads) await LEAD_ON.run(pool, { runId, claimSeconds: CLAIM_SECONDS });
    },

    /** Gives claims back: somebody else may take the ranges at once. */
    async release(runId: number, claims: readonly RangeClaim[]): Promise<void> {
      if (claims.length > 0) await RENEW.run(pool, { runId, ...placesOf(claims), claimSeconds: 0 });
    },

    /**
     * Settles a range, unless a later claim did.
     * @param result null: the leader has it
     * @returns how far the run is
     */
    settle: (runId: number, { place, attempt }: RangeClaim, result: Buffer | null): Promise<RunProgress> =>
      SETTLE.one(pool, { runId, place, attempt, result }),

    /** What was kept of the settled ranges after a place, in their order, some at a time; none: that was all. */
    results: (runId: number, after: number): Promise<KeptResult[]> => RESULTS.all(pool, { runId, after }),

    progress: (runId: number): Promise<RunProgress> => PROGRESS.one(pool, { runId }),

    /** Whether it has succeeded or not: nobody helps any more. What only one could lead goes with its results. */
    async end(runId: number): Promise<void> {
      await END.run(pool, { runId });
    },
  };
}

const placesOf = (claims: readonly RangeClaim[]) => ({
  places: claims.map(({ place }) => place),
  attempts: claims.map(({ attempt }) => attempt),
});

/** Two that begin at once must see each other. */
const ONE_AT_A_TIME = statement({
  name: "shared-work/shared-runs: one at a time",
  sql: "LOCK TABLE shared_runs IN SHARE ROW EXCLUSIVE MODE",
});

const FORGET = statement({
  name: "shared-work/shared-runs: forget",
  sql: "DELETE FROM shared_runs WHERE led_until < clock_timestamp() - make_interval(secs => :keptSeconds)",
  parameters: { keptSeconds: float8 },
});

const LED = statement({
  name: "shared-work/shared-runs: led",
  sql: `
  SELECT id, settings, (SELECT count(*) FROM shared_ranges WHERE run_id = run.id)::int AS total FROM shared_runs run
  WHERE kind = :kind AND topic = :topic AND finished_at IS NULL AND led_until > clock_timestamp()
  ORDER BY id LIMIT 1`,
  parameters: { kind: text, topic: text },
  row: { id: int4, settings: json(), total: int4 },
});

const BEGIN = statement({
  name: "shared-work/shared-runs: begin",
  sql: `
  INSERT INTO shared_runs (kind, settings, topic, leader, led_until)
  VALUES (:kind, :settings, :topic, :leader, clock_timestamp() + make_interval(secs => :claimSeconds)) RETURNING id`,
  parameters: { kind: text, settings: json(), topic: nullable(text), leader: text, claimSeconds: float8 },
  row: { id: int4 },
});

const ADD_RANGES = statement({
  name: "shared-work/shared-runs: add ranges",
  sql: `
  INSERT INTO shared_ranges (run_id, place, from_customer_id, to_customer_id)
  SELECT :runId, place, "from", "to" FROM unnest(:from::int[], :to::int[]) WITH ORDINALITY AS r ("from", "to", place)`,
  parameters: { runId: int4, from: arrayOf(int4), to: arrayOf(int4) },
});

const TO_HELP = statement({
  name: "shared-work/shared-runs: to help",
  sql: `
  SELECT id, settings, (SELECT count(*) FROM shared_ranges WHERE run_id = run.id)::int AS total FROM shared_runs run
  WHERE kind = :kind AND finished_at IS NULL AND led_until > clock_timestamp() AND leader <> :leader
    AND id <> ALL (:except::int[]) AND EXISTS (
    SELECT FROM shared_ranges WHERE run_id = run.id AND NOT settled
      AND (claimed_until IS NULL OR claimed_until <= clock_timestamp()))
  ORDER BY id LIMIT 1`,
  parameters: { kind: text, leader: text, except: arrayOf(int4) },
  row: { id: int4, settings: json(), total: int4 },
});

const CLAIM = statement({
  name: "shared-work/shared-runs: claim",
  sql: `
  UPDATE shared_ranges SET attempt = attempt + 1,
    claimed_until = clock_timestamp() + make_interval(secs => :claimSeconds)
  WHERE run_id = :runId AND place = (
    SELECT place FROM shared_ranges
    WHERE run_id = :runId AND NOT settled AND (claimed_until IS NULL OR claimed_until <= clock_timestamp())
      AND (:leads OR EXISTS (
        SELECT FROM shared_runs WHERE id = :runId AND finished_at IS NULL AND led_until > clock_timestamp()))
    ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING place, from_customer_id AS "fromCustomerId", to_customer_id AS "toCustomerId", attempt`,
  parameters: { runId: int4, leads: bool, claimSeconds: float8 },
  row: { place: int4, fromCustomerId: int4, toCustomerId: int4, attempt: int4 },
});

const RENEW = statement({
  name: "shared-work/shared-runs: renew",
  sql: `
  UPDATE shared_ranges r SET claimed_until = clock_timestamp() + make_interval(secs => :claimSeconds)
  FROM unnest(:places::int[], :attempts::int[]) AS mine (place, attempt)
  WHERE r.run_id = :runId AND r.place = mine.place AND r.attempt = mine.attempt AND NOT r.settled`,
  parameters: { runId: int4, places: arrayOf(int4), attempts: arrayOf(int4), claimSeconds: float8 },
});

const LEAD_ON = statement({
  name: "shared-work/shared-runs: lead on",
  sql: `
  UPDATE shared_runs SET led_until = clock_timestamp() + make_interval(secs => :claimSeconds)
  WHERE id = :runId AND finished_at IS NULL`,
  parameters: { runId: int4, claimSeconds: float8 },
});

/** A statement does not see what its own WITH has written. */
const SETTLE = statement({
  name: "shared-work/shared-runs: settle",
  sql: `
  WITH settled AS (
    UPDATE shared_ranges SET settled = true, result = :result
    WHERE run_id = :runId AND place = :place AND attempt = :attempt AND NOT settled RETURNING place)
  SELECT (count(*) FILTER (WHERE settled) + (SELECT count(*) FROM settled))::int AS done, count(*)::int AS total
  FROM shared_ranges WHERE run_id = :runId`,
  parameters: { runId: int4, place: int4, attempt: int4, result: nullable(bytea) },
  row: { done: int4, total: int4 },
});

const RESULTS = statement({
  name: "shared-work/shared-runs: results",
  sql: `
  SELECT place, result FROM shared_ranges WHERE run_id = :runId AND place > :after AND result IS NOT NULL
  ORDER BY place LIMIT ${RESULTS_AT_ONCE}`,
  parameters: { runId: int4, after: int4 },
  row: { place: int4, result: bytea },
});

const PROGRESS = statement({
  name: "shared-work/shared-runs: progress",
  sql: `
  SELECT count(*) FILTER (WHERE settled)::int AS done, count(*)::int AS total FROM shared_ranges WHERE run_id = :runId`,
  parameters: { runId: int4 },
  row: { done: int4, total: int4 },
});

const END = statement({
  name: "shared-work/shared-runs: end",
  sql: `
  WITH dropped AS (DELETE FROM shared_runs WHERE id = :runId AND topic IS NULL)
  UPDATE shared_runs SET finished_at = clock_timestamp() WHERE id = :runId AND topic IS NOT NULL AND finished_at IS NULL`,
  parameters: { runId: int4 },
});
