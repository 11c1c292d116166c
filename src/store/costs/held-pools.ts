import type { CostNote } from "../../domain/costs/allocation-notes.ts";
import { text } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import type { CostScope } from "./cost-scope.ts";
import type { SettledPool } from "./pool-sharing.ts";

/** A period's pools as they were settled among everybody, and what was left out for want of a rate. */
export type SettledPools = {
  readonly pools: readonly SettledPool[];
  readonly missing: readonly Extract<CostNote, { kind: "rate-missing" }>[];
};

/** A card asks for four periods: a year and three months of it. Two readers with different currencies fit in. */
const MOST_QUESTIONS = 8;
/** Some 200 bytes each; a ledger with more of them is settled anew each time. */
const MOST_POOLS = 50_000;

export type HeldPools = ReturnType<typeof heldPools>;

/**
 * Holds settled pools, because one customer's costs depend on everybody and are asked for one after the other. What is
 * held is valid for exactly the rows it was made of: any transaction that changed one of them has left a row in
 * `figure_writes`.
 */
export function heldPools() {
  const held = new Map<string, { readonly stamp: string; readonly settled: SettledPools }>();
  return {
    async of(
      db: Queryable,
      { fromDay, toDay, timeZone, currency }: CostScope,
      settle: () => Promise<SettledPools>,
    ): Promise<SettledPools> {
      const question = JSON.stringify([fromDay, toDay, timeZone, currency]);
      const { stamp } = await STAMP.one(db);
      const known = held.get(question);
      held.delete(question);
      if (known?.stamp === stamp) {
        held.set(question, known);
        return known.settled;
      }
      const settled = await settle();
      // The embedded database reads no single snapshot: what changed meanwhile may be in half of it.
      const isWhole = (await STAMP.one(db)).stamp === stamp;
      if (isWhole && settled.pools.length <= MOST_POOLS) held.set(question, { stamp, settled });
      const [oldest] = held.keys();
      if (held.size > MOST_QUESTIONS && oldest !== undefined) held.delete(oldest);
      return settled;
    },
  };
}

/** Rows are only added, but for the oldest of many by a newer one: never twice the same of different rows. */
const STAMP = statement({
  name: "costs/held-pools: stamp",
  sql: "SELECT concat_ws(' ', count(*), min(id), max(id), sum(id)) AS stamp FROM figure_writes",
  row: { stamp: text },
});
