import type { HoldOut } from "../../domain/outreach/proof/hold-out.ts";
import { float8, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type HoldOutStore = ReturnType<typeof holdOutStore>;

/** By which shares each quarter was drawn: they may be set otherwise by the time a quarter is looked at. */
export function holdOutStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Keeps the shares of a quarter as they are seen first; later ones change nothing. @param quarter as 2026-Q4 */
    async note(quarter: string, holdOut: HoldOut, at: Date): Promise<void> {
      await NOTE.run(pool, { quarter, ...holdOut, at });
    },

    /** Null for a quarter in which none were kept. */
    of: (quarter: string): Promise<HoldOut | null> => OF.first(pool, { quarter }),
  };
}

const NOTE = statement({
  name: "outreach/hold-outs: note",
  sql: `
  INSERT INTO hold_outs (quarter, playbook_share, global_share, salt, noted_at)
  VALUES (:quarter, :playbookShare, :globalShare, :salt, :at) ON CONFLICT (quarter) DO NOTHING`,
  parameters: { quarter: text, playbookShare: float8, globalShare: float8, salt: text, at: timestamptz },
});

const OF = statement({
  name: "outreach/hold-outs: of a quarter",
  sql: `
  SELECT playbook_share AS "playbookShare", global_share AS "globalShare", salt FROM hold_outs WHERE quarter = :quarter`,
  parameters: { quarter: text },
  row: { playbookShare: float8, globalShare: float8, salt: text },
});
