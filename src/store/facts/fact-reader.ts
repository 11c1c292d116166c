import type { AllFacts, FactKey } from "../../domain/outreach/facts.ts";
import { arrayOf, int4, type Kinds, text, timestamptz, type ValuesOf } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/**
 * A fact of which there may be nothing to know. How a source stands is no row: it follows from all its days; nor is what holds
 * of all customers alike, or what a country celebrates.
 */
export type OptionalFactKey = Exclude<
  FactKey,
  "customer" | "resting" | "lastPause" | "playbookSettings" | "nextFeast"
>;

/** How one fact of many customers is read. */
export type FactReader<Key extends OptionalFactKey> = {
  readonly source: FactSource;
  /** What holds of a customer who has no row. */
  readonly otherwise: AllFacts[Key];
  /** The fact from a row as JSON gives it. */
  from(row: object): AllFacts[Key];
  /** Who may have a row; nobody else has one. Left out: that takes as long to find out as the fact itself. */
  holders?(db: Queryable, now: Date): Promise<ReadonlySet<number>>;
};

/** A query of its own, or what some of the activities come to, which all facts of that kind look through once. */
export type FactSource =
  | { readonly kind: "query"; readonly sql: string }
  | ({ readonly kind: "activities" } & ActivitySums);

export type ActivitySums = {
  /** A condition: which activities count. */
  readonly where: string;
  /** What they come to: an aggregate each, by the name of the column. */
  readonly columns: Readonly<Record<string, string>>;
};

/** A row as JSON gives it: an instant is text. */
export type AsJson<Row> = { readonly [Column in keyof Row]: TextForDate<Row[Column]> };
type TextForDate<T> = T extends Date ? string : T extends readonly Date[] ? readonly string[] : T;

type Meaning<Key extends OptionalFactKey, Row extends Kinds> = {
  readonly key: Key;
  readonly row: Row;
  readonly otherwise: AllFacts[Key];
  /**
   * A query in one go, as of `:now`, for the ids of all customers who may have a row: some too many, never one too few. Worth
   * stating where few have the fact and an index or a small table says who. Left out: everybody is looked at.
   */
  readonly holders?: string;
  from(row: AsJson<ValuesOf<Row>>): AllFacts[Key];
};

/**
 * States a reader by a query of at most one row: of the customer `c`, as of `:now` where that matters, in days of `:timeZone`. What runs is one
 * statement for all facts that are asked for.
 */
export function factReader<Key extends OptionalFactKey, Row extends Kinds>({
  sql,
  ...meaning
}: Meaning<Key, Row> & { readonly sql: string }): FactReader<Key> {
  checked(meaning, sql);
  return readerOf({ kind: "query", sql }, meaning);
}

/** States a reader by what some activities before `:now` come to; there is a row where there is such an activity. */
export function activityFactReader<Key extends OptionalFactKey, Row extends Kinds>(
  definition: Meaning<Key, Row> & {
    readonly where: string;
    readonly columns: { readonly [Column in keyof Row]: string };
  },
): FactReader<Key> {
  const { where, columns, ...meaning } = definition;
  const selected = Object.entries(columns).map(([name, sum]) => `${sum} AS ${name}`);
  checked(meaning, `SELECT ${selected} ${fromActivities([where])} HAVING count(*) > 0`);
  return readerOf({ kind: "activities", where, columns }, meaning);
}

/** The activities of the customer `c` that meet any of the conditions. */
export function fromActivities(conditions: readonly string[]): string {
  const any = conditions.map((condition) => `(${condition})`).join(" OR ");
  return `FROM activities WHERE customer_id = c.id AND at < :now AND (${any})`;
}

/** The row of a query as JSON, as a reader takes it; null where there is none. */
export const rowAsJson = (sql: string) => `(SELECT to_json(one) FROM (${sql}) one)`;

function readerOf<Key extends OptionalFactKey, Row extends Kinds>(
  source: FactSource,
  { key, otherwise, from, holders }: Meaning<Key, Row>,
): FactReader<Key> {
  const read = { source, otherwise, from: (given: object) => from(given as AsJson<ValuesOf<Row>>) };
  return holders === undefined ? read : { ...read, holders: holdersReader(key, holders) };
}

/** Of who is joined, it is what holds of whom they are joined into. The last condition only names the moment. */
function holdersReader(
  key: OptionalFactKey,
  sql: string,
): NonNullable<FactReader<OptionalFactKey>["holders"]> {
  const holders = statement({
    name: `facts/${fileOf(key)}: holders`,
    sql: `
  SELECT asked.id FROM customers asked
  WHERE COALESCE(asked.joined_into, asked.id) IN (${sql}) AND :now::timestamptz IS NOT NULL`,
    parameters: { now: timestamptz },
    row: { id: int4 },
  });
  return async (db, now) => new Set((await holders.all(db, { now })).map(({ id }) => id));
}

/** A statement for each fact, so that the check compares its columns with what the code expects. */
function checked({ key, row }: Pick<Meaning<OptionalFactKey, Kinds>, "key" | "row">, sql: string): void {
  const customerIds = arrayOf(int4);
  statement({
    name: `facts/${fileOf(key)}: rows`,
    sql: `SELECT c.id AS customer_id, fact.* FROM customers c CROSS JOIN LATERAL (${sql}) fact WHERE c.id = ANY (:customerIds::int[])`,
    parameters: {
      customerIds,
      ...(sql.includes(":now") ? { now: timestamptz } : {}),
      ...(sql.includes(":timeZone") ? { timeZone: text } : {}),
    },
    row: { customer_id: int4, ...row },
  });
}

/** `revenue12Months` stands in `revenue-12-months.ts`. */
const fileOf = (key: string) => key.replace(/[A-Z]|\d+/g, (start) => `-${start.toLowerCase()}`);
