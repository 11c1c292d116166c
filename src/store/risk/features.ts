import type { Dataset, NumberColumn } from "../../domain/risk/dataset.ts";
import { FEATURES, type FeatureName } from "../../domain/risk/features.ts";
import { hasContractSql, utcDay } from "../customers/contract-days.ts";
import { int4, int8, nullable, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { type CustomerRange, rangeValues } from "./customer-range.ts";
import { OF_NAMED, OF_RANGE } from "./features-sql.ts";

export type { CustomerRange };

/**
 * About `share` (0–1) of all customers, drawn by a hash of id and seed: the same ones in every snapshot and range, on
 * every server.
 */
export type CustomerSample = { readonly share: number; readonly seed: number };

/** One row per customer of the population; `customerIds` ascending, in the order of the dataset's rows. */
export type ExtractedFeatures = { readonly customerIds: Int32Array; readonly dataset: Dataset };

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
     */
    async extract(
      asOf: Date,
      range: CustomerRange,
      sample: CustomerSample = { share: 1, seed: 0 },
      knownUpTo: Date = asOf,
    ): Promise<ExtractedFeatures> {
      const moments = momentsOf(asOf, knownUpTo);
      return unpacked(await OF_RANGE.one(pool, { ...moments, ...rangeValues(range), ...sample }), asOf);
    },

    /** The same of the named customers, in one query: for no more of them than may stand before a card. */
    async extractOf(
      asOf: Date,
      customerIds: readonly number[],
      knownUpTo: Date = asOf,
    ): Promise<ExtractedFeatures> {
      return unpacked(await OF_NAMED.one(pool, { ...momentsOf(asOf, knownUpTo), customerIds }), asOf);
    },

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

const COUNT_ACTIVITIES = statement({
  name: "risk/features: count activities",
  sql: "SELECT COALESCE(sum(rows), 0)::bigint AS count FROM source_days",
  row: { count: int8 },
});

/** One probe of the index per customer. */
const FIRST_EVENT = statement({
  name: "risk/features: first event",
  sql: `
  SELECT min(LEAST(purchase.at, CASE WHEN ${hasContractSql("c")}
    THEN c.started_on::timestamp AT TIME ZONE 'UTC' END)) AS first
  FROM customers c LEFT JOIN LATERAL (
    SELECT a.at FROM activities a
    WHERE a.customer_id = c.id AND a.kind = 'order' AND a.amount_minor > 0 ORDER BY a.at LIMIT 1
  ) AS purchase ON true`,
  row: { first: nullable(timestamptz) },
});

type PackedRow = Readonly<Record<string, Buffer | null>>;

function unpacked(packed: PackedRow, asOf: Date): ExtractedFeatures {
  const customerIds = unpackInts(packed.ids ?? null);
  const columns = FEATURES.map(columnFrom(packed));
  return { customerIds, dataset: { rows: customerIds.length, columns, asOf } };
}

const columnFrom =
  (packed: PackedRow) =>
  ({ name }: { readonly name: FeatureName }): NumberColumn => ({
    kind: "number",
    name,
    values: unpackDoubles(packed[name] ?? null),
  });

function unpackDoubles(packed: Buffer | null): Float64Array {
  if (packed === null) return new Float64Array();
  // Copied first: typed arrays need an aligned start, and the driver's buffer may begin anywhere.
  return new Float64Array(new Uint8Array(Buffer.from(packed).swap64()).buffer);
}

function unpackInts(packed: Buffer | null): Int32Array {
  if (packed === null) return new Int32Array();
  return new Int32Array(new Uint8Array(Buffer.from(packed).swap32()).buffer);
}
