import { expect, it } from "vitest";
import { generateLog, LOG_END } from "../../scripts/bench/generate-activities.ts";
import { FEATURES } from "../../src/domain/risk/features.ts";
import type { ModelCurrency } from "../../src/domain/risk/model-money.ts";
import type { Reason } from "../../src/domain/risk/scores/reasons.ts";
import { explainScores } from "../../src/flows/risk/explanation/explain-scores.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { trainModel } from "../../src/flows/risk/training/train-model.ts";
import { currencyStore } from "../../src/store/costs/currencies.ts";
import { exchangeRateStore } from "../../src/store/costs/exchange-rates.ts";
import type { Database } from "../../src/store/database/database.ts";
import { uncountedCustomerStore } from "../../src/store/figures/uncounted-customers.ts";
import { featureStore } from "../../src/store/risk/features.ts";
import { labelStore } from "../../src/store/risk/labels.ts";
import { modelVersionStore } from "../../src/store/risk/model-versions.ts";
import { type ScoreToExplain, scoreStore } from "../../src/store/risk/scores.ts";
import { sourceDayStore } from "../../src/store/risk/source-days.ts";
import { sharedRunStore } from "../../src/store/shared-work/shared-runs.ts";
import { sharedWork } from "../../src/store/shared-work/shared-work.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { quickModel as model } from "../support/shared-model.ts";

const AS_OF = new Date("2026-03-01T00:00:00Z");
const NOW = new Date("2026-06-01T06:00:00Z");
const EVERYONE = { fromCustomerId: 1, toCustomerId: 1_000_000 };
const MONEY = FEATURES.filter(({ unit }) => unit === "minor").map(({ name }) => name);
const isMoney = (name: string) => (MONEY as string[]).includes(name);
const deps = (database: Database) => ({
  features: featureStore(database),
  labels: labelStore(database),
  modelVersions: modelVersionStore(database),
  scores: scoreStore(database),
  sharedWork: sharedWork(sharedRunStore(database)),
  sourceDays: sourceDayStore(database),
  uncounted: uncountedCustomerStore(database, "UTC"),
  model,
  clock: () => NOW,
});

async function stateRate(
  database: Database,
  fromCurrency: string,
  toCurrency: string,
  day: string,
  rate: string,
) {
  const change = { by: "test", at: NOW };
  await exchangeRateStore(database).state({ fromCurrency, toCurrency, day, rate }, change);
}

/** One cent, two yen and four fils are worth the same: powers of two, so that not a bit is lost on the way. */
async function stateEasyRates(database: Database, day = "2026-01-01") {
  await stateRate(database, "EUR", "JPY", day, "200");
  await stateRate(database, "KWD", "EUR", day, "2.5");
}

describeOnEachDatabase("money in features", (database) => {
  /** Ada, Jun and Kamal buy and give back the same worth on the same days; Nora names no currency, Oz has none at all. */
  const writeThree = async () => {
    await database().pool.query(`
      INSERT INTO customers (id, source, external_id, name, currency) VALUES (1, 't', '1', 'Ada', 'EUR'),
        (2, 't', '2', 'Jun', 'JPY'), (3, 't', '3', 'Kamal', 'KWD'), (4, 't', '4', 'Nora', NULL), (5, 't', '5', 'Oz', NULL)`);
    await database().pool.query(`
      INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
      SELECT 't', c.id || '-' || n, c.id, CASE WHEN n = 3 THEN 'refund' ELSE 'order' END,
        timestamptz '2026-02-25' - make_interval(days => n * n * 7), 1000 * n * own.minor, own.currency
      FROM customers c JOIN (VALUES (1, 1, 'EUR'), (2, 2, 'JPY'), (3, 4, 'KWD'), (4, 2, 'JPY'), (5, 1, NULL))
        AS own (id, minor, currency) ON own.id = c.id, generate_series(1, 5) AS n`);
  };
  const moneyIn = async (currency: ModelCurrency, asOf = AS_OF, knownUpTo?: Date) => {
    const store = featureStore(database());
    const inputs = { currency, attributes: [] };
    const read = await store.extract(asOf, EVERYONE, inputs, undefined, knownUpTo);
    expect(await store.extractOf(asOf, [...read.customerIds], inputs, knownUpTo)).toEqual(read);
    const columns = read.dataset.columns.filter(({ name }) => isMoney(name));
    return [...read.customerIds.keys()].map((row) => columns.map(({ values }) => Number(values[row])));
  };
  const nothing = MONEY.map(() => Number.NaN);

  it("is the same for the same worth in euros, yen and dinars, whichever of them the model counts in", async () => {
    await writeThree();
    await stateEasyRates(database());
    const own = await moneyIn(null);
    expect(own[0]?.filter((value) => value > 0).length).toBeGreaterThan(7);
    const [ada, jun, kamal, nora, oz] = await moneyIn("EUR");
    expect(ada).toEqual(own[0]);
    expect([jun, kamal, nora]).toEqual([ada, ada, ada]);
    // Whose amounts have no currency keeps them as they are.
    expect(oz).toEqual(own[4]);
    await stateRate(database(), "KWD", "JPY", "2026-01-01", "500");
    const inYen = await moneyIn("JPY");
    expect(inYen.slice(0, 4)).toEqual([own[1], own[1], own[1], own[1]]);
    const inDinars = await moneyIn("KWD");
    expect(inDinars.slice(0, 3)).toEqual([own[2], own[2], own[2]]);
  });

  it("is unknown without a rate, never raw, and everything else is as it was", async () => {
    await writeThree();
    await stateRate(database(), "EUR", "JPY", "2026-01-01", "200");
    const [ada, jun, kamal] = await moneyIn("EUR");
    expect([jun, kamal]).toEqual([ada, nothing]);
    const store = featureStore(database());
    const others = async (currency: ModelCurrency) =>
      (await store.extract(AS_OF, EVERYONE, { currency, attributes: [] })).dataset.columns.filter(
        ({ name }) => !isMoney(name),
      );
    expect(await others("EUR")).toEqual(await others(null));
    expect(await store.unratedIn("EUR")).toEqual([{ currency: "KWD", customers: 1 }]);
    expect(await store.unratedIn("JPY")).toEqual([{ currency: "KWD", customers: 1 }]);
    expect(await store.unratedIn(null)).toEqual([]);
  });

  it("goes by the rate of the day up to which is read, and before the first one by that", async () => {
    await writeThree();
    await stateRate(database(), "EUR", "JPY", "2026-01-01", "200");
    await stateRate(database(), "EUR", "JPY", "2026-02-01", "400");
    const totalOfJun = async (asOf: Date, knownUpTo?: Date) => {
      const rows = await moneyIn("EUR", asOf, knownUpTo);
      return rows[1]?.[0];
    };
    const own = async (asOf: Date, knownUpTo?: Date) => (await moneyIn(null, asOf, knownUpTo))[1]?.[0] ?? 0;
    const [december, january] = [new Date("2025-12-30T00:00:00Z"), new Date("2026-01-31T23:00:00Z")];
    expect(await totalOfJun(december)).toBe((await own(december)) / 2);
    expect(await totalOfJun(january)).toBe((await own(january)) / 2);
    expect(await totalOfJun(AS_OF)).toBe((await own(AS_OF)) / 4);
    expect(await totalOfJun(AS_OF, january)).toBe((await own(AS_OF, january)) / 2);
  });

  it("is counted in the currency of most customers, as reports are, and costs do not count", async () => {
    await writeThree();
    const byCurrency = await featureStore(database()).customersByCurrency();
    expect(byCurrency).toEqual([
      { currency: "JPY", customers: 2 },
      { currency: "EUR", customers: 1 },
      { currency: "KWD", customers: 1 },
    ]);
    await database().pool.query("UPDATE customers SET currency = 'KWD' WHERE id > 3");
    const [first] = await featureStore(database()).customersByCurrency();
    expect(first).toEqual({ currency: "KWD", customers: 3 });
    expect((await currencyStore(database()).inUse())[0]).toBe("KWD");
    // Nobody names a currency, and the team pays in one in which nobody buys.
    await database().pool.query("UPDATE customers SET currency = NULL");
    await database().pool.query(`
      INSERT INTO cost_entries (source, external_id, category, kind, amount_minor, currency, from_day, to_day)
      VALUES ('t', '1', 'tools', 'indirect', 100, 'USD', '2026-01-01', '2026-01-31')`);
    expect(await featureStore(database()).customersByCurrency()).toEqual(byCurrency);
  });
});

/** The numbers that are kept with a reason, by feature. */
const figuresOf = ({ feature, value, typical, companions = {} }: Reason): Array<[string, number | null]> => [
  ...[value, typical].map((figure): [string, number | null] => [feature, figure]),
  ...Object.entries(companions),
];
const namesIn = (figures: ReturnType<typeof figuresOf>) => figures.map(([name]) => name);
const namesMoney = (reason: Reason) => namesIn(figuresOf(reason)).some(isMoney);

type ScoreRow = {
  id: number;
  probability: number | null;
  purchase: number | null;
  reasons: Reason[] | null;
};

describeOnEachDatabase("a model over several currencies", (database, itOnOne) => {
  const train = async (given: Partial<Parameters<typeof trainModel>[1]> = {}) => {
    const result = await trainModel(deps(database()), {
      asOf: LOG_END,
      horizonDays: 90,
      seed: 1,
      promote: true,
      ...given,
    });
    if (result.kind !== "trained") throw new Error(result.reason.code);
    return result;
  };
  const score = async () => {
    const result = await scoreCustomers(deps(database()), { asOf: LOG_END });
    if (result.kind !== "scored") throw new Error(result.reason.code);
    return result;
  };
  /** Those too of whom nobody is told unasked. */
  const explainAll = async () => {
    const { rows: asked } = await database().pool.query<ScoreToExplain>(
      `SELECT customer_id AS "customerId", as_of AS "asOf", model_version_id AS "modelVersionId", probability
       FROM scores WHERE as_of = $1 AND probability IS NOT NULL AND reasons IS NULL`,
      [LOG_END],
    );
    const explained = await explainScores(deps(database()), asked);
    expect([...explained.values()].filter(({ kind }) => kind !== "explained")).toEqual([]);
  };
  const scoreRows = async () =>
    (
      await database().pool.query<ScoreRow>(
        `SELECT customer_id AS id, probability, expected_purchase_minor::int AS purchase, reasons
         FROM scores WHERE as_of = $1 ORDER BY customer_id`,
        [LOG_END],
      )
    ).rows;
  /** Who stays spends three times as much, so that a model has to go by money. */
  const writeLog = async () => {
    await generateLog(database(), { customers: 200, activities: 4_000 });
    await database().pool.query(
      `UPDATE activities SET amount_minor = 3 * amount_minor WHERE customer_id IN (
         SELECT customer_id FROM activities WHERE kind = 'order' GROUP BY 1
         HAVING max(at) >= $1::timestamptz - interval '60 days')`,
      [LOG_END],
    );
  };
  const minorOf = (id: number) => [1, 2, 4, 1][id % 4]!;
  /** A quarter of the customers pays in yen from the beginning, a quarter in dinars, and as much as before. */
  const payInThreeCurrencies = async () => {
    await database().pool.query(
      "UPDATE customers SET currency = CASE id % 4 WHEN 1 THEN 'JPY' WHEN 2 THEN 'KWD' ELSE 'EUR' END",
    );
    await database().pool.query(`
      UPDATE activities SET amount_minor = amount_minor * CASE customer_id % 4 WHEN 1 THEN 2 WHEN 2 THEN 4 ELSE 1 END,
        currency = CASE customer_id % 4 WHEN 1 THEN 'JPY' WHEN 2 THEN 'KWD' ELSE 'EUR' END WHERE currency IS NOT NULL`);
  };

  it("is the one over a single currency to the last byte, and gives everybody the same risk, value and reasons", async () => {
    await writeLog();
    const single = await train();
    await score();
    await explainAll();
    const before = await scoreRows();
    const aboutMoney = before.filter(({ reasons }) => reasons?.some(namesMoney));
    expect(aboutMoney.filter(({ id }) => minorOf(id) > 1).length).toBeGreaterThan(3);

    await payInThreeCurrencies();
    await stateEasyRates(database());
    const several = await train();
    expect(several.version.settings.currency).toBe("EUR");
    expect(several.version.artifactHash).toBe(single.version.artifactHash);
    expect(several.version.settings.typical).toEqual(single.version.settings.typical);
    expect(several.version.decision?.difference).toBe(0);
    expect(several.unrated).toEqual([]);
    expect(await score()).toMatchObject({ unrated: [], currency: "EUR" });
    await explainAll();
    const after = await scoreRows();
    expect(after.map(({ id, probability }) => [id, probability])).toEqual(
      before.map(({ id, probability }) => [id, probability]),
    );
    for (const [place, { id, purchase, reasons }] of after.entries()) {
      const then = before[place];
      // Kept whole, in the customer's own minor units.
      expect(Math.abs((purchase ?? 0) - minorOf(id) * (then?.purchase ?? 0))).toBeLessThanOrEqual(
        minorOf(id),
      );
      const told = (reasons ?? []).map(figuresOf);
      expect(told.map(namesIn)).toEqual((then?.reasons ?? []).map(figuresOf).map(namesIn));
      for (const [rank, figures] of told.entries()) {
        const figuresThen = figuresOf(then!.reasons![rank]!);
        for (const [index, [name, figure]] of figures.entries()) {
          const units = isMoney(name) ? minorOf(id) : 1;
          expect(figure ?? 0).toBeCloseTo(units * (figuresThen[index]?.[1] ?? 0), 1);
        }
      }
    }
  });

  itOnOne("learns of one currency what a model without any learns, to the last byte", async () => {
    await writeLog();
    const { version } = await train();
    expect(version.settings.currency).toBe("EUR");
    const features = { ...featureStore(database()), customersByCurrency: async () => [] };
    const input = { asOf: LOG_END, horizonDays: 90, seed: 1 };
    const without = await trainModel({ ...deps(database()), features }, input);
    if (without.kind !== "trained") throw new Error(without.reason.code);
    expect(without.version.settings).not.toHaveProperty("currency");
    expect(without.version.artifactHash).toBe(version.artifactHash);
    // Read anew in the champion's currency, to the same end.
    expect(without.version.decision).toMatchObject({ kind: "not-better", difference: 0 });
  });

  itOnOne(
    "explains a score later in the same numbers, and no longer once another rate is stated for then",
    async () => {
      await writeLog();
      await payInThreeCurrencies();
      await stateEasyRates(database());
      const { version } = await train();
      await score();
      const jun = (await scoreRows()).find(
        ({ id, probability, reasons }) => id % 4 === 1 && probability !== null && reasons !== null,
      )!;
      const asked = {
        customerId: jun.id,
        asOf: LOG_END,
        modelVersionId: version.id,
        probability: jun.probability!,
      };
      const explain = async () => (await explainScores(deps(database()), [asked])).get(jun.id);
      expect(await explain()).toMatchObject({ kind: "explained", reasons: jun.reasons });
      await stateRate(database(), "EUR", "JPY", "2026-02-01", "20000");
      expect(await explain()).toEqual({ kind: "unexplained", because: "data-changed" });
    },
  );

  itOnOne(
    "knows nothing of money without a rate, says so, and knows it as soon as there is one",
    async () => {
      await writeLog();
      await payInThreeCurrencies();
      await stateRate(database(), "EUR", "JPY", "2026-01-01", "200");
      const { unrated } = await train();
      expect(unrated).toEqual([{ currency: "KWD", customers: 50 }]);
      const scored = await score();
      expect(scored.unrated.map(({ currency }) => currency)).toEqual(["KWD"]);
      const rows = await scoreRows();
      const dinars = rows.filter(({ id, probability }) => id % 4 === 2 && probability !== null);
      expect(dinars.length).toBeGreaterThan(10);
      expect(dinars.filter(({ purchase }) => purchase !== null)).toEqual([]);
      const figures = dinars.flatMap(({ reasons }) => reasons ?? []).flatMap(figuresOf);
      expect(figures.filter(([name, figure]) => isMoney(name) && figure !== null)).toEqual([]);
      await stateRate(database(), "KWD", "EUR", "2026-05-01", "2.5");
      expect(await score()).toMatchObject({ unrated: [] });
    },
  );

  itOnOne(
    "from before there was a currency goes on with everybody's own minor units, and is compared in those",
    async () => {
      await writeLog();
      const first = await train();
      await score();
      const before = await scoreRows();
      await database().pool.query("UPDATE model_versions SET settings = settings - 'currency'");
      await payInThreeCurrencies();
      await score();
      const moved = (rest: number) =>
        before.filter(({ id }) => id % 4 === rest).map(({ id, probability }) => [id, probability]);
      const after = await scoreRows();
      const now = (rest: number) =>
        after.filter(({ id }) => id % 4 === rest).map(({ id, probability }) => [id, probability]);
      expect(now(3)).toEqual(moved(3));
      expect(now(2)).not.toEqual(moved(2));
      // The new one is the old one over again, but for how the old one counts yen and dinars.
      await stateEasyRates(database());
      const { version } = await train({ promote: false });
      expect(version.artifactHash).toBe(first.version.artifactHash);
      expect(version.decision?.kind).not.toBe("champion-unusable");
      expect(version.decision?.difference).not.toBe(0);
    },
  );
});
