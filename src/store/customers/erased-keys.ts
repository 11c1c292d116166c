import { createHash } from "node:crypto";
import type { ErasableKey } from "../../domain/customers/erasure/erasable-key.ts";
import { arrayOf, bool, int4, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type ErasedKeyStore = ReturnType<typeof erasedKeyStore>;

/**
 * What is kept of a key that was erased: SHA-256, in hexadecimal. Whoever has the key can tell that it was erased; nobody can read
 * it from here, though short numbers can be tried out one by one.
 */
export function keyHash(given: ErasableKey): string {
  const parts =
    given.kind === "e-mail"
      ? [given.kind, "", given.key.toLowerCase()]
      : [given.kind, given.source, given.key];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

export function erasedKeyStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Whether anybody was ever erased. */
    any: async (): Promise<boolean> => (await ANY.one(pool)).any,

    /** Which of some keys were erased, in the same order. */
    async wereErased(keys: readonly ErasableKey[]): Promise<boolean[]> {
      const hashes = keys.map(keyHash);
      const erased = new Set((await AMONG.all(pool, { hashes })).map(({ hash }) => hash));
      return hashes.map((hash) => erased.has(hash));
    },
  };
}

/** Keeps the hashes of keys within the transaction that erases what they name. */
export async function keepErasedKeys(
  client: Queryable,
  keys: readonly ErasableKey[],
  { customerId, at }: { readonly customerId: number; readonly at: Date },
): Promise<void> {
  const hashes = keys.map(keyHash);
  await KEEP.run(client, { hashes, kinds: keys.map(({ kind }) => kind), customerId, at });
}

const ANY = statement({
  name: "customers/erased-keys: any",
  sql: `SELECT EXISTS (SELECT FROM erased_keys) AS "any"`,
  row: { any: bool },
});

const AMONG = statement({
  name: "customers/erased-keys: among",
  sql: "SELECT hash FROM erased_keys WHERE hash = ANY (:hashes::text[])",
  parameters: { hashes: arrayOf(text) },
  row: { hash: text },
});

const KEEP = statement({
  name: "customers/erased-keys: keep",
  sql: `
  INSERT INTO erased_keys (hash, kind, customer_id, erased_at)
  SELECT hash, kind, :customerId::int, :at::timestamptz FROM unnest(:hashes::text[], :kinds::text[]) AS row (hash, kind)
  ON CONFLICT DO NOTHING`,
  parameters: {
    hashes: arrayOf(text),
    kinds: arrayOf(textOf<ErasableKey["kind"]>()),
    customerId: int4,
    at: timestamptz,
  },
});
