import type { CustomerMatch, CustomerSearch } from "../../domain/customers/customer-search.ts";
import { arrayOf, int4, int8, nullable, text, textOf } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { ownedBySql } from "./ownership.ts";

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

/** Whoever has one of these keys. */
export const customersCalled = (
  pool: Database["pool"],
  keys: readonly string[],
  limit: number,
): Promise<CustomerMatch[]> => EXACT.all(pool, { keys, limit });

async function exactOrPartial(pool: Database["pool"], key: string, limit: number) {
  const exact = await EXACT.all(pool, { keys: [key], limit });
  if (exact.length > 0) return { kind: "exact", matches: exact } as const;
  const partial = await PARTIAL.all(pool, { key, pattern: likePattern(key), limit });
  return { kind: partial.length > 0 ? "partial" : null, matches: partial } as const;
}

/** What comes nearest, from the surest sign down: one slip away, then alike, then alike in one word. */
async function nearest(
  pool: Database["pool"],
  key: string,
  spellings: readonly string[],
  limit: number,
): Promise<CustomerMatch[]> {
  const words = key.split(" ");
  const slipped = await EXACT.all(pool, { keys: spellings, limit });
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
  const patterns = begins.flatMap((start) => [`${start}%`, `% ${start}%`]);
  return ONE_SLIP.all(pool, { patterns, word, limit });
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
    await SET_SIMILARITY.first(client, { similarity: String(similarity) });
    return SIMILAR.all(client, { key, limit });
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

/** As imported columns are called, in any capitals. */
const TOWN = "('city', 'town', 'ort', 'stadt', 'ville', '城市')";

const FIELDS = `c.id, c.name, c.external_id AS "externalId", c.domain, c.segment,
  (SELECT NULLIF(trim(value), '') FROM jsonb_each_text(c.attributes) WHERE lower(trim(key)) IN ${TOWN} LIMIT 1) AS town,
  c.country,
  COALESCE((
    SELECT m.name FROM members m WHERE ${ownedBySql("c", "m.email")}
    ORDER BY (m.account = 'member') DESC, m.slack_user_id LIMIT 1
  ), c.owner_email) AS owner,
  (SELECT v.tier FROM value_tiers v WHERE v.customer_id = c.id) AS tier, COALESCE(c.search_keys, '{}') AS keys`;

const MATCH = {
  id: int4,
  name: text,
  externalId: text,
  domain: nullable(text),
  segment: nullable(text),
  town: nullable(text),
  country: nullable(text),
  owner: nullable(text),
  tier: nullable(textOf<NonNullable<CustomerMatch["tier"]>>()),
  keys: arrayOf(text),
};

const EXACT = statement({
  name: "customers/customer-search: exact",
  sql: `
  WITH found AS (SELECT DISTINCT COALESCE(joined_into, id) AS id FROM customers WHERE search_keys && :keys::text[])
  SELECT ${FIELDS} FROM found JOIN customers c USING (id) ORDER BY c.name, c.id LIMIT :limit`,
  parameters: { keys: arrayOf(text), limit: int8 },
  row: MATCH,
  isKeptPlanned: true,
});

/**
 * Every branch stops at the limit, so that a common syllable among 100,000 names stays cheap; keys that begin with
 * the text come first, then words that do, then the rest.
 */
const PARTIAL = statement({
  name: "customers/customer-search: partial",
  sql: `
  WITH found AS (
    (SELECT COALESCE(joined_into, id) AS id, 0 AS rank FROM customers WHERE search_text LIKE :pattern || '%' LIMIT :limit)
    UNION ALL
    (SELECT COALESCE(joined_into, id), 1 AS rank FROM customers WHERE search_text LIKE '% ' || :pattern || '%' LIMIT :limit)
    UNION ALL
    (SELECT COALESCE(joined_into, id), 2 AS rank FROM customers WHERE search_text LIKE '%' || :pattern || '%' LIMIT :limit)
  ), ranked AS (SELECT id, min(rank) AS rank FROM found GROUP BY id)
  SELECT ${FIELDS} FROM ranked JOIN customers c USING (id)
  ORDER BY ranked.rank, similarity(c.search_text, :key) DESC, c.name, c.id LIMIT :limit`,
  parameters: { key: text, pattern: text, limit: int8 },
  row: MATCH,
});

/** The first that fit, whichever they are: ordering all of them would cost a comparison each. */
const MOST_COMPARED = 100;

const ONE_SLIP = statement({
  name: "customers/customer-search: one slip",
  sql: `
  SELECT ${FIELDS} FROM (
    SELECT * FROM customers WHERE search_text LIKE ANY (:patterns::text[]) AND joined_into IS NULL LIMIT ${MOST_COMPARED}
  ) c
  ORDER BY similarity(:word, c.search_text) DESC, c.name, c.id LIMIT :limit`,
  parameters: { patterns: arrayOf(text), word: text, limit: int8 },
  row: MATCH,
});

const SET_SIMILARITY = statement({
  name: "customers/customer-search: set similarity",
  sql: "SELECT set_config('pg_trgm.word_similarity_threshold', :similarity, true) AS similarity",
  parameters: { similarity: text },
  row: { similarity: text },
});

const SIMILAR = statement({
  name: "customers/customer-search: similar",
  sql: `
  SELECT ${FIELDS} FROM (
    SELECT * FROM customers WHERE :key <% search_text AND joined_into IS NULL LIMIT ${MOST_COMPARED}
  ) c
  ORDER BY word_similarity(:key, c.search_text) DESC, similarity(:key, c.search_text) DESC, c.name, c.id LIMIT :limit`,
  parameters: { key: text, limit: int8 },
  row: MATCH,
});
