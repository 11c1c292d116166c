import type { Day } from "../../domain/calendar.ts";
import { MS_PER_DAY } from "../../domain/clock.ts";
import { attributeColumns } from "../../domain/risk/attribute-inputs.ts";
import type { Dataset, NumberColumn } from "../../domain/risk/dataset.ts";
import { type CustomersOfCurrency, type ModelCurrency, withMoneyBy } from "../../domain/risk/model-money.ts";
import type { ModelInputs } from "../../domain/risk/versions/model-version.ts";
import { utcDay } from "../customers/contract-days.ts";
import { binaryRow } from "../database/binary-row.ts";
import { int4 } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { attributeDecisions } from "./attribute-decisions.ts";
import { CUSTOMERS_BY_CURRENCY, moneyFactorsTo, unratedIn } from "./customer-currencies.ts";
import { type CustomerRange, rangeValues } from "./customer-range.ts";
import { customerLogs, featuresOf, type HistoryFeatures, logsBefore } from "./features-of-histories.ts";
import { FACTS_OF_RANGE, LOG_OF_RANGE, OF_NAMED, OF_RANGE } from "./features-sql.ts";
import { type AttributeMoment, knownTexts, sampleOfCustomers } from "./known-attributes.ts";
import { COUNT_ACTIVITIES, FIRST_EVENT } from "./log-extent.ts";

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

/** Of those that other queries read at once, whose sums are made in the database: histories as they are take it half as long. */
const TIMES_AS_MANY = 2;
/**
 * Their activities are read at once, as a rule: working the features of so many out takes us some 10 ms, and they take up 2 MB.
 */
const MOST_ACTIVITIES = 25_000;

export type FeatureStore = ReturnType<typeof featureStore>;

export function featureStore({ pool, prisma, turns }: Pick<Database, "pool" | "prisma" | "turns">) {
  return {
    rangesAtOnce: turns.queriesAtOnce,

    /**
     * The features of everyone in the range who was a customer at `asOf`: bought before it or had a contract
     * running, and had not ended the relationship. Reads nothing dated at or after `asOf`, nor at or after
     * `knownUpTo` where that is earlier: then ages and windows still end at `asOf`, as if nothing had happened since.
     * @param inputs everybody's money is counted in their currency, by the rates in force on the day up to which is read;
     * their attributes' columns come after the others
     */
    async extract(
      asOf: Date,
      range: CustomerRange,
      inputs: ModelInputs,
      sample: CustomerSample = { share: 1, seed: 0 },
      knownUpTo: Date = asOf,
    ): Promise<ExtractedFeatures> {
      const moments = momentsOf(asOf, knownUpTo);
      const packed = await binaryRow(pool, OF_RANGE, { ...moments, ...rangeValues(range), ...sample });
      const found = featuresOf(packed, customerLogs(packed), dayNumber(asOf));
      return extracted(pool, found, { asOf, inputs, ...moments });
    },

    /** The same as of each of some moments, in their order: everybody's activities are read once for all of them. */
    async extractEach<Moment extends { readonly asOf: Date }>(
      moments: readonly Moment[],
      range: CustomerRange,
      inputs: ModelInputs,
      sample: CustomerSample = { share: 1, seed: 0 },
    ): Promise<Array<Moment & ExtractedFeatures>> {
      const whose = { ...rangeValues(range), ...sample };
      const known = new Date(Math.max(...moments.map(({ asOf }) => asOf.getTime())));
      const logs = customerLogs(await binaryRow(pool, LOG_OF_RANGE, { known, ...whose }));
      const each: Array<Moment & ExtractedFeatures> = [];
      for (const moment of moments) {
        const { asOf } = moment;
        const own = momentsOf(asOf, asOf);
        const facts = await binaryRow(pool, FACTS_OF_RANGE, { ...own, ...whose });
        const found = featuresOf(facts, logsBefore(logs, asOf), dayNumber(asOf));
        each.push({ ...moment, ...(await extracted(pool, found, { asOf, inputs, ...own })) });
      }
      return each;
    },

    /** The same of the named customers, in one query: for no more of them than may stand before a card. */
    async extractOf(
      asOf: Date,
      customerIds: readonly number[],
      inputs: ModelInputs,
      knownUpTo: Date = asOf,
    ): Promise<ExtractedFeatures> {
      const moments = momentsOf(asOf, knownUpTo);
      const packed = await binaryRow(pool, OF_NAMED, { ...moments, customerIds });
      const found = featuresOf(packed, customerLogs(packed), dayNumber(asOf));
      return extracted(pool, found, { asOf, inputs, ...moments });
    },

    /** What was known of the given customers' further attributes, as text, in their order. */
    attributeTexts: (customerIds: readonly number[], moment: AttributeMoment) =>
      knownTexts(pool, customerIds, moment),

    /** What somebody decided about attributes as inputs. */
    attributeDecisions: () => attributeDecisions(pool),

    /** About `share` (0–1) of all customers, the same ones for the same seed; ascending. */
    sampleOfCustomers: ({ share, seed }: CustomerSample) => sampleOfCustomers(pool, share, seed),

    /** How many customers have each currency, most first: what a model's own is chosen from. */
    customersByCurrency: (): Promise<CustomersOfCurrency[]> => CUSTOMERS_BY_CURRENCY.all(pool),

    /** Those whose money a model in that currency cannot know, because no rate to it is stated; most first. */
    unratedIn: (currency: ModelCurrency): Promise<CustomersOfCurrency[]> => unratedIn(pool, currency),

    /**
     * Cuts all customers into ranges of about `targetSize`, so that other queries get their turn between two of them; into shorter
     * ones where customers have long histories, and where only a share of them is read, into so much longer ones that about as many
     * are read at once.
     */
    async customerRanges({
      targetSize = TIMES_AS_MANY * turns.customersPerQuery,
      share = 1,
      mostActivities = MOST_ACTIVITIES,
    } = {}): Promise<CustomerRange[]> {
      const longer = Math.min(MOST_TIMES_LONGER, 1 / share);
      const { count } = await COUNT_ACTIVITIES.one(pool);
      const perCustomer = count / Math.max(1, await prisma.customer.count());
      const size = Math.min(targetSize, mostActivities / Math.max(1, perCustomer)) * longer;
      return RANGES.all(pool, { targetSize: Math.max(1, Math.round(size)) });
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

/** UTC days since 1970. */
const dayNumber = (moment: Date) => Math.floor(moment.getTime() / MS_PER_DAY);

const RANGES = statement({
  name: "risk/features: customer ranges",
  sql: `
  SELECT min(id) AS "fromCustomerId", max(id) AS "toCustomerId"
  FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1) / :targetSize::int AS part FROM customers) AS numbered
  GROUP BY part ORDER BY part`,
  parameters: { targetSize: int4 },
  row: { fromCustomerId: int4, toCustomerId: int4 },
});

type ReadMoment = {
  readonly asOf: Date;
  readonly inputs: ModelInputs;
  readonly known: Date;
  readonly knownDay: Day;
};

async function attributesAt(
  db: Queryable,
  customerIds: readonly number[],
  { attributes }: ModelInputs,
  known: Date,
): Promise<NumberColumn[]> {
  if (attributes.length === 0) return [];
  const sinceStart = attributes.flatMap((input) => (input.sinceStart ? [input.name] : []));
  return attributeColumns(attributes, await knownTexts(db, customerIds, { known, sinceStart }));
}

async function extracted(
  db: Queryable,
  { customerIds, currencies, columns: own }: HistoryFeatures,
  { asOf, inputs, known, knownDay }: ReadMoment,
): Promise<ExtractedFeatures> {
  const further = await attributesAt(db, [...customerIds], inputs, known);
  const dataset = { rows: customerIds.length, columns: [...own, ...further], asOf };
  const moneyFactors = await moneyFactorsTo(db, inputs.currency, currencies, knownDay);
  return { customerIds, dataset: withMoneyBy(dataset, moneyFactors), currencies, moneyFactors };
}
