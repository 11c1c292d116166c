import { expect, it } from "vitest";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import { phrase } from "../../src/domain/phrase.ts";
import { auditScore } from "../../src/flows/risk/explanation/audit-score.ts";
import { explainMovement } from "../../src/flows/risk/explanation/explain-movement.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";

const T1 = LOG_END;
const T0 = daysAfter(T1, -14);
const deps = (database: Database, now = T1) => ({ ...createStore(database), model, clock: () => now });

async function trainedVersion(database: Database, asOf: Date): Promise<number> {
  const request = { asOf, horizonDays: 90, seed: 1 };
  const trained = await trainModel(deps(database, asOf), request);
  if (trained.kind !== "trained") throw new Error(trained.reason.code);
  // Whatever a comparison would say: this test needs the new one to serve.
  await database.pool.query("UPDATE model_versions SET promoted_at = now() WHERE id = $1", [
    trained.version.id,
  ]);
  return trained.version.id;
}

/** Scored two weeks ago by one model and now by the same or by another. */
async function scoredTwice(database: Database, { newModel }: { newModel: boolean }) {
  await generateLog(database, { customers: 300, activities: 6_000 });
  const oldVersion = await trainedVersion(database, T0);
  await scoreCustomers(deps(database), { asOf: T0 });
  const newVersion = newModel ? await trainedVersion(database, T1) : oldVersion;
  await scoreCustomers(deps(database), { asOf: T1 });
  return { oldVersion, newVersion };
}

const EVENTS = `(SELECT customer_id, at FROM activities UNION ALL SELECT customer_id, at FROM touches
  UNION ALL SELECT customer_id, at FROM feedback UNION ALL SELECT customer_id, opened_at FROM tickets
  UNION ALL SELECT customer_id, solved_at FROM tickets)`;

/** Scored at both moments, with or without anything dated in between. */
async function customersWith(database: Database, { news }: { news: boolean }): Promise<number[]> {
  const { rows } = await database.pool.query<{ id: number }>(
    `SELECT c.id FROM customers c
     WHERE (SELECT count(*) FROM scores s WHERE s.customer_id = c.id AND probability IS NOT NULL) = 2
       AND (c.started_on IS NULL OR c.started_on < $1::date)
       AND EXISTS (SELECT 1 FROM ${EVENTS} e WHERE e.customer_id = c.id AND e.at >= $1 AND e.at < $2) = $3
     ORDER BY c.id LIMIT 12`,
    [T0, T1, news],
  );
  return rows.map(({ id }) => id);
}

async function explained(database: Database, customerId: number) {
  const result = await explainMovement(deps(database), { customerId, now: T1 });
  if (result.kind !== "explained") throw new Error(JSON.stringify(result));
  return result;
}

describeOnEachDatabase("why a score moved", (database, itOnOne) => {
  it("is three parts that add up to the stored difference", async () => {
    const { oldVersion, newVersion } = await scoredTwice(database(), { newModel: true });
    expect(newVersion).not.toBe(oldVersion);
    const [busy, quiet] = [
      await customersWith(database(), { news: true }),
      await customersWith(database(), { news: false }),
    ];
    expect(Math.min(busy.length, quiet.length)).toBeGreaterThan(3);
    const moved = { time: 0, data: 0, model: 0 };
    for (const customerId of [...busy, ...quiet]) {
      const { from, to, movement, newData } = await explained(database(), customerId);
      const { time, data, model: byModel } = movement.parts;
      expect(Math.abs(time + data + byModel - (movement.after - movement.before))).toBeLessThan(1e-9);
      // Both scores are computed again to the last digit the store keeps.
      expect(movement.corrections).toBe(0);
      expect(Math.fround(movement.before)).toBeCloseTo(from.probability, 6);
      expect(Math.fround(movement.after)).toBeCloseTo(to.probability, 6);
      expect([from.modelVersionId, to.modelVersionId]).toEqual([oldVersion, newVersion]);
      if (quiet.includes(customerId)) {
        expect(data).toBe(0);
        expect(Object.values(newData).some(Boolean)).toBe(false);
      } else expect(Object.values(newData).some(Boolean)).toBe(true);
      moved.time += Math.abs(time);
      moved.data += Math.abs(data);
      moved.model += Math.abs(byModel);
    }
    expect(Math.min(moved.time, moved.data, moved.model)).toBeGreaterThan(0.01);
  });

  itOnOne("leaves the model out where it is the same, and tells what the new data was", async () => {
    await scoredTwice(database(), { newModel: false });
    const [customerId = 0] = await customersWith(database(), { news: false });
    expect((await explained(database(), customerId)).movement.parts.model).toBe(0);
    await database().pool.query(
      `INSERT INTO tickets (customer_id, source, external_id, subject, opened_at) VALUES ($1, 't', 'new', 'Late', $2)`,
      [customerId, daysAfter(T1, -3)],
    );
    await scoreCustomers(deps(database()), { asOf: T1 });
    const { movement, newData } = await explained(database(), customerId);
    expect(newData).toMatchObject({ ticketsOpened: 1, purchases: 0, contractBegan: false });
    expect(Math.abs(movement.parts.data)).toBeGreaterThan(1e-6);
    expect(movement.parts.model).toBe(0);
  });

  itOnOne(
    "is audited: the score replays from stored inputs, and says so when data changed afterwards",
    async () => {
      const { newVersion } = await scoredTwice(database(), { newModel: true });
      const [customerId = 0] = await customersWith(database(), { news: true });
      const audit = () => auditScore(deps(database()), { customerId });
      expect(await audit()).toMatchObject({
        kind: "audited",
        version: { id: newVersion, artifactHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
        replay: { kind: "same" },
        movement: { kind: "explained" },
      });
      // A backdated import: twenty purchases from before the first score.
      await database().pool.query(
        `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
       SELECT 't', n::text, $1, 'order', $2::timestamptz - make_interval(days => n), 5000, 'EUR'
       FROM generate_series(1, 20) AS n`,
        [customerId, T0],
      );
      const later = await audit();
      expect(later).toMatchObject({ replay: { kind: "differs", because: "data-changed-afterwards" } });
      if (later.kind !== "audited" || later.movement.kind !== "explained") throw new Error("not explained");
      const { from, to, movement } = later.movement;
      const { time, data, model: byModel } = movement.parts;
      expect(movement.corrections).not.toBe(0);
      expect(Math.abs(time + data + byModel - (to.probability - from.probability))).toBeLessThan(1e-9);
    },
  );

  itOnOne(
    "says what stands in the way: no score, no earlier one, an unreadable model, no customer then",
    async () => {
      const { oldVersion } = await scoredTwice(database(), { newModel: true });
      const [customerId = 0] = await customersWith(database(), { news: true });
      const why = (given: { since?: Date; now?: Date } = {}) =>
        explainMovement(deps(database()), { customerId, now: T1, ...given });
      expect(await why({ now: daysAfter(T0, -1) })).toEqual({
        kind: "nothing-to-compare",
        missing: "newest",
      });
      expect(await why({ now: T0 })).toEqual({ kind: "nothing-to-compare", missing: "earlier" });
      expect(await why({ since: daysAfter(T0, -1) })).toEqual({
        kind: "nothing-to-compare",
        missing: "earlier",
      });
      expect(await why({ since: daysAfter(T1, 30) })).toMatchObject({
        kind: "explained",
        from: { asOf: T0 },
      });
      await database().pool.query("UPDATE customers SET ended_on = $2 WHERE id = $1", [
        customerId,
        daysAfter(T0, -9),
      ]);
      expect(await why()).toEqual({ kind: "not-a-customer-then", asOf: T0 });

      const { pool } = database();
      await pool.query("UPDATE model_versions SET artifact = 'no model' WHERE id = $1", [oldVersion]);
      expect(await why()).toMatchObject({
        kind: "model-unreadable",
        modelVersionId: oldVersion,
        reason: phrase("model.damaged", { version: oldVersion }),
      });
      await pool.query("UPDATE customers SET ended_on = NULL WHERE id = $1", [customerId]);
      await pool.query("UPDATE model_versions SET artifact_hash = encode(sha256(artifact), 'hex')");
      expect(await why()).toMatchObject({ kind: "model-unreadable", modelVersionId: oldVersion });
      await pool.query("UPDATE scores SET model_version_id = NULL WHERE as_of = $1", [T0]);
      expect(await why()).toMatchObject({ kind: "model-unreadable", modelVersionId: null });
      expect(await auditScore(deps(database()), { customerId: 999_999 })).toEqual({
        kind: "not-scored",
      });
    },
  );
});
