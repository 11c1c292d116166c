import type { AttributeDecision } from "../../domain/risk/attribute-inputs.ts";
import { noteIn } from "../database/audit.ts";
import { text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";

export type AttributeDecisionStore = ReturnType<typeof attributeDecisionStore>;

/** What somebody decided about attributes as inputs of the model; the next training goes by it. */
export function attributeDecisionStore(database: Pick<Database, "pool">) {
  return {
    /** @param decision null: as by default, from when it was known */
    decide: (
      name: string,
      decision: AttributeDecision | null,
      { by, at }: { readonly by: string; readonly at: Date },
    ): Promise<void> =>
      inTransaction(database, async (client) => {
        if (decision === null) await FORGET.run(client, { name });
        else await DECIDE.run(client, { name, decision, by, at });
        const details = { name, decision: decision ?? "as-known" };
        await noteIn(client, { at, actor: by, action: "attribute.decided", customerId: null, details });
      }),
  };
}

export async function attributeDecisions(db: Queryable): Promise<ReadonlyMap<string, AttributeDecision>> {
  const rows = await READ.all(db);
  return new Map(rows.map(({ name, decision }) => [name, decision]));
}

const READ = statement({
  name: "risk/attribute-decisions: all",
  sql: "SELECT name, decision FROM attribute_decisions",
  row: { name: text, decision: textOf<AttributeDecision>() },
});

const DECIDE = statement({
  name: "risk/attribute-decisions: decide",
  sql: `
  INSERT INTO attribute_decisions (name, decision, decided_by, decided_at) VALUES (:name, :decision, :by, :at)
  ON CONFLICT (name) DO UPDATE SET decision = EXCLUDED.decision, decided_by = EXCLUDED.decided_by,
    decided_at = EXCLUDED.decided_at`,
  parameters: { name: text, decision: textOf<AttributeDecision>(), by: text, at: timestamptz },
});

const FORGET = statement({
  name: "risk/attribute-decisions: forget",
  sql: "DELETE FROM attribute_decisions WHERE name = :name",
  parameters: { name: text },
});
