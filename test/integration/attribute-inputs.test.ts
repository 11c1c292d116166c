import { beforeEach, expect, it } from "vitest";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { inputsOf } from "../../src/domain/risk/versions/model-version.ts";
import { auditScore } from "../../src/flows/risk/explanation/audit-score.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { decideAttribute } from "../../src/flows/risk/training/decide-attribute.ts";
import { listAttributes } from "../../src/flows/risk/training/list-attributes.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import { whyUnusable } from "../../src/flows/risk/training/why-unusable.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase, describeOnOneDatabase } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";

const DAY = (day: string) => new Date(`${day}T00:00:00Z`);

describeOnEachDatabase("attributes of customers", (database) => {
  const known = async () =>
    (await database().pool.query("SELECT attributes FROM known_attributes ORDER BY known_from, customer_id"))
      .rows;
  const set = (attributes: object) =>
    database().pool.query("UPDATE customers SET attributes = $1 WHERE external_id = 'c-1'", [attributes]);

  beforeEach(async () => {
    await database().pool.query(
      `INSERT INTO customers (id, source, external_id, name, attributes)
       VALUES (1, 's', 'c-1', '北京贸易', '{"Plan": "Basic"}'), (2, 's', 'c-2', 'Acme', '{}')`,
    );
    await database().pool.query("UPDATE known_attributes SET known_from = '2026-01-10'");
  });

  it("are kept from the day on which they were told, each change once", async () => {
    expect(await known()).toEqual([{ attributes: { Plan: "Basic" } }]);
    await database().pool.query("UPDATE customers SET name = 'Other', attributes = attributes");
    expect(await known()).toHaveLength(1);
    await set({ Plan: "Gold", Seats: "12" });
    await database().pool.query(
      "UPDATE known_attributes SET known_from = '2026-03-10' WHERE attributes ? 'Seats'",
    );
    await set({ Plan: "Gold" });
    expect((await known()).map(({ attributes }) => attributes)).toEqual([
      ...[{ Plan: "Basic" }, { Plan: "Gold", Seats: "12" }, { Plan: "Gold" }],
    ]);

    const { features } = createStore(database());
    const textsAt = async (day: string, ...sinceStart: string[]) =>
      (await features.attributeTexts([2, 1], { known: DAY(day), sinceStart }))[1];
    expect(await textsAt("2026-01-10")).toEqual({});
    expect(await textsAt("2026-01-11")).toEqual({ Plan: "Basic" });
    expect(await textsAt("2026-03-11")).toEqual({ Plan: "Gold", Seats: "12" });
    // Said to have been so from the start: the first value that was told.
    expect(await textsAt("2025-01-01", "Plan")).toEqual({ Plan: "Basic" });
    expect(await textsAt("2026-02-01", "Seats")).toEqual({ Plan: "Basic", Seats: "12" });
  });
});

describeOnOneDatabase("a model that reads attributes", (database) => {
  const deps = () => ({ ...createStore(database()), model, clock: () => LOG_END });
  const train = async () => {
    const trained = await trainModel(deps(), { asOf: LOG_END, horizonDays: 90, seed: 1, promote: true });
    if (trained.kind !== "trained") throw new Error(trained.reason.code);
    return trained.version;
  };

  it("learns of the past only what was known then, or is said to have been so from the start", async () => {
    await generateLog(database(), { customers: 400, activities: 6_000 });
    // Whoever stays for a short time only is on trial.
    await database().pool.query(
      `UPDATE customers SET attributes = jsonb_build_object('Plan', CASE
         WHEN (hashint8extended(id, 2) & 2147483647) < 2147483648 * 0.4 THEN '<Trial>' ELSE 'Gold' END, 'Account', id::text)`,
    );
    const plain = await train();
    expect(inputsOf(plain.settings).attributes).toEqual([]);

    const decide = (name: string, decision: "since-start" | null) =>
      decideAttribute(deps(), { name, decision, by: "U1", seed: 1 });
    expect(await decide("Tarif", "since-start")).toMatchObject({ kind: "unknown" });
    await database().pool.query("UPDATE known_attributes SET known_from = known_from - interval '6 months'");
    expect(await decide("Plan", "since-start")).toEqual({ kind: "decided" });
    expect(
      (await listAttributes(deps(), { seed: 1 })).map(({ count, decision, ...judged }) => [
        count.name,
        decision,
        judged.input === null ? judged.because : judged.input.kind,
      ]),
    ).toEqual([
      ["Account", null, "all-different"],
      ["Plan", "since-start", "values"],
    ]);
    const reading = await train();
    const [plan] = inputsOf(reading.settings).attributes;
    expect(plan).toMatchObject({ name: "Plan", sinceStart: true });
    expect(reading.settings.features).toEqual(
      expect.arrayContaining(["attribute Plan: <Trial>", "attribute Plan: Gold"]),
    );
    expect(await whyUnusable(deps(), reading.id)).toBeNull();

    const scored = await scoreCustomers(deps(), { asOf: LOG_END });
    expect(scored.kind).toBe("scored");
    const told = await database().pool.query<{ id: number; plan: string; value: string }>(
      `SELECT s.customer_id AS id, c.attributes ->> 'Plan' AS plan, r -> 'attribute' ->> 'value' AS value
       FROM scores s JOIN customers c ON c.id = s.customer_id, jsonb_array_elements(s.reasons) AS r
       WHERE r -> 'attribute' IS NOT NULL ORDER BY 1`,
    );
    expect(told.rows.length).toBeGreaterThan(0);
    for (const { plan: is, value } of told.rows) expect(value).toBe(is);

    // What is told later changes nothing of a score that was given before.
    const [first] = told.rows;
    await database().pool.query("UPDATE customers SET attributes = '{}' WHERE id = $1", [first?.id]);
    expect(await auditScore(deps(), { customerId: first?.id ?? 0 })).toMatchObject({
      replay: { kind: "same" },
    });
    // The version before reads none, and is compared all the same.
    expect((await train()).decision?.championId).toBe(reading.id);
  });
});
