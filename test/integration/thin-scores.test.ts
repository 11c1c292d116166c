import { describe, expect, it } from "vitest";
import { daysAfter } from "../../src/domain/clock.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { thinScoresDaily } from "../../src/jobs/thin-scores-daily.ts";
import { createStore } from "../../src/store/store.ts";
import { addModel, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

/** 400 days before it is Sunday, 26 October 2025: the week that ends with it is not yet old as a whole. */
const NOW = new Date("2026-11-30T03:00:00Z");
const KEPT_DAYS = 400;
const FIRST_KEPT = new Date("2025-10-20T00:00:00Z");
const DUE = { period: "2026-11-30", day: "2026-11-30", timeZone: "UTC" };
const SCORED_AT = 4;

/** From a Monday, 70 days before the first day of which everything stays. */
const DAYS = 80;
const dayOf = (day: number) => daysAfter(FIRST_KEPT, day - 70);
const moment = (day: number) => new Date(dayOf(day).getTime() + SCORED_AT * 3_600_000);

describeOnEachDatabase("old scores", (database) => {
  const store = () => createStore(database());
  const job = (oldScores = store().oldScores) =>
    thinScoresDaily(bindFlows({ oldScores, clock: () => NOW }), {
      timeZone: "UTC",
      scoresKeptDays: KEPT_DAYS,
    });

  /** Two customers, scored each night; the model changes in the middle of a week. */
  async function scored() {
    const rows = fileRows(database());
    const [acme, globex] = [await rows.customer("Acme"), await rows.customer("山水")];
    const [first, second] = [await addModel(database()), await addModel(database())];
    for (let day = 0; day < DAYS; day += 1)
      for (const customer of [acme, globex])
        await addScore(database(), customer, {
          asOf: moment(day).toISOString(),
          probability: (day % 10) / 10,
          reasons: [],
          modelId: day < 24 ? first : second,
        });
    return { acme, globex, first, second };
  }

  async function kept(customer: number): Promise<string[]> {
    const { rows } = await database().pool.query<{ as_of: Date }>(
      "SELECT as_of FROM scores WHERE customer_id = $1 ORDER BY as_of",
      [customer],
    );
    return rows.map(({ as_of }) => as_of.toISOString().slice(0, 10));
  }
  const asDay = (day: number) => moment(day).toISOString().slice(0, 10);
  /** Sundays of whole weeks that are old, then every day. */
  const expected = [
    ...Array.from({ length: 10 }, (_, week) => week * 7 + 6),
    ...Array.from({ length: 10 }, (_, at) => 70 + at),
  ].map(asDay);

  it("are one a week, and every one of the newer days", async () => {
    const { globex } = await scored();
    expect(await job().run(DUE)).toMatchObject({ kind: "done", figures: { weeks: 8 } });
    expect(await job().run(DUE)).toMatchObject({ kind: "done", figures: { weeks: 2 } });
    expect(await kept(globex)).toEqual(expected);
    expect(await job().run(DUE)).toEqual({ kind: "done", figures: { weeks: 0, removed: 0 } });
  });

  it("stay where something was decided by them, and say by which model", async () => {
    const { acme, globex, first, second } = await scored();
    const at = (day: number) => new Date(moment(day).getTime() + 5 * 3_600_000);
    await database().pool.query(
      `INSERT INTO suggestions (key, kind, customer_id, playbook, action, reason, created_at)
      VALUES ('n1', 'nudge', $1, 'check-in', '{}', '{}', $2)`,
      [globex, at(15)],
    );
    await store().playbookCases.record([
      {
        ...{ customerId: globex, playbook: "check-in", occasion: "x", kind: "nudge" as const },
        ...{ at: at(30), passedOver: "held-out" as const, suggestionKey: null },
      },
    ]);
    const said = async () => ({
      compared: await store().playbookCases.compared({
        fromDay: asDay(0),
        toDay: asDay(DAYS - 1),
        timeZone: "UTC",
      }),
      decided: await store().scoreHistory.newest(globex, at(15)),
      weekly: await store().scoreHistory.newest(globex, at(20)),
      comparable: await store().scoreHistory.comparable(globex, moment(DAYS - 1)),
      models: await modelsByDay(),
    });
    const before = await said();
    for (let night = 0; night < 3; night += 1) await job().run(DUE);
    expect(await said()).toEqual(before);
    expect(await kept(globex)).toEqual([...expected, asDay(15), asDay(30)].sort());
    // One of each scoring: by it a message of that day is known to come from that model.
    expect(await kept(acme)).toHaveLength(DAYS);
    expect(new Set(before.models)).toEqual(new Set([first, second]));
  });

  /** As a receipt tells it: of the newest scoring before a message. */
  const modelsByDay = () =>
    Promise.all(
      Array.from({ length: DAYS }, async (_, day) => {
        const { rows } = await database().pool.query(
          "SELECT model_version_id FROM scores WHERE as_of <= $1 ORDER BY as_of DESC LIMIT 1",
          [moment(day)],
        );
        return rows[0]?.model_version_id;
      }),
    );

  it("with a probability stay beside a later silence of the same week", async () => {
    const { globex } = await scored();
    await database().pool.query(
      `UPDATE scores SET probability = NULL, probability_low = NULL, probability_high = NULL, silence = '{"code": "x"}'
      WHERE customer_id = $1 AND as_of >= $2 AND as_of < $3`,
      [globex, dayOf(4), dayOf(7)],
    );
    const newest = await store().scoreHistory.newestProbability(globex, dayOf(7));
    await job().run(DUE);
    expect((await kept(globex)).slice(0, 2)).toEqual([asDay(3), asDay(6)]);
    expect(await store().scoreHistory.newestProbability(globex, dayOf(7))).toEqual(newest);
  });

  describe("of a night that was killed", () => {
    it("are done again from the week it was at, and end the same", async () => {
      const { globex } = await scored();
      const { oldScores } = store();
      let weeks = 0;
      const dying = {
        ...oldScores,
        thin: async (week: Parameters<typeof oldScores.thin>[0]) => {
          const removed = await oldScores.thin(week);
          weeks += 1;
          if (weeks === 3) throw new Error("killed");
          return removed;
        },
      };
      await expect(job(dying).run(DUE)).rejects.toThrow("killed");
      expect(await store().oldScores.thinnedBefore()).toEqual(dayOf(14));
      expect(await job().run(DUE)).toMatchObject({ figures: { weeks: 8 } });
      expect(await kept(globex)).toEqual(expected);
    });

    it("are the same where two ran at once", async () => {
      const { globex } = await scored();
      await Promise.all([job().run(DUE), job().run(DUE)]);
      await job().run(DUE);
      expect(await kept(globex)).toEqual(expected);
    });
  });
});
