import type { Day } from "../../domain/calendar.ts";
import type { Dataset, NumberColumn } from "../../domain/risk/dataset.ts";
import { FEATURES, type FeatureName } from "../../domain/risk/features.ts";
import { type CustomersOfCurrency, type ModelCurrency, withMoneyBy } from "../../domain/risk/model-money.ts";
import { utcDay } from "../customers/contract-days.ts";
import { int4 } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { CUSTOMERS_BY_CURRENCY, moneyFactorsTo, unratedIn } from "./customer-currencies.ts";
import { type CustomerRange, rangeValues } from "./customer-range.ts";
import { OF_NAMED, OF_RANGE } from "./features-sql.ts";
import { COUNT_ACTIVITIES, FIRST_EVENT } from "./log-extent.ts";
import { unpackCurrencies, unpackDoubles, unpackInts } from "./packed-columns.ts";

export type { CustomerRange };

/**
 * About `share` (0–1) of all customers, drawn by a hash of id and seed: the same ones in every snapshot and range, on
 * every server.
 */
export type CustomerSample = { readonly share: number; readonly seed: number };

/** One row per customer of the population; `customerIds` ascending, in the order of the dataset's rows. */
export type ExtractedFeatures = {
  readonly customerIds: Int32Array;
  readonly dataset: Dataset;
  /** The currency of each row's money; blank where no amount has one. */
  readonly currencies: readonly string[];
  /** What each row's own minor units were multiplied by; NaN where no rate is stated, and the money unknown for that. */
  readonly moneyFactors: Float64Array;
};

/**
 * Chosen: planning the query takes the server 8 ms, most of the time of a range of which a tenth is read, and a tenth of
 * the time of ten such ranges in one. Twelve times as long they gained nothing more; 25 times, they took longer again.
 */
const MOST_TIMES_LONGER = 10;

export type FeatureStore = ReturnType<typeof featureStore>;

export function featureStore({ pool, prisma, turns }: Pick<Database, "pool" | "prisma" | "turns">) {
  return {
    rangesAtOnce: turns.queriesAtOnce,

    /**
     * The features of everyone in the range who was a customer at `asOf`: bought before it or had a contract
     * running, and had not ended the relationship. Reads nothing dated at or after `asOf`, nor at or after
     * `knownUpTo` where that is earlier: then ages and windows still end at `asOf`, as if nothing had happened since.
     * @param currency that everybody's money is counted in, by the rates in force on the day up to which is read
     */
    async extract(
      asOf: Date,
      range: CustomerRange,
      currency: ModelCurrency,
      sample: CustomerSample = { share: 1, seed: 0 },
      knownUpTo: Date = asOf,
    ): Promise<ExtractedFeatures> {
      const moments = momentsOf(asOf, knownUpTo);
      const packed = await OF_RANGE.one(pool, { ...moments, ...rangeValues(range), ...sample });
      return unpacked(pool, packed, { asOf, currency, day: moments.knownDay });
    },

    /** The same of the named customers, in one query: for no more of them than may stand before a card. */
    async extractOf(
      asOf: Date,
      customerIds: readonly number[],
      currency: ModelCurrency,
      knownUpTo: Date = asOf,
    ): Promise<ExtractedFeatures> {
      const moments = momentsOf(asOf, knownUpTo);
      const packed = await OF_NAMED.one(pool, { ...moments, customerIds });
      return unpacked(pool, packed, { asOf, currency, day: moments.knownDay });
    },

    /** How many customers have each currency, most first: what a model's own is chosen from. */
    customersByCurrency: (): Promise<CustomersOfCurrency[]> => CUSTOMERS_BY_CURRENCY.all(pool),

    /** Those whose money a model in that currency cannot know, because no rate to it is stated; most first. */
    unratedIn: (currency: ModelCurrency): Promise<CustomersOfCurrency[]> => unratedIn(pool, currency),

    /**
     * Cuts all customers into ranges of about `targetSize`, so that other queries get their turn between two of them;
     * where only a share of them is read, into so much longer ones that about as many are read at once.
     */
    async customerRanges({ targetSize = turns.customersPerQuery, share = 1 } = {}): Promise<CustomerRange[]> {
      const longer = Math.min(MOST_TIMES_LONGER, 1 / share);
      return RANGES.all(pool, { targetSize: Math.round(targetSize * longer) });
    },

    countCustomers: (): Promise<number> => prisma.customer.count(),

    /** Rows of the log, whenever they are dated; counted by day, so that nobody waits for the whole table. */
    countActivities: async (): Promise<number> => (await COUNT_ACTIVITIES.one(pool)).count,

    /** When the log begins: the first purchase or contract start; null for an empty file. */
    firstEventAt: async (): Promise<Date | null> => (await FIRST_EVENT.one(pool)).first,
  };
}

function momentsOf(asOf: Date, knownUpTo: Date) {
  const known = knownUpTo < asOf ? knownUpTo : asOf;
  return { known, asOfDay: utcDay(asOf), knownDay: utcDay(known) };
}

const RANGES = statement({
  name: "risk/features: customer ranges",
  sql: `
  SELECT min(id) AS "fromCustomerId", max(id) AS "toCustomerId"
  FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1) / :targetSize::int AS part FROM customers) AS numbered
  GROUP BY part ORDER BY part`,
  parameters: { targetSize: int4 },
  row: { fromCustomerId: int4, toCustomerId: int4 },
});

type PackedRow = Readonly<Record<string, Buffer | null>>;

async function unpacked(
  db: Queryable,
  packed: PackedRow,
  { asOf, currency, day }: { readonly asOf: Date; readonly currency: ModelCurrency; readonly day: Day },
): Promise<ExtractedFeatures> {
  const customerIds = unpackInts(packed.ids ?? null);
  const dataset = { rows: customerIds.length, columns: FEATURES.map(columnFrom(packed)), asOf };
  const currencies = unpackCurrencies(packed.currencies ?? null);
  const moneyFactors = await moneyFactorsTo(db, currency, currencies, day);
  return { customerIds, dataset: withMoneyBy(dataset, moneyFactors), currencies, moneyFactors };
}

const columnFrom =
  (packed: PackedRow) =>
  ({ name }: { readonly name: FeatureName }): NumberColumn => ({
    kind: "number",
    name,
    values: unpackDoubles(packed[name] ?? null),
  });
