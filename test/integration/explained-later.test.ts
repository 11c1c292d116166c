import { expect, it } from "vitest";
import { daysAfter } from "../../src/domain/clock.ts";
import type { Member } from "../../src/domain/customer.ts";
import { HIGH_RISK, NOTABLE_CHANGE } from "../../src/domain/risk/bands.ts";
import type { Lever } from "../../src/domain/risk/scores/levers.ts";
import type { Reason } from "../../src/domain/risk/scores/reasons.ts";
import { inputsOf } from "../../src/domain/risk/versions/model-version.ts";
import { explainRisk } from "../../src/flows/outreach/explain-risk.ts";
import { loadCustomerCard } from "../../src/flows/outreach/load-customer-card.ts";
import { auditScore } from "../../src/flows/risk/explanation/audit-score.ts";
import { explainRows } from "../../src/flows/risk/explanation/explain-rows.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import { createStore } from "../../src/store/store.ts";
import { writeCaredForLog } from "../support/cared-for-log.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { NO_MODEL } from "../support/no-model.ts";
import { quickModel as model } from "../support/shared-model.ts";

const END = new Date("2026-06-01T00:00:00Z");
const EARLIER = daysAfter(END, -7);
const ANA: Member = { slackUserId: "U1", name: "Ana", email: null, role: "manager", timeZone: "UTC" };

type Row = {
  id: number;
  probability: number;
  reasons: Reason[] | null;
  levers: Lever[] | null;
  earlier: number | null;
  silentDays: number;
  contract: boolean;
};

describeOnEachDatabase("scores that nobody is told of unasked", (database, itOnOne) => {
  const deps = () => ({ ...createStore(database()), model, clock: () => END });
  const train = async (seed = 1) => {
    const request = { asOf: END, horizonDays: 90, seed, promote: true };
    const trained = await trainModel(deps(), request);
    if (trained.kind !== "trained") throw new Error("not trained");
  };
  const score = async (asOf = END) => {
    const result = await scoreCustomers(deps(), { asOf });
    if (result.kind !== "scored") throw new Error(result.reason.code);
  };
  const rows = async (): Promise<Row[]> => {
    const { rows: found } = await database().pool.query<Row>(
      `SELECT s.customer_id AS id, s.probability, s.reasons, s.levers, e.probability AS earlier,
         (SELECT $1::date - max(at)::date FROM activities a
          WHERE a.customer_id = s.customer_id AND kind = 'order' AND amount_minor > 0) AS "silentDays",
         c.started_on IS NOT NULL AND (c.monthly_revenue_minor IS NOT NULL OR c.renews_on IS NOT NULL) AS contract
       FROM scores s JOIN customers c ON c.id = s.customer_id
       LEFT JOIN scores e ON e.customer_id = s.customer_id AND e.as_of = $2
       WHERE s.as_of = $1 AND s.probability IS NOT NULL ORDER BY s.customer_id`,
      [END, EARLIER],
    );
    return found;
  };
  const cardOf = async (customerId: number) => {
    const shown = await loadCustomerCard(deps(), { customerId, member: ANA, place: "direct" });
    if (shown.kind !== "card") throw new Error("gone");
    return shown.card;
  };
  /** Trained and scored, with a customer whose score is not explained. */
  const start = async (): Promise<{ row: Row; others: Row[] }> => {
    await writeCaredForLog(database(), { slots: 130, asOf: END, seed: 5 });
    await train();
    await score();
    const [row, ...others] = (await rows()).filter(({ reasons }) => reasons === null);
    if (!row) throw new Error("everybody is explained: the test would prove nothing");
    return { row, others };
  };

  itOnOne("have no reasons yet; those at high risk or moved have", async () => {
    await writeCaredForLog(database(), { slots: 130, asOf: END, seed: 5 });
    await train(1);
    await score(EARLIER);
    await train(2);
    await score();
    const found = await rows();
    const told = found.filter(({ reasons }) => reasons !== null);
    expect(Math.min(told.length, found.length - told.length)).toBeGreaterThan(5);
    expect(found.some(({ reasons, probability }) => reasons !== null && probability < HIGH_RISK)).toBe(true);
    for (const { probability, earlier, reasons, levers, silentDays, contract } of found) {
      const moved = earlier !== null && Math.abs(probability - earlier) >= NOTABLE_CHANGE;
      const high = probability >= HIGH_RISK && (contract || silentDays <= 180);
      expect([reasons !== null, levers !== null]).toEqual([moved || high, moved || high]);
    }
  });

  it("are explained when asked as scoring would have explained them, and kept", async () => {
    const { row, others } = await start();
    for (const { id } of [row, ...others.slice(0, 20)]) await explainRisk(deps(), { customerId: id });
    const asked = new Map((await rows()).map((one) => [one.id, one]));

    // What scoring makes of the same customers, all in one table.
    const { features, modelVersions } = deps();
    const version = (await modelVersions.loadChampion())!;
    const everyone = { fromCustomerId: 1, toCustomerId: 1_000_000 };
    const { customerIds, dataset, moneyFactors } = await features.extract(
      END,
      everyone,
      inputsOf({ currency: "EUR" }),
    );
    const { probabilities } = await model.score(version.artifact, dataset, { contributions: false });
    const all = [...customerIds.keys()];
    const explained = await explainRows(model, { version, dataset, moneyFactors, probabilities, rows: all });
    for (const { id } of [row, ...others.slice(0, 20)]) {
      const expected = explained.get(customerIds.indexOf(id))!;
      const { reasons, levers } = asked.get(id)!;
      expect(reasons?.length).toBeGreaterThan(0);
      expect(reasons?.map(({ feature, value }) => [feature, value])).toEqual(
        expected.reasons.map(({ feature, value }) => [feature, value]),
      );
      for (const [place, { contribution }] of (reasons ?? []).entries())
        expect(Math.abs(contribution - expected.reasons[place]!.contribution)).toBeLessThan(1e-6);
      expect(levers?.map(({ steps }) => steps)).toEqual(expected.levers.map(({ steps }) => steps));
      for (const [place, { probability }] of (levers ?? []).entries())
        expect(Math.abs(probability - expected.levers[place]!.probability)).toBeLessThan(1e-6);
    }
    expect(others.slice(20).every(({ id }) => asked.get(id)?.reasons === null)).toBe(true);

    // The second reader's card needs no model.
    const again = await loadCustomerCard(
      { ...deps(), model: NO_MODEL },
      { customerId: row.id, member: ANA, place: "direct" },
    );
    expect(again).toMatchObject({ card: { reasons: (await cardOf(row.id)).reasons, unexplained: null } });
  });

  itOnOne("are told by the version that gave them, whatever serves now", async () => {
    const { row, others } = await start();
    await explainRisk(deps(), { customerId: row.id });
    const before = (await rows()).find(({ id }) => id === row.id);
    await database().pool.query("UPDATE scores SET reasons = NULL, levers = NULL WHERE customer_id = $1", [
      row.id,
    ]);
    await train(7);
    await explainRisk(deps(), { customerId: row.id });
    expect((await rows()).find(({ id }) => id === row.id)).toEqual(before);
    const audit = await auditScore(deps(), { customerId: others[0]!.id });
    expect(audit).toMatchObject({ kind: "audited", score: { unexplained: null }, replay: { kind: "same" } });
    expect(audit.kind === "audited" && audit.score.reasons.length).toBeGreaterThan(0);
  });

  itOnOne("say why they cannot be explained instead of telling the reasons of another figure", async () => {
    const { row } = await start();
    const { pool } = database();
    const because = async () => (await cardOf(row.id)).unexplained?.code;
    await pool.query(
      `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
       SELECT 'late', n::text, $1, 'order', $2::timestamptz - make_interval(days => 5 * n), 900, 'EUR'
       FROM generate_series(1, 15) AS n`,
      [row.id, END],
    );
    expect(await because()).toBe("unexplained.data-changed");
    expect((await cardOf(row.id)).reasons).toEqual([]);
    expect(await auditScore(deps(), { customerId: row.id })).toMatchObject({
      score: { reasons: [], unexplained: "data-changed" },
      replay: { kind: "differs" },
    });
    await pool.query("UPDATE customers SET ended_on = $2 WHERE id = $1", [row.id, daysAfter(END, -30)]);
    expect(await explainRisk({ ...deps(), clock: () => END }, { customerId: row.id })).toMatchObject({
      explanation: { unexplained: { code: "unexplained.no-customer-then" }, levers: [] },
    });
    await pool.query("UPDATE model_versions SET artifact = 'no model'");
    expect(await because()).toBe("unexplained.model-unreadable");
    await pool.query("UPDATE scores SET model_version_id = NULL");
    expect(await because()).toBe("unexplained.model-unreadable");
    expect((await rows()).find(({ id }) => id === row.id)?.reasons).toBeNull();
  });

  itOnOne("are not overwritten by an explanation of what a newer scoring has replaced", async () => {
    const { row } = await start();
    const { scores } = deps();
    const stale = { customerId: row.id, asOf: END, modelVersionId: 1, probability: row.probability + 0.01 };
    await scores.keepExplanations([{ ...stale, reasons: [], levers: [] }]);
    expect((await rows()).find(({ id }) => id === row.id)?.reasons).toBeNull();
  });
});
