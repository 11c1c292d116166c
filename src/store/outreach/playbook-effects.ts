import type { SavedShare, SavedShares } from "../../domain/outreach/proof/saved-share.ts";
import { arrayOf, float8, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";

export type PlaybookEffectStore = ReturnType<typeof playbookEffectStore>;

/** What each playbook saves, as it was weighed last night: mornings need not read every quarter again. */
export function playbookEffectStore(database: Database) {
  return {
    /** Keeps what was weighed in place of all that was there. */
    replace: (shares: SavedShares, at: Date): Promise<void> =>
      inTransaction(database, async (client) => {
        const playbooks = [...shares.keys()];
        const values = [...shares.values()];
        await FORGET.run(client, { playbooks });
        await KEEP.run(client, {
          playbooks,
          shares: values.map(({ share }) => share),
          origins: values.map(({ from }) => from),
          weights: values.map(({ weight }) => weight),
          at,
        });
      }),

    /** By playbook; empty before the first night. */
    async all(): Promise<SavedShares> {
      const rows = await ALL.all(database.pool);
      return new Map(rows.map(({ playbook, ...effect }) => [playbook, effect]));
    },
  };
}

const FORGET = statement({
  name: "outreach/playbook-effects: forget others",
  sql: "DELETE FROM playbook_effects WHERE playbook <> ALL (:playbooks::text[])",
  parameters: { playbooks: arrayOf(text) },
});

const KEEP = statement({
  name: "outreach/playbook-effects: keep",
  sql: `
  INSERT INTO playbook_effects (playbook, saved_share, origin, weight, weighed_at)
  SELECT playbook, saved_share, origin, weight, :at
  FROM unnest(:playbooks::text[], :shares::float8[], :origins::text[], :weights::float8[])
    AS e (playbook, saved_share, origin, weight)
  ON CONFLICT (playbook) DO UPDATE SET saved_share = excluded.saved_share, origin = excluded.origin,
    weight = excluded.weight, weighed_at = excluded.weighed_at`,
  parameters: {
    playbooks: arrayOf(text),
    shares: arrayOf(float8),
    origins: arrayOf(text),
    weights: arrayOf(float8),
    at: timestamptz,
  },
});

const ALL = statement({
  name: "outreach/playbook-effects: all",
  sql: `SELECT playbook, saved_share AS share, origin AS "from", weight FROM playbook_effects ORDER BY playbook`,
  row: { playbook: text, share: float8, from: textOf<SavedShare["from"]>(), weight: float8 },
});
