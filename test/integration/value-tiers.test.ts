import { expect, it } from "vitest";
import { valueTier } from "../../src/domain/value/segments/value-tier.ts";
import { rankByValue } from "../../src/flows/value/rank-by-value.ts";
import { readSegments } from "../../src/flows/value/read-segments.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const NOW = new Date("2026-12-01T00:00:00Z");
const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };

describeOnEachDatabase("value tiers", (database) => {
  const deps = () => ({ ...createStore(database()), clv, timeZone: "UTC" });
  const tierOf = async (id: number) =>
    (await deps().facts.read(["valueTier"], [id], NOW)).get(id)?.valueTier?.tier ?? null;

  const setUp = () => {
    const rows = fileRows(database());
    const buyer = async (name: string, amountMinor: number, currency = "EUR") => {
      const id = await rows.customer(name, { currency, margin_percent: 40 });
      await rows.order(id, "2026-10-01T10:00:00Z", amountMinor, currency);
      return id;
    };
    /** Ten who buy at the same margin, the first for most; their ids. */
    const ten = async () => {
      const ids: number[] = [];
      for (let place = 0; place < 10; place += 1)
        ids.push(await buyer(`Buyer ${place}`, 100_000 - 1_000 * place));
      return ids;
    };
    return { ...rows, buyer, ten };
  };

  it("are those of the segments, whatever the risk, and stay those of their ranking", async () => {
    const rows = setUp();
    const ids = await rows.ten();
    const modelId = await rows.model();
    for (const id of ids) await rows.score(id, NOW, id === ids[0] ? 0.97 : 0.02, modelId);
    expect(await rankByValue(deps(), { asOf: NOW })).toEqual({ ranked: 10, notValued: 0, withoutRate: 0 });
    expect(await Promise.all(ids.map(tierOf))).toEqual([
      ...["top", "top", "middle", "middle", "middle"],
      ...Array(5).fill("rest"),
    ]);
    const answer = await readSegments(deps(), {
      currency: null,
      timeZone: "UTC",
      clv,
      rule: valueTier,
      asOf: NOW,
    });
    if (answer.kind !== "report") throw new Error(answer.reason.code);
    expect(answer.report.segments.map(({ key, customers, risk }) => [key, customers, risk.high])).toEqual([
      ["top", 2, 1],
      ["middle", 3, 0],
      ["rest", 5, 0],
    ]);
  });

  it("go with whoever is no customer any more, and are the same after a rerun", async () => {
    const ids = await setUp().ten();
    const [first = 0, second = 0] = ids;
    for (let run = 0; run < 2; run += 1) await rankByValue(deps(), { asOf: NOW });
    await database().pool.query("UPDATE customers SET ended_on = '2026-11-01' WHERE id = $1", [first]);
    await database().pool.query("UPDATE customers SET margin_percent = 0 WHERE id = $1", [second]);
    expect(await rankByValue(deps(), { asOf: NOW })).toMatchObject({ ranked: 9 });
    expect([await tierOf(first), await tierOf(second), await tierOf(ids[2] ?? 0)]).toEqual([
      null,
      "rest",
      "top",
    ]);
    const { rows } = await database().pool.query("SELECT count(*)::int AS kept FROM value_tiers");
    expect(rows).toEqual([{ kept: 9 }]);
  });

  it("compare euros, yen and dinars at the stated rates, and rank nobody whose rate is missing", async () => {
    const { ten, buyer } = setUp();
    await ten();
    // 110.000 dinars are 330 euros and 90,000 yen 1,125: raw they would change places.
    const dinars = await buyer("Dinars", 110_000, "KWD");
    const yen = await buyer("株式会社円", 90_000, "JPY");
    const state = (fromCurrency: string, rate: string) =>
      database().pool.query(
        `INSERT INTO exchange_rates (from_currency, to_currency, day, rate, set_by, set_at)
         VALUES ($1, 'EUR', '2026-01-01', $2, 'test', now())`,
        [fromCurrency, rate],
      );
    await state("KWD", "3");
    expect(await rankByValue(deps(), { asOf: NOW })).toEqual({ ranked: 11, notValued: 0, withoutRate: 1 });
    expect([await tierOf(dinars), await tierOf(yen)]).toEqual(["rest", null]);
    await state("JPY", "0.0125");
    await rankByValue(deps(), { asOf: NOW });
    expect([await tierOf(dinars), await tierOf(yen)]).toEqual(["rest", "top"]);
  });
});
