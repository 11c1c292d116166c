import { expect, it } from "vitest";
import type { Member } from "../../src/domain/customer.ts";
import type { Lever } from "../../src/domain/risk/scores/levers.ts";
import { explainRisk } from "../../src/flows/outreach/explain-risk.ts";
import { loadCustomerCard } from "../../src/flows/outreach/load-customer-card.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { writeCaredForLog } from "../support/cared-for-log.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";

const END = new Date("2026-06-01T00:00:00Z");
/** Not midnight, so that a step can be taken on the very day of the score. */
const AS_OF = new Date("2026-06-01T06:00:00Z");
const JUST_BEFORE = "2026-06-01T05:00:00Z";
const ANA: Member = { slackUserId: "U1", name: "Ana", email: null, role: "manager", timeZone: "UTC" };

type ScoreRow = { id: number; probability: number; levers: Lever[] };

describeOnEachDatabase("what would lower a risk", (database, itOnOne) => {
  const deps = () => ({ ...createStore(database()), model, clock: () => AS_OF });
  const trainAndScore = async () => {
    const trained = await trainModel(deps(), { asOf: END, horizonDays: 90, seed: 1 });
    if (trained.kind !== "trained") throw new Error("not trained");
    return score();
  };
  const score = async () => {
    const result = await scoreCustomers(deps(), { asOf: AS_OF });
    if (result.kind !== "scored") throw new Error(result.reason.code);
    const { rows } = await database().pool.query<ScoreRow>(
      `SELECT customer_id AS id, probability, COALESCE(levers, '[]') AS levers FROM scores
       WHERE probability IS NOT NULL ORDER BY customer_id`,
    );
    return rows;
  };
  const withLever = (rows: ScoreRow[], steps: string) =>
    rows.filter(({ levers }) => levers.some((lever) => lever.steps.join("+") === steps));
  const told = ({ levers }: ScoreRow, steps: string) =>
    levers.find((lever) => lever.steps.join("+") === steps)?.probability ?? Number.NaN;

  it("is what the score becomes when the step is really taken, and the card and its explanation say so", async () => {
    await writeCaredForLog(database(), { slots: 130, asOf: END, seed: 5 });
    const before = await trainAndScore();
    for (const { probability, levers } of before) {
      expect(levers.length).toBeLessThanOrEqual(3);
      for (const lever of levers) expect(lever.probability).toBeLessThanOrEqual(probability - 0.0099);
    }
    // The rarest first, each with a customer of its own.
    const chosen: (ScoreRow & { steps: string })[] = [];
    for (const steps of ["contact+solve-ticket", "solve-ticket", "contact"]) {
      const free = withLever(before, steps).find(({ id }) => !chosen.some((other) => other.id === id));
      if (!free) throw new Error(`no customer with ${steps}: the test would prove nothing`);
      chosen.push({ ...free, steps });
    }

    const card = await loadCustomerCard(deps(), { customerId: chosen[2]!.id, member: ANA, place: "direct" });
    const shown = card.kind === "card" && card.card.lever;
    expect(shown).toMatchObject({ steps: ["contact"], probability: told(chosen[2]!, "contact") });
    const explained = await explainRisk(deps(), { customerId: chosen[0]!.id });
    expect(explained).toMatchObject({ explanation: { levers: chosen[0]!.levers } });

    for (const { id, steps } of chosen) await take(database(), id, steps);
    const after = new Map((await score()).map((row) => [row.id, row]));
    for (const row of chosen) {
      const now = after.get(row.id)?.probability ?? Number.NaN;
      expect(now).toBeLessThan(row.probability - 0.0099);
      expect(Math.abs(now - told(row, row.steps))).toBeLessThan(1e-6);
    }
    const others = before.filter(({ id }) => !chosen.some((other) => other.id === id));
    expect(others.map(({ id, probability }) => [id, probability])).toEqual(
      others.map(({ id }) => [id, after.get(id)?.probability]),
    );
  });

  itOnOne("is no longer told once the step was taken after the score", async () => {
    await writeCaredForLog(database(), { slots: 130, asOf: END, seed: 5 });
    const [row] = withLever(await trainAndScore(), "contact");
    const cardOf = async () =>
      loadCustomerCard(deps(), { customerId: row!.id, member: ANA, place: "direct" });
    expect(await cardOf()).toMatchObject({ card: { lever: { steps: ["contact"] } } });
    await database().pool.query(
      `INSERT INTO touches (customer_id, source, external_id, channel, outcome, at)
       VALUES ($1, 'test', 'after', 'phone', 'reached', $2)`,
      [row!.id, AS_OF],
    );
    const card = await cardOf();
    expect(card.kind === "card" && card.card.lever?.steps).not.toEqual(["contact"]);
  });

  itOnOne("is nothing where the model knows of no contacts and no tickets", async () => {
    await writeCaredForLog(database(), { slots: 130, asOf: END, seed: 5 });
    await database().pool.query("DELETE FROM touches");
    await database().pool.query("DELETE FROM tickets");
    const rows = await trainAndScore();
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.flatMap(({ levers }) => levers)).toEqual([]);
  });
});

/** Does what a lever says, in the customer file. */
async function take({ pool }: Database, customerId: number, steps: string): Promise<void> {
  if (steps.includes("contact")) {
    await pool.query(
      `INSERT INTO touches (customer_id, source, external_id, channel, outcome, at)
       VALUES ($1::int, 'test', 'step-' || $1::text, 'phone', 'reached', $2)`,
      [customerId, JUST_BEFORE],
    );
  }
  if (steps.includes("solve-ticket")) {
    await pool.query(
      `UPDATE tickets SET solved_at = $2 WHERE id = (SELECT min(id) FROM tickets
         WHERE customer_id = $1 AND (solved_at IS NULL OR solved_at >= $3))`,
      [customerId, JUST_BEFORE, AS_OF],
    );
  }
}
