import type { KnownTexts } from "../../domain/risk/attribute-inputs.ts";
import { arrayOf, float8, int4, int8, json, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** As of which moment, and of which attributes the first value that came later counts where none was known yet. */
export type AttributeMoment = { readonly known: Date; readonly sinceStart: readonly string[] };

/** The given customers' attributes as text, in their order. */
export async function knownTexts(
  db: Queryable,
  customerIds: readonly number[],
  { known, sinceStart }: AttributeMoment,
): Promise<KnownTexts> {
  const rows = await KNOWN.all(db, { customerIds, known, sinceStart });
  return rows.map((row) => ({ ...row.later, ...row.attributes }));
}

type Texts = Readonly<Record<string, string>>;

/** Of the keys that come twice later, the aggregate keeps the last it is given: the earliest. */
const KNOWN = statement({
  name: "risk/known-attributes: as of",
  sql: `
  SELECT
    (SELECT k.attributes FROM known_attributes k WHERE k.customer_id = asked.id AND k.known_from < :known::timestamptz
     ORDER BY k.known_from DESC LIMIT 1) AS attributes,
    (SELECT jsonb_object_agg(e.key, e.value ORDER BY k.known_from DESC)
     FROM known_attributes k, jsonb_each(k.attributes) AS e
     WHERE k.customer_id = asked.id AND k.known_from >= :known::timestamptz AND e.key = ANY (:sinceStart::text[])) AS later
  FROM unnest(:customerIds::int[]) WITH ORDINALITY AS asked (id, place)
  ORDER BY asked.place`,
  parameters: { customerIds: arrayOf(int4), known: timestamptz, sinceStart: arrayOf(text) },
  row: { attributes: nullable(json<Texts>()), later: nullable(json<Texts>()) },
});

/** About `share` (0–1) of all customers, the same ones for the same seed; ascending. */
export async function sampleOfCustomers(db: Queryable, share: number, seed: number): Promise<number[]> {
  return (await SAMPLE.all(db, { share, seed })).map(({ id }) => id);
}

const SAMPLE = statement({
  name: "risk/known-attributes: sample of customers",
  sql: `
  SELECT id FROM customers
  WHERE (hashint4extended(id, :seed::bigint) & 1048575) < 1048576 * :share::float8 ORDER BY id`,
  parameters: { share: float8, seed: int8 },
  row: { id: int4 },
});
