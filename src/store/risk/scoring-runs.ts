import { randomUUID } from "node:crypto";
import type { ScoringCounts } from "../../domain/risk/scores/scoring-counts.ts";
import type { RestingSource } from "../../domain/risk/scores/stale-source.ts";
import { arrayOf, bool, float8, int4, json, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import type { CustomerRange } from "./customer-range.ts";

/** A scoring under way. */
export type ScoringRun = {
  readonly id: number;
  readonly asOf: Date;
  readonly modelVersionId: number;
  readonly resting: readonly RestingSource[];
};

export type NewScoringRun = Omit<ScoringRun, "id"> & { readonly ranges: readonly CustomerRange[] };

/** A range to score; `attempt` proves the claim. */
export type RangeClaim = CustomerRange & { readonly place: number; readonly attempt: number };

/** Whoever leads a scoring ends it; helpers take ranges only while it is led. */
export type ScoringPart = { readonly runId: number; readonly leads: boolean };

export type ScoringProgress = { readonly done: number; readonly total: number };

/**
 * A range takes a second or two. A process that dies keeps its ranges for so long; a living one renews them. Chosen by the
 * product: others wait no longer than a person would.
 */
const CLAIM_SECONDS = 10;
/** A scoring whose leader has gone is looked at by nobody after this. Chosen. */
const KEPT_SECONDS = 24 * 3600;

export type ScoringRunStore = ReturnType<typeof scoringRunStore>;

/**
 * Scorings and their ranges. Claims are compared by the database server's clock: processes on several machines have one each.
 */
export function scoringRunStore({ pool }: Pick<Database, "pool">) {
  const leader = randomUUID();
  return {
    /** Begins a scoring, or joins the one of the same moment and model that is led right now. */
    begin: ({ asOf, modelVersionId, resting, ranges }: NewScoringRun): Promise<ScoringRun> =>
      inTransaction({ pool }, async (client) => {
        await ONE_AT_A_TIME.run(client);
        await FORGET.run(client, { keptSeconds: KEPT_SECONDS });
        const led = await LED.first(client, { asOf, modelVersionId });
        if (led !== null) return { ...led, asOf, modelVersionId };
        const run = { asOf, modelVersionId, resting, leader, claimSeconds: CLAIM_SECONDS };
        const { id } = await BEGIN.one(client, run);
        await ADD_RANGES.run(client, {
          runId: id,
          from: ranges.map(({ fromCustomerId }) => fromCustomerId),
          to: ranges.map(({ toCustomerId }) => toCustomerId),
        });
        return { id, asOf, modelVersionId, resting };
      }),

    /** Another process's scoring with ranges that nobody has claimed; null: there is none to help with, but for the given ones. */
    toHelp: (except: ReadonlySet<number>): Promise<ScoringRun | null> =>
      TO_HELP.first(pool, { leader, except: [...except] }),

    /** The next range that is neither scored nor in anybody's hands; null: there is none. */
    claim: (part: ScoringPart): Promise<RangeClaim | null> =>
      CLAIM.first(pool, { ...part, claimSeconds: CLAIM_SECONDS }),

    /** Keeps claims, and for its leader the scoring, for another while. */
    async renew({ runId, leads }: ScoringPart, claims: readonly RangeClaim[]): Promise<void> {
      await RENEW.run(pool, { runId, ...placesOf(claims), claimSeconds: CLAIM_SECONDS });
      if (leads) await LEAD_ON.run(pool, { runId, claimSeconds: CLAIM_SECONDS });
    },

    /** Gives claims back: somebody else may take the ranges at once. */
    async release(runId: number, claims: readonly RangeClaim[]): Promise<void> {
      if (claims.length > 0) await RENEW.run(pool, { runId, ...placesOf(claims), claimSeconds: 0 });
    },

    /** Keeps what came of a range, unless a later claim settled it. @returns how far the scoring is */
    settle: (
      runId: number,
      { place, attempt }: RangeClaim,
      counts: ScoringCounts,
    ): Promise<ScoringProgress> => SETTLE.one(pool, { runId, place, attempt, counts }),

    /** What came of the ranges that are scored. */
    async counts(runId: number): Promise<ScoringCounts[]> {
      return (await COUNTS.all(pool, { runId })).map(({ counts }) => counts);
    },

    progress: (runId: number): Promise<ScoringProgress> => PROGRESS.one(pool, { runId }),

    /** Whether it has succeeded or not: nobody helps any more. */
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
  name: "risk/scoring-runs: one at a time",
  sql: "LOCK TABLE scoring_runs IN SHARE ROW EXCLUSIVE MODE",
});

const FORGET = statement({
  name: "risk/scoring-runs: forget",
  sql: "DELETE FROM scoring_runs WHERE led_until < clock_timestamp() - make_interval(secs => :keptSeconds)",
  parameters: { keptSeconds: float8 },
});

const LED = statement({
  name: "risk/scoring-runs: led",
  sql: `
  SELECT id, resting FROM scoring_runs
  WHERE as_of = :asOf AND model_version_id = :modelVersionId AND finished_at IS NULL AND led_until > clock_timestamp()
  ORDER BY id LIMIT 1`,
  parameters: { asOf: timestamptz, modelVersionId: int4 },
  row: { id: int4, resting: json<readonly RestingSource[]>() },
});

const BEGIN = statement({
  name: "risk/scoring-runs: begin",
  sql: `
  INSERT INTO scoring_runs (as_of, model_version_id, resting, leader, led_until)
  VALUES (:asOf, :modelVersionId, :resting, :leader, clock_timestamp() + make_interval(secs => :claimSeconds)) RETURNING id`,
  parameters: {
    asOf: timestamptz,
    modelVersionId: int4,
    resting: json<readonly RestingSource[]>(),
    leader: text,
    claimSeconds: float8,
  },
  row: { id: int4 },
});

const ADD_RANGES = statement({
  name: "risk/scoring-runs: add ranges",
  sql: `
  INSERT INTO scoring_ranges (run_id, place, from_customer_id, to_customer_id)
  SELECT :runId, place, "from", "to" FROM unnest(:from::int[], :to::int[]) WITH ORDINALITY AS r ("from", "to", place)`,
  parameters: { runId: int4, from: arrayOf(int4), to: arrayOf(int4) },
});

const TO_HELP = statement({
  name: "risk/scoring-runs: to help",
  sql: `
  SELECT id, as_of AS "asOf", model_version_id AS "modelVersionId", resting FROM scoring_runs run
  WHERE finished_at IS NULL AND led_until > clock_timestamp() AND leader <> :leader
    AND id <> ALL (:except::int[]) AND EXISTS (
    SELECT FROM scoring_ranges WHERE run_id = run.id AND counts IS NULL
      AND (claimed_until IS NULL OR claimed_until <= clock_timestamp()))
  ORDER BY id LIMIT 1`,
  parameters: { leader: text, except: arrayOf(int4) },
  row: { id: int4, asOf: timestamptz, modelVersionId: int4, resting: json<readonly RestingSource[]>() },
});

const CLAIM = statement({
  name: "risk/scoring-runs: claim",
  sql: `
  UPDATE scoring_ranges SET attempt = attempt + 1,
    claimed_until = clock_timestamp() + make_interval(secs => :claimSeconds)
  WHERE run_id = :runId AND place = (
    SELECT place FROM scoring_ranges
    WHERE run_id = :runId AND counts IS NULL AND (claimed_until IS NULL OR claimed_until <= clock_timestamp())
      AND (:leads OR EXISTS (
        SELECT FROM scoring_runs WHERE id = :runId AND finished_at IS NULL AND led_until > clock_timestamp()))
    ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING place, from_customer_id AS "fromCustomerId", to_customer_id AS "toCustomerId", attempt`,
  parameters: { runId: int4, leads: bool, claimSeconds: float8 },
  row: { place: int4, fromCustomerId: int4, toCustomerId: int4, attempt: int4 },
});

const RENEW = statement({
  name: "risk/scoring-runs: renew",
  sql: `
  UPDATE scoring_ranges r SET claimed_until = clock_timestamp() + make_interval(secs => :claimSeconds)
  FROM unnest(:places::int[], :attempts::int[]) AS mine (place, attempt)
  WHERE r.run_id = :runId AND r.place = mine.place AND r.attempt = mine.attempt AND r.counts IS NULL`,
  parameters: { runId: int4, places: arrayOf(int4), attempts: arrayOf(int4), claimSeconds: float8 },
});

const LEAD_ON = statement({
  name: "risk/scoring-runs: lead on",
  sql: `
  UPDATE scoring_runs SET led_until = clock_timestamp() + make_interval(secs => :claimSeconds)
  WHERE id = :runId AND finished_at IS NULL`,
  parameters: { runId: int4, claimSeconds: float8 },
});

/** A statement does not see what its own WITH has written. */
const SETTLE = statement({
  name: "risk/scoring-runs: settle",
  sql: `
  WITH settled AS (
    UPDATE scoring_ranges SET counts = :counts
    WHERE run_id = :runId AND place = :place AND attempt = :attempt AND counts IS NULL RETURNING place)
  SELECT (count(counts) + (SELECT count(*) FROM settled))::int AS done, count(*)::int AS total
  FROM scoring_ranges WHERE run_id = :runId`,
  parameters: { runId: int4, place: int4, attempt: int4, counts: json<ScoringCounts>() },
  row: { done: int4, total: int4 },
});

const COUNTS = statement({
  name: "risk/scoring-runs: counts",
  sql: "SELECT counts FROM scoring_ranges WHERE run_id = :runId AND counts IS NOT NULL ORDER BY place",
  parameters: { runId: int4 },
  row: { counts: json<ScoringCounts>() },
});

const PROGRESS = statement({
  name: "risk/scoring-runs: progress",
  sql: "SELECT count(counts)::int AS done, count(*)::int AS total FROM scoring_ranges WHERE run_id = :runId",
  parameters: { runId: int4 },
  row: { done: int4, total: int4 },
});

const END = statement({
  name: "risk/scoring-runs: end",
  sql: "UPDATE scoring_runs SET finished_at = clock_timestamp() WHERE id = :runId AND finished_at IS NULL",
  parameters: { runId: int4 },
});
