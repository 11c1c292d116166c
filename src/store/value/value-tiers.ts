import type { ValueTier } from "../../domain/value/segments/value-tier.ts";
import { arrayOf, int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type KeptTier = { readonly customerId: number; readonly tier: ValueTier };

export type ValueTierStore = ReturnType<typeof valueTierStore>;

/** Some 50 ms on the embedded database, where everybody waits for their turn. */
const CUSTOMERS_PER_WRITE = 2_000;

/** The tier of each customer as of the last ranking. */
export function valueTierStore({ pool }: Pick<Database, "pool">) {
  return {
    /**
     * Puts these tiers in place of all others, in the order of the ids, some at a time; who is not valued is kept as
     * having none. A rerun ends the same.
     */
    async replaceAll(asOf: Date, tiers: readonly KeptTier[]): Promise<void> {
      const valued = tiers.filter(({ tier }) => tier !== "not-valued");
      const ordered = valued.toSorted((a, b) => a.customerId - b.customerId);
      let after = 0;
      for (let first = 0; first < ordered.length; first += CUSTOMERS_PER_WRITE) {
        const some = ordered.slice(first, first + CUSTOMERS_PER_WRITE);
        const upTo = some.at(-1)?.customerId ?? after;
        await replace(after, upTo, asOf, some);
        after = upTo;
      }
      await replace(after, null, asOf, []);
    },
  };

  async function replace(after: number, upTo: number | null, asOf: Date, some: readonly KeptTier[]) {
    const customerIds = some.map(({ customerId }) => customerId);
    await DROP_OTHERS.run(pool, { after, upTo, customerIds });
    await SAVE.run(pool, { asOf, customerIds, tiers: some.map(({ tier }) => tier) });
  }
}

const DROP_OTHERS = statement({
  name: "value/value-tiers: drop others",
  sql: `
  DELETE FROM value_tiers v WHERE customer_id > :after AND (:upTo::int IS NULL OR customer_id <= :upTo)
    AND NOT EXISTS (SELECT FROM unnest(:customerIds::int[]) AS kept (id) WHERE kept.id = v.customer_id)`,
  parameters: { after: int4, upTo: nullable(int4), customerIds: arrayOf(int4) },
});

/** Who was deleted since they were ranked is left out. */
const SAVE = statement({
  name: "value/value-tiers: save",
  sql: `
  INSERT INTO value_tiers (customer_id, tier, as_of)
  SELECT ranked.id, ranked.tier, :asOf FROM unnest(:customerIds::int[], :tiers::text[]) AS ranked (id, tier)
  WHERE EXISTS (SELECT FROM customers c WHERE c.id = ranked.id)
  ON CONFLICT (customer_id) DO UPDATE SET tier = EXCLUDED.tier, as_of = EXCLUDED.as_of`,
  parameters: { asOf: timestamptz, customerIds: arrayOf(int4), tiers: arrayOf(text) },
});
