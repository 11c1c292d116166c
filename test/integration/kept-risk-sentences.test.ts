import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import { expect, it } from "vitest";
import { asWritten, type Phrase, phrase } from "../../src/domain/phrase.ts";
import { type PromotionDecision, whyDecided } from "../../src/domain/risk/versions/model-version.ts";
import { textOf } from "../../src/words/text.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const FOLDER = new URL("../../prisma/migrations/", import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((name) => name !== "migration_lock.toml")
  .sort();
const CHANGE = "20261128140000_risk_phrases";
const sqlOf = (name: string) => readFileSync(new URL(`${name}/migration.sql`, FOLDER), "utf8");

const stale = (source: string, day: string, usual: number) =>
  phrase("no-score.stale-source", { source, last: { day }, usual });
/** Why there was no score, as it was kept in January 2027, and as it is now. */
const NO_SCORE: ReadonlyArray<readonly [string, Phrase]> = [
  [
    "not enough history yet: 1 purchase, 12 days",
    phrase("no-score.short-history", { purchases: 1, days: 12 }),
  ],
  [
    "not enough history yet: no purchases, no days",
    phrase("no-score.short-history", { purchases: 0, days: 0 }),
  ],
  [
    "no signal found in this history: nothing in it tells who leaves; about 75 % of all customers do within 60 days",
    phrase("no-score.no-signal", { percent: 75, days: 60 }),
  ],
  [
    "no signal found in this history: nothing in it tells who leaves; over 99 % of all customers do within 90 days",
    phrase("no-score.no-signal", { percent: 100, days: 90 }),
  ],
  [
    "no signal found in this history: nothing in it tells who leaves; under 1 % of all customers do within 90 days",
    phrase("no-score.no-signal", { percent: 0, days: 90 }),
  ],
  ["no data from “crm” since 3 Jan (usually every day)", stale("crm", "2027-01-03", 1)],
  [
    "no data from “纷享 “销客” {x}” since 12 Sept 2026 (usually at least every 3 days)",
    stale("纷享 “销客” {x}", "2026-09-12", 3),
  ],
  ["not enough history yet", asWritten("not enough history yet")],
];

const SLICE = { at: "2026-08-03T00:00:00.000Z", customers: 400 };
const ON_SLICE = { champion: 2, customers: 400, day: { day: "2026-08-03" } };
const NOT_COMPARED = { championId: 2, difference: null, interval: null, slice: null };
const compared = (low: number, high: number) => ({
  ...{ championId: 2, difference: -0.02004, interval: { low, high }, slice: SLICE },
});
const FIGURES = "on the 400 customers of 2026-08-03 (log loss −0.0200, 95 % interval";
type Kept = Omit<PromotionDecision, "reason"> & { readonly reason: string };
/** Decisions as they were kept, and what is read of them now. */
const DECISIONS: ReadonlyArray<readonly [Kept, string]> = [
  [
    { kind: "first", ...NOT_COMPARED, championId: null, reason: "It is the first model." },
    "It is the first model.",
  ],
  [
    {
      ...{ kind: "better", ...compared(-0.03, -0.01) },
      reason: `Better than version 2 beyond chance ${FIGURES} −0.0300 to −0.0100). It takes its place.`,
    },
    "Better than version 2 beyond chance on the 400 customers of 3 Aug 2026 (log loss -0.0200, 95 % interval -0.0300 to -0.0100). It takes its place.",
  ],
  [
    {
      ...{ kind: "not-better", ...compared(-0.05, 0.01) },
      reason: `Not better than version 2 beyond chance ${FIGURES} −0.0500 to +0.0100). The champion stays.`,
    },
    "Not better than version 2 beyond chance on the 400 customers of 3 Aug 2026 (log loss -0.0200, 95 % interval -0.0500 to +0.0100). The champion stays.",
  ],
  [
    {
      ...{ kind: "forced", ...compared(0.01, 0.03) },
      reason: `Promoted on demand. Worse than version 2 beyond chance ${FIGURES} +0.0100 to +0.0300).`,
    },
    "Promoted on demand. Worse than version 2 beyond chance on the 400 customers of 3 Aug 2026 (log loss -0.0200, 95 % interval +0.0100 to +0.0300).",
  ],
  [
    {
      ...{ kind: "champion-unfit", ...NOT_COMPARED, slice: SLICE },
      reason:
        "It replaces version 2, which is no longer fit to serve: on the 400 customers of 2026-08-03 it said the same of everybody.",
    },
    textOf(phrase("decision.champion-unfit", { ...ON_SLICE, why: phrase("unfit.all-alike") }), "en"),
  ],
  [
    {
      ...{ kind: "champion-unusable", ...NOT_COMPARED },
      reason: "It replaces version 2, which could not be used: it looks 90 days ahead and this one 60.",
    },
    "It replaces version 2, which could not be used. It looked 90 days ahead, and the new one looks 60 days ahead.",
  ],
  [
    {
      ...{ kind: "champion-unusable", ...NOT_COMPARED },
      reason:
        "It replaces version 2, which could not be used: The stored model contradicts itself (width). Train again.",
    },
    "It replaces version 2, which could not be used. Model version 2 can no longer be read. A new training replaces it.",
  ],
  [{ kind: "better", ...NOT_COMPARED, reason: "Somebody said so." }, "Somebody said so."],
];

describeOnEachDatabase("what was said of risk before there were codes", (database) => {
  /** In a schema of its own, which the migrations up to the change have made. */
  const before = async (work: (client: pg.PoolClient) => Promise<void>) => {
    const client = await database().pool.connect();
    try {
      await client.query("CREATE SCHEMA before_risk; SET search_path TO before_risk, public");
      for (const name of NAMES.slice(0, NAMES.indexOf(CHANGE))) await client.query(sqlOf(name));
      await work(client);
    } finally {
      await client.query("DROP SCHEMA before_risk CASCADE; RESET search_path");
      client.release();
    }
  };

  it("is read as it was: why there is no score, why versions serve, and whom digests named why", async () => {
    await before(async (client) => {
      await client.query(
        `INSERT INTO customers (source, external_id, name)
         SELECT 't', place::text, 'Acme' FROM generate_series(1, $1) AS place`,
        [NO_SCORE.length + 1],
      );
      await client.query(
        `INSERT INTO scores (customer_id, as_of, probability, silence, reasons)
         SELECT id, '2027-01-31T04:00:00Z', CASE WHEN sentence IS NULL THEN 0.5 END, sentence, '[]'
         FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM customers) AS c
         LEFT JOIN unnest($1::text[]) WITH ORDINALITY AS s (sentence, place) USING (place)`,
        [NO_SCORE.map(([sentence]) => sentence)],
      );
      await client.query(
        `INSERT INTO model_versions (trained_at, serves, horizon_days, seed, settings, metrics, artifact, artifact_hash,
           duration_ms, decision)
         SELECT now(), 'network', 90, 1, '{}', '{}', '', 'x', 1, decision
         FROM jsonb_array_elements($1::jsonb) AS d (decision)`,
        [JSON.stringify([...DECISIONS.map(([decision]) => decision), {}])],
      );
      const change = (reason: string | null) => ({ customerId: 1, name: "Acme", probability: 0.6, reason });
      const digest = {
        kind: "digest",
        newlyHigh: { count: 1, top: [change("Orders every 21 days – raises the risk")] },
        risers: [change(null), change("3 tickets open – raises the risk")],
        fallers: [],
      };
      await client.query(
        `INSERT INTO outbox (key, kind, recipient, message, next_attempt_at, created_at)
         VALUES ('d', 'digest', 'C1', $1, now(), now()), ('x', 'job-alert', 'C1', '{"error": "x"}', now(), now())`,
        [JSON.stringify(digest)],
      );
      await client.query(sqlOf(CHANGE));

      const { rows: scores } = await client.query("SELECT silence FROM scores ORDER BY customer_id");
      expect(scores.map(({ silence }) => silence)).toEqual([...NO_SCORE.map(([, now]) => now), null]);
      const { rows: versions } = await client.query<{ decision: PromotionDecision }>(
        "SELECT decision FROM model_versions ORDER BY id",
      );
      const decided = versions.slice(0, -1).map(({ decision }) => textOf(whyDecided(decision), "en"));
      expect(decided).toEqual(DECISIONS.map(([, now]) => now));
      expect(versions.at(-1)?.decision).toEqual({});
      const { rows: messages } = await client.query("SELECT message FROM outbox ORDER BY key");
      expect(messages[0].message).toEqual({
        ...digest,
        newlyHigh: {
          count: 1,
          top: [{ ...change(null), reason: asWritten("Orders every 21 days – raises the risk") }],
        },
        risers: [change(null), { ...change(null), reason: asWritten("3 tickets open – raises the risk") }],
      });
      expect(messages[1].message).toEqual({ error: "x" });
    });
  });
});
