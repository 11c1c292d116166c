import type { CustomerProfile } from "../../domain/customer.ts";
import { searchKeysOf } from "../../domain/customers/customer-name.ts";
import type { ProfileColumns } from "../../domain/imports/imports.ts";
import type { Database } from "../database/database.ts";
import { type ImportedStretch, settleSql, settleValues } from "./imports.ts";

export type CustomerRowsStore = ReturnType<typeof customerRowsStore>;

export type CustomerCounts = {
  readonly accepted: number;
  readonly updated: number;
  readonly duplicates: number;
};

/** Bulk writing of customers. */
export function customerRowsStore(database: Database) {
  return {
    /** The ids of those that are known. */
    async idsOf(source: string, externalIds: readonly string[]): Promise<Map<string, number>> {
      const { rows } = await database.pool.query<{ id: number; external_id: string }>(
        "SELECT id, external_id FROM customers WHERE source = $1 AND external_id = ANY ($2::text[])",
        [source, externalIds],
      );
      return new Map(rows.map((row) => [row.external_id, row.id]));
    },

    /** Adds those that are not there yet and leaves the others as they are. */
    async addMissing(profiles: readonly CustomerProfile[]): Promise<void> {
      const insert = `INSERT INTO customers (${COLUMNS}) ${selectSql(1)} ON CONFLICT (source, external_id) DO NOTHING`;
      if (profiles.length > 0) await database.pool.query(insert, valuesOf(profiles));
    },

    /**
     * Writes one stretch of an import, all or nothing: adds new customers, corrects changed ones. A fact that the
     * file has no column for keeps its stored value.
     * @param profiles each (source, external id) once, all of one source
     */
    async saveStretch(
      stretch: ImportedStretch,
      profiles: readonly CustomerProfile[],
      columns: ProfileColumns,
    ): Promise<CustomerCounts> {
      return saveProfiles(database, stretch, await withStoredNames(database, profiles, columns), columns);
    },

    /** Fresh statistics after many rows. */
    async tidy(): Promise<void> {
      await database.pool.query("ANALYZE customers");
    },
  };
}

type SearchableProfile = CustomerProfile & { readonly searchAs: Parameters<typeof searchKeysOf>[0] };

/** The search keys need domain and aliases also where this file does not tell them. */
async function withStoredNames(
  { pool }: Database,
  profiles: readonly CustomerProfile[],
  { facts, attributes }: ProfileColumns,
): Promise<SearchableProfile[]> {
  const [first] = profiles;
  if (!first) return [];
  const { rows } = await pool.query<{ external_id: string; domain: string | null; aliases: string | null }>(
    `SELECT external_id, domain, attributes->>'aliases' AS aliases FROM customers
     WHERE source = $1 AND external_id = ANY ($2::text[])`,
    [first.source, profiles.map((profile) => profile.externalId)],
  );
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
  stretch: ImportedStretch,
  profiles: readonly SearchableProfile[],
  columns: ProfileColumns,
): Promise<CustomerCounts> {
  const values = [...settleValues(stretch), ...valuesOf(profiles), columns.attributes];
  const { rows } = await pool.query<{ accepted: number; updated: number }>(saveSql(columns), values);
  const { accepted = 0, updated = 0 } = rows[0] ?? {};
  return { accepted, updated, duplicates: profiles.length - accepted - updated };
}

/** xmax is 0 in a row that this statement inserted. */
function saveSql({ facts }: ProfileColumns): string {
  const changing = [
    "name",
    ...[...facts].map((fact) => COLUMN_OF_FACT[fact]).filter((column) => column !== undefined),
  ];
  const attributes = "(customers.attributes - $26::text[]) || excluded.attributes";
  const before = [...changing.map((column) => `customers.${column}`), "customers.attributes"].join(", ");
  const after = [...changing.map((column) => `excluded.${column}`), attributes].join(", ");
  const settings = [...changing, "search_keys", "search_text"].map(
    (column) => `${column} = excluded.${column}`,
  );
  return `
    WITH saved AS (
      INSERT INTO customers (${COLUMNS}) ${selectSql(8)}
      ON CONFLICT (source, external_id) DO UPDATE
        SET ${settings.join(", ")}, attributes = ${attributes}, updated_at = CURRENT_TIMESTAMP
        WHERE (${before}) IS DISTINCT FROM (${after})
      RETURNING xmax = 0 AS is_new
    ), ${settleSql("(SELECT count(*) FILTER (WHERE is_new) FROM saved)")}
    SELECT (count(*) FILTER (WHERE is_new))::int AS accepted, (count(*) FILTER (WHERE NOT is_new))::int AS updated
    FROM saved`;
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

const COLUMN_TYPES =
  "text text text text text text text bigint float8 bigint date date date text text jsonb jsonb text".split(
    " ",
  );

/** Rows from arrays of columns, the first of them parameter `$from`. */
function selectSql(from: number): string {
  const arrays = COLUMN_TYPES.map((type, index) => `$${from + index}::${type}[]`);
  // An array of arrays would have to be rectangular, so the keys of one customer travel as a JSON array.
  const keys = "ARRAY(SELECT jsonb_array_elements_text(search_keys))";
  return `SELECT ${COLUMNS.replace("search_keys", keys)} FROM unnest(${arrays.join(", ")}) AS row (${COLUMNS})`;
}

function valuesOf(profiles: ReadonlyArray<CustomerProfile | SearchableProfile>): unknown[] {
  const keys = profiles.map((profile) => searchKeysOf("searchAs" in profile ? profile.searchAs : profile));
  return [
    profiles.map((profile) => profile.source),
    profiles.map((profile) => profile.externalId),
    profiles.map((profile) => profile.name),
    profiles.map((profile) => profile.domain),
    profiles.map((profile) => profile.ownerEmail),
    profiles.map((profile) => profile.segment),
    profiles.map((profile) => profile.currency),
    profiles.map((profile) => profile.monthlyRevenueMinor),
    profiles.map((profile) => profile.marginPercent),
    profiles.map((profile) => profile.acquisitionCostMinor),
    profiles.map((profile) => profile.startedOn),
    profiles.map((profile) => profile.renewsOn),
    profiles.map((profile) => profile.endedOn),
    profiles.map((profile) => profile.country),
    profiles.map((profile) => profile.language),
    profiles.map((profile) => JSON.stringify(profile.attributes)),
    keys.map((key) => JSON.stringify(key.keys)),
    keys.map((key) => key.text),
  ];
}
