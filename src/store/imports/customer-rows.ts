import type { Day } from "../../domain/calendar.ts";
import type { CustomerProfile } from "../../domain/customer.ts";
import { searchKeysOf } from "../../domain/customers/customer-name.ts";
import type { ProfileColumns } from "../../domain/imports/imports.ts";
import {
  arrayOf,
  bool,
  date,
  float8,
  int4,
  int8,
  jsonText,
  nullable,
  text,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement, statementsBy } from "../database/statement.ts";
import { type ImportedBatch, SETTLE_PARAMETERS, settleSql, settleValues } from "./imports.ts";

export type CustomerRowsStore = ReturnType<typeof customerRowsStore>;

export type CustomerCounts = {
  readonly accepted: number;
  readonly updated: number;
  readonly duplicates: number;
  /** Whose contracts a file of contracts tells of, where this one says something else: that was not taken over. */
  readonly contractsNotTaken: number;
};

/** The import that made a customer; whether of nothing but rows that name them. */
export type KnownFrom = { readonly importId: number; readonly knownFromActivities: boolean };

/** Bulk writing of customers. */
export function customerRowsStore(database: Database) {
  return {
    /** The ids of those that are known. */
    async idsOf(source: string, externalIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await IDS.all(database.pool, { source, externalIds });
      return new Map(rows.map((row) => [row.external_id, row.id]));
    },

    /** Adds those that are not there yet and leaves the others as they are. @returns how many were added */
    async addMissing(profiles: readonly CustomerProfile[], from: KnownFrom): Promise<number> {
      return profiles.length === 0 ? 0 : ADD_MISSING.run(database.pool, { ...valuesOf(profiles), ...from });
    },

    /**
     * Writes one batch of an import, all or nothing: adds new customers, corrects changed ones. A fact that the
     * file has no column for keeps its stored value. What the file says of contracts is told on the batch's day.
     * @param profiles each (source, external id) once, all of one source
     * @param inContracts of whom the same file tells the contracts apart: none of theirs is left out
     */
    async saveBatch(
      batch: ImportedBatch & { readonly today: Day },
      profiles: readonly CustomerProfile[],
      columns: ProfileColumns,
      inContracts: Several = new Map(),
    ): Promise<CustomerCounts> {
      const searchable = await withStoredNames(database, profiles, columns);
      return saveProfiles(database, batch, searchable, columns, inContracts);
    },

    /** Fresh statistics after many rows. */
    async tidy(): Promise<void> {
      await TIDY.run(database.pool);
    },
  };
}

type Several = Pick<ReadonlyMap<string, unknown>, "has">;
type SearchableProfile = CustomerProfile & { readonly searchAs: Parameters<typeof searchKeysOf>[0] };

/** The search keys need domain and aliases also where this file does not tell them. */
async function withStoredNames(
  { pool }: Database,
  profiles: readonly CustomerProfile[],
  { facts, attributes }: ProfileColumns,
): Promise<SearchableProfile[]> {
  const [first] = profiles;
  if (!first) return [];
  const externalIds = profiles.map((profile) => profile.externalId);
  const rows = await STORED_NAMES.all(pool, { source: first.source, externalIds });
  const stored = new Map(rows.map((row) => [row.external_id, row]));
  return profiles.map((profile) => {
    const known = stored.get(profile.externalId);
    const domain = facts.has("domain") ? profile.domain : (known?.domain ?? null);
    const aliases = attributes.includes("aliases") ? profile.attributes.aliases : known?.aliases;
    return { ...profile, searchAs: { ...profile, domain, attributes: aliases ? { aliases } : {} } };
  });
}

async function saveProfiles(
  { pool }: Database,
  batch: ImportedBatch & { readonly today: Day },
  profiles: readonly SearchableProfile[],
  columns: ProfileColumns,
  inContracts: Several,
): Promise<CustomerCounts> {
  const values = {
    ...settleValues(batch),
    ...valuesOf(profiles),
    attributeNames: columns.attributes,
    today: batch.today,
  };
  const contractsNotTaken = await countNotTaken(
    pool,
    profiles.filter(({ externalId }) => !inContracts.has(externalId)),
    columns,
  );
  const { accepted, updated } = await saveOf(changingColumns(columns)).one(pool, values);
  return { accepted, updated, duplicates: profiles.length - accepted - updated, contractsNotTaken };
}

async function countNotTaken(
  pool: Database["pool"],
  profiles: readonly CustomerProfile[],
  { facts }: ProfileColumns,
): Promise<number> {
  const [first] = profiles;
  if (!first || !CONTRACT_FACTS.some((fact) => facts.has(fact))) return 0;
  const counted = await NOT_TAKEN.one(pool, {
    source: first.source,
    externalIds: profiles.map((profile) => profile.externalId),
    monthlyRevenues: profiles.map((profile) => profile.monthlyRevenueMinor),
    startedOn: profiles.map((profile) => profile.startedOn),
    endedOn: profiles.map((profile) => profile.endedOn),
  });
  return counted.customers;
}

/** What a file of contracts tells better: of whom it does, a file of customers changes none of these. */
const CONTRACT_FACTS = ["startedOn", "endedOn", "monthlyRevenueMinor"] as const;

/** The columns that a file has facts for and so may change, as one text. */
function changingColumns({ facts }: ProfileColumns): string {
  const columns = [...facts].map((fact) => COLUMN_OF_FACT[fact]).filter((column) => column !== undefined);
  return ["name", ...columns].join(" ");
}

/**
 * xmax is 0 in a row that this statement inserted. The triggers that keep contracts run after all of it, so they know the
 * day that it says.
 */
function saveSql(changingColumns: string): string {
  const changing = changingColumns.split(" ");
  const attributes = "(customers.attributes - :attributeNames::text[]) || excluded.attributes";
  const before = [...changing.map(toldSql), "customers.attributes"];
  const after = [
    ...changing.map((column) => (isFilled(column) ? `excluded.${column}` : takenOver(column))),
    attributes,
  ];
  const settings = [...changing, "search_keys", "search_text"].map(
    (column) => `${column} = ${takenOver(column)}`,
  );
  return `
    WITH saved AS (
      INSERT INTO customers (${COLUMNS}, import_id) ${profiles(":importId::int")}
      ON CONFLICT (source, external_id) DO UPDATE
        SET ${[...settings, ...stillFilledSql(changing)].join(", ")}, attributes = ${attributes}, updated_at = CURRENT_TIMESTAMP,
          known_from_activities = false
        WHERE (${before.join(", ")}, customers.known_from_activities) IS DISTINCT FROM (${after.join(", ")}, false)
      RETURNING xmax = 0 AS is_new
    ), ${settleSql("(SELECT count(*) FILTER (WHERE is_new) FROM saved)")}
    SELECT (count(*) FILTER (WHERE is_new))::int AS accepted, (count(*) FILTER (WHERE NOT is_new))::int AS updated,
      set_config('mainstay.today', :today::date::text, true) AS told_on
    FROM saved`;
}

/** Facts that a join fills where the file says nothing: such a value is not what the file said. */
const FILLED = ["owner_email", "segment", "domain", "country", "language"];
const isFilled = (column: string) => FILLED.includes(column);

/** What the file said last. */
const toldSql = (column: string) =>
  isFilled(column)
    ? `CASE WHEN customers.filled ? '${column}' THEN NULL ELSE customers.${column} END`
    : `customers.${column}`;

/** What the file says by now is filled no longer. */
function stillFilledSql(changing: readonly string[]): string[] {
  const told = changing
    .filter(isFilled)
    .map((column) => `CASE WHEN excluded.${column} IS NOT NULL THEN '${column}' END`);
  if (told.length === 0) return [];
  return [`filled = customers.filled - array_remove(ARRAY[${told.join(", ")}]::text[], NULL)`];
}

/** What a stored customer's column becomes; where named contracts are shown, the file's own columns for them do not count. */
function takenOver(column: string): string {
  if (isFilled(column))
    return `CASE WHEN excluded.${column} IS NULL AND customers.filled ? '${column}' THEN customers.${column} ELSE excluded.${column} END`;
  const told = CONTRACT_FACTS.some((fact) => COLUMN_OF_FACT[fact] === column)
    ? `customers.${column}`
    : column === "currency"
      ? "COALESCE(excluded.currency, customers.currency)"
      : null;
  return told === null
    ? `excluded.${column}`
    : `CASE WHEN customers.has_named_contracts THEN ${told} ELSE excluded.${column} END`;
}

const COLUMN_OF_FACT: Readonly<Partial<Record<keyof CustomerProfile, string>>> = {
  domain: "domain",
  ownerEmail: "owner_email",
  segment: "segment",
  currency: "currency",
  monthlyRevenueMinor: "monthly_revenue_minor",
  marginPercent: "margin_percent",
  acquisitionCostMinor: "acquisition_cost_minor",
  startedOn: "started_on",
  renewsOn: "renews_on",
  endedOn: "ended_on",
  country: "country",
  language: "language",
};

const COLUMNS =
  "source, external_id, name, domain, owner_email, segment, currency, monthly_revenue_minor, margin_percent, " +
  "acquisition_cost_minor, started_on, renews_on, ended_on, country, language, attributes, search_keys, search_text";

// An array of arrays would have to be rectangular, so the keys of one customer travel as a JSON array.
const KEYS = "ARRAY(SELECT jsonb_array_elements_text(search_keys))";

/** Rows of these columns, and of `more`, from lists; takes `PROFILE_PARAMETERS`. */
const profiles = (
  more: string,
) => `SELECT ${COLUMNS.replace("search_keys", KEYS)}, ${more} FROM unnest(:sources::text[], :externalIds::text[],
      :names::text[], :domains::text[], :ownerEmails::text[], :segments::text[], :currencies::text[],
      :monthlyRevenues::bigint[], :marginPercents::float8[], :acquisitionCosts::bigint[], :startedOn::date[],
      :renewsOn::date[], :endedOn::date[], :countries::text[], :languages::text[], :attributes::jsonb[],
      :searchKeys::jsonb[], :searchTexts::text[]) AS row (${COLUMNS})`;

const PROFILE_PARAMETERS = {
  sources: arrayOf(text),
  externalIds: arrayOf(text),
  names: arrayOf(text),
  domains: arrayOf(nullable(text)),
  ownerEmails: arrayOf(nullable(text)),
  segments: arrayOf(nullable(text)),
  currencies: arrayOf(nullable(text)),
  monthlyRevenues: arrayOf(nullable(int8)),
  marginPercents: arrayOf(nullable(float8)),
  acquisitionCosts: arrayOf(nullable(int8)),
  startedOn: arrayOf(nullable(date)),
  renewsOn: arrayOf(nullable(date)),
  endedOn: arrayOf(nullable(date)),
  countries: arrayOf(nullable(text)),
  languages: arrayOf(nullable(text)),
  attributes: arrayOf(jsonText),
  searchKeys: arrayOf(jsonText),
  searchTexts: arrayOf(text),
};

function valuesOf(
  profiles: ReadonlyArray<CustomerProfile | SearchableProfile>,
): ValuesOf<typeof PROFILE_PARAMETERS> {
  const keys = profiles.map((profile) => searchKeysOf("searchAs" in profile ? profile.searchAs : profile));
  return {
    sources: profiles.map((profile) => profile.source),
    externalIds: profiles.map((profile) => profile.externalId),
    names: profiles.map((profile) => profile.name),
    domains: profiles.map((profile) => profile.domain),
    ownerEmails: profiles.map((profile) => profile.ownerEmail),
    segments: profiles.map((profile) => profile.segment),
    currencies: profiles.map((profile) => profile.currency),
    monthlyRevenues: profiles.map((profile) => profile.monthlyRevenueMinor),
    marginPercents: profiles.map((profile) => profile.marginPercent),
    acquisitionCosts: profiles.map((profile) => profile.acquisitionCostMinor),
    startedOn: profiles.map((profile) => profile.startedOn),
    renewsOn: profiles.map((profile) => profile.renewsOn),
    endedOn: profiles.map((profile) => profile.endedOn),
    countries: profiles.map((profile) => profile.country),
    languages: profiles.map((profile) => profile.language),
    attributes: profiles.map((profile) => JSON.stringify(profile.attributes)),
    searchKeys: keys.map((key) => JSON.stringify(key.keys)),
    searchTexts: keys.map((key) => key.text),
  };
}

/** By what a file may change, of thousands of combinations: nothing but the name, each fact alone, and all. */
const saveOf = statementsBy(
  [
    "name",
    ...Object.values(COLUMN_OF_FACT).map((column) => `name ${column}`),
    ["name", ...Object.values(COLUMN_OF_FACT)].join(" "),
  ],
  (changing) => ({
    name: `imports/customer-rows: save, changing ${changing}`,
    sql: saveSql(changing),
    parameters: { ...SETTLE_PARAMETERS, ...PROFILE_PARAMETERS, attributeNames: arrayOf(text), today: date },
    row: { accepted: int4, updated: int4, told_on: text },
  }),
);

const ADD_MISSING = statement({
  name: "imports/customer-rows: add missing",
  sql: `INSERT INTO customers (${COLUMNS}, import_id, known_from_activities)
  ${profiles(":importId::int, :knownFromActivities::bool")} ON CONFLICT (source, external_id) DO NOTHING`,
  parameters: { ...PROFILE_PARAMETERS, importId: int4, knownFromActivities: bool },
});

const KEYS_OF_SOURCE = { source: text, externalIds: arrayOf(text) };

const IDS = statement({
  name: "imports/customer-rows: ids",
  sql: "SELECT id, external_id FROM customers WHERE source = :source AND external_id = ANY (:externalIds::text[])",
  parameters: KEYS_OF_SOURCE,
  row: { id: int4, external_id: text },
});

const NOT_TAKEN = statement({
  name: "imports/customer-rows: contracts not taken",
  sql: `
  SELECT count(*)::int AS customers
  FROM unnest(:externalIds::text[], :monthlyRevenues::bigint[], :startedOn::date[], :endedOn::date[])
    AS file (external_id, monthly_revenue_minor, started_on, ended_on)
  JOIN customers c ON c.source = :source AND c.external_id = file.external_id
  WHERE c.has_named_contracts AND (
    COALESCE(file.monthly_revenue_minor, c.monthly_revenue_minor), COALESCE(file.started_on, c.started_on),
    COALESCE(file.ended_on, c.ended_on)) IS DISTINCT FROM (c.monthly_revenue_minor, c.started_on, c.ended_on)`,
  parameters: {
    ...KEYS_OF_SOURCE,
    monthlyRevenues: arrayOf(nullable(int8)),
    startedOn: arrayOf(nullable(date)),
    endedOn: arrayOf(nullable(date)),
  },
  row: { customers: int4 },
});

const STORED_NAMES = statement({
  name: "imports/customer-rows: stored names",
  sql: `
  SELECT external_id, domain, attributes->>'aliases' AS aliases FROM customers
  WHERE source = :source AND external_id = ANY (:externalIds::text[])`,
  parameters: KEYS_OF_SOURCE,
  row: { external_id: text, domain: nullable(text), aliases: nullable(text) },
});

const TIDY = statement({
  name: "imports/customer-rows: tidy",
  sql: "ANALYZE customers, contracts, contract_prices, relationship_ends",
});
