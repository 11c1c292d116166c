import type { CustomerMatch, CustomerSearch } from "../../domain/customers/customer-search.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";

type Queries = Pick<Database["pool"], "query">;

/** Looks for the exact spelling, then for it as a part, then for the nearest; stops at the first that finds any. */
export async function searchCustomers(
  pool: Database["pool"],
  key: string,
  spellings: readonly string[],
  limit: number,
): Promise<CustomerSearch> {
  const { kind, matches: found } = await exactOrPartial(pool, key, limit);
  if (kind !== null) return { kind, matches: found };
  return { kind: "similar", matches: await nearest(pool, key, spellings, limit) };
}

async function exactOrPartial(pool: Database["pool"], key: string, limit: number) {
  const exact = await matches(pool, EXACT, [[key], limit]);
  if (exact.length > 0) return { kind: "exact", matches: exact } as const;
  const partial = await matches(pool, PARTIAL, [key, likePattern(key), limit]);
  return { kind: partial.length > 0 ? "partial" : null, matches: partial } as const;
}

async function matches(queries: Queries, sql: string, values: unknown[]): Promise<CustomerMatch[]> {
  const { rows } = await queries.query<CustomerMatch>(sql, values);
  return rows;
}

/** What comes nearest, from the surest sign down: one slip away, then alike, then alike in one word. */
async function nearest(
  pool: Database["pool"],
  key: string,
  spellings: readonly string[],
  limit: number,
): Promise<CustomerMatch[]> {
  const words = key.split(" ");
  const slipped = await matches(pool, EXACT, [spellings, limit]);
  const oneSlip = words.length === 1 ? await oneSlipAway(pool, key, spellings, limit) : [];
  if (slipped.length + oneSlip.length > 0) return distinct([...slipped, ...oneSlip]).slice(0, limit);
  for (const similarity of SIMILARITIES) {
    const similar = await alike(pool, key, similarity, limit);
    if (similar.length > 0) return similar;
  }
  return words.length === 1 ? [] : alikeInOneWord(pool, words, limit);
}

/** Names with a word that begins like this one but for one letter: replaced, forgotten, too many, or swapped. */
async function oneSlipAway(
  pool: Database["pool"],
  word: string,
  spellings: readonly string[],
  limit: number,
) {
  const letters = Array.from(word, likePattern);
  if (letters.length < 4 || letters.length > LONGEST_SLIPPED_WORD) return [];
  const replaced = letters.map((_, place) => letters.with(place, "_").join(""));
  const forgotten = letters.map((letter, place) => letters.with(place, `${letter}_`).join(""));
  const begins = [
    ...replaced.filter((_, place) => isIndexed(place, letters.length - place - 1)),
    ...forgotten.filter((_, place) => isIndexed(place + 1, letters.length - place - 1)),
    ...spellings.map(likePattern),
  ];
  return matches(pool, ONE_SLIP, [begins.flatMap((start) => [`${start}%`, `% ${start}%`]), word, limit]);
}

/** A pattern needs two letters before its gap or three behind it, else the index cannot narrow it down. */
function isIndexed(lettersBefore: number, lettersBehind: number): boolean {
  return lettersBefore >= 2 || lettersBehind >= 3;
}

/** Longer words are caught by their trigrams, and every letter costs four patterns. */
const LONGEST_SLIPPED_WORD = 16;
/**
 * Tried in turn. 0.6 is the server's own and cheap; 0.45 still catches a wrong letter in a long word. Lower ones
 * take seconds among 100,000 names, because every candidate is compared.
 */
const SIMILARITIES = [0.6, 0.45];

/** The threshold is set for one transaction: it belongs to the session otherwise. */
function alike(
  pool: Database["pool"],
  key: string,
  similarity: number,
  limit: number,
): Promise<CustomerMatch[]> {
  return inTransaction({ pool }, async (client) => {
    await client.query(`SET LOCAL pg_trgm.word_similarity_threshold = ${similarity}`);
    return matches(client, SIMILAR, [key, limit]);
  });
}

/** By the two longest words alone. */
async function alikeInOneWord(pool: Database["pool"], words: readonly string[], limit: number) {
  const longest = words.toSorted((a, b) => b.length - a.length).slice(0, 2);
  for (const word of longest.filter((each) => each.length > 2)) {
    const { kind, matches: found } = await exactOrPartial(pool, word, limit);
    if (kind !== null) return found;
    const slipped = await oneSlipAway(pool, word, [], limit);
    if (slipped.length > 0) return slipped;
  }
  return [];
}

function distinct(list: readonly CustomerMatch[]): CustomerMatch[] {
  return [...new Map(list.map((match) => [match.id, match])).values()];
}

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

/** The first that fit, whichever they are: ordering all of them would cost a comparison each. */
const MOST_COMPARED = 100;

const ONE_SLIP = `
  SELECT ${FIELDS} FROM (
    SELECT * FROM customers WHERE search_text LIKE ANY ($1::text[]) LIMIT ${MOST_COMPARED}
  ) c
  ORDER BY similarity($2, c.search_text) DESC, c.name, c.id LIMIT $3`;

const SIMILAR = `
  SELECT ${FIELDS} FROM (
    SELECT * FROM customers WHERE $1 <% search_text LIMIT ${MOST_COMPARED}
  ) c
  ORDER BY word_similarity($1, c.search_text) DESC, similarity($1, c.search_text) DESC, c.name, c.id LIMIT $2`;
