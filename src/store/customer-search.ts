import type { CustomerMatch, CustomerSearch } from "../domain/customer-search.ts";
import type { Database } from "./database.ts";
import { inTransaction } from "./transaction.ts";

type Queries = Pick<Database["pool"], "query">;

/** Looks for the exact spelling, then for it as a part, then for the nearest; stops at the first that finds any. */
export async function searchCustomers(
  pool: Database["pool"],
  key: string,
  spellings: readonly string[],
  limit: number,
): Promise<CustomerSearch> {
  const exact = await matches(pool, EXACT, [[key], limit]);
  if (exact.length > 0) return { kind: "exact", matches: exact };
  const partial = await matches(pool, PARTIAL, [key, likePattern(key), limit]);
  if (partial.length > 0) return { kind: "partial", matches: partial };
  return { kind: "similar", matches: await nearest(pool, key, spellings, limit) };
}

async function matches(queries: Queries, sql: string, values: unknown[]): Promise<CustomerMatch[]> {
  const { rows } = await queries.query<CustomerMatch>(sql, values);
  return rows;
}

/** The trigram threshold belongs to the transaction; the server's own (0.6) misses a typo in a short name. */
function nearest(
  pool: Database["pool"],
  key: string,
  spellings: readonly string[],
  limit: number,
): Promise<CustomerMatch[]> {
  return inTransaction({ pool }, async (client) => {
    const slipped = await matches(client, EXACT, [spellings, limit]);
    await client.query(`SET LOCAL pg_trgm.word_similarity_threshold = ${LEAST_SIMILARITY}`);
    const similar = await matches(client, SIMILAR, [key, limit]);
    const known = new Set(slipped.map(({ id }) => id));
    return [...slipped, ...similar.filter(({ id }) => !known.has(id))].slice(0, limit);
  });
}

/** Two of five trigrams: one wrong letter in a name of four. */
const LEAST_SIMILARITY = 0.35;

/** A LIKE pattern's own characters, said literally. */
function likePattern(key: string): string {
  return key.replace(/[\\%_]/g, (character) => `\\${character}`);
}

const FIELDS = `c.id, c.name, c.external_id AS "externalId", c.domain, c.segment, c.search_keys AS keys`;

const EXACT = `
  SELECT ${FIELDS} FROM customers c WHERE c.search_keys && $1::text[] ORDER BY c.name, c.id LIMIT $2`;

/**
 * Every branch stops at the limit, so that a common syllable among 100,000 names stays cheap; keys that begin with
 * the text come first, then words that do, then the rest.
 */
const PARTIAL = `
  WITH found AS (
    (SELECT id, 0 AS rank FROM customers WHERE search_text LIKE $2 || '%' LIMIT $3)
    UNION ALL
    (SELECT id, 1 AS rank FROM customers WHERE search_text LIKE '% ' || $2 || '%' LIMIT $3)
    UNION ALL
    (SELECT id, 2 AS rank FROM customers WHERE search_text LIKE '%' || $2 || '%' LIMIT $3)
  ), ranked AS (SELECT id, min(rank) AS rank FROM found GROUP BY id)
  SELECT ${FIELDS} FROM ranked JOIN customers c USING (id)
  ORDER BY ranked.rank, similarity(c.search_text, $1) DESC, c.name, c.id LIMIT $3`;

const SIMILAR = `
  SELECT ${FIELDS} FROM customers c WHERE $1 <% c.search_text
  ORDER BY word_similarity($1, c.search_text) DESC, similarity($1, c.search_text) DESC, c.name, c.id LIMIT $2`;
