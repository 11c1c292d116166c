import type { NewPlaybookCase } from "../../domain/outreach/playbooks/evaluate.ts";
import { text } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type PlaybookCaseStore = ReturnType<typeof playbookCaseStore>;

/** Which playbooks applied to whom, and which of them led to a suggestion. */
export function playbookCaseStore({ pool }: Pick<Database, "pool">) {
  return {
    /**
     * Keeps the cases that are not kept yet. One that was passed over at first and is chosen now becomes chosen; nothing
     * else changes one, so that a rerun does nothing.
     */
    record: (cases: readonly NewPlaybookCase[]): Promise<void> => recordPlaybookCases(pool, cases),
  };
}

/** Small enough for one statement to be over before anybody notices. */
const CASES_AT_ONCE = 1_000;

/** The same within the caller's transaction. */
export async function recordPlaybookCases(
  client: Queryable,
  cases: readonly NewPlaybookCase[],
): Promise<void> {
  for (let start = 0; start < cases.length; start += CASES_AT_ONCE) {
    const batch = cases.slice(start, start + CASES_AT_ONCE);
    await RECORD.run(client, { cases: JSON.stringify(batch) });
  }
}

/** In the order of the key, so that two writers of the same cases wait for each other instead of forever. */
const RECORD = statement({
  name: "outreach/playbook-cases: record",
  sql: `
  INSERT INTO playbook_cases AS kept
    (customer_id, playbook, occasion, kind, eligible_at, chosen_at, passed_over, suggestion_key)
  SELECT DISTINCT ON ("customerId", playbook, occasion, kind) "customerId", playbook, occasion, kind, at,
    CASE WHEN "passedOver" IS NULL THEN at END, "passedOver", "suggestionKey"
  FROM jsonb_to_recordset(:cases::text::jsonb) AS c ("customerId" int, playbook text, occasion text, kind text,
    at timestamptz, "passedOver" text, "suggestionKey" text)
  ORDER BY "customerId", playbook, occasion, kind, "passedOver" NULLS FIRST
  ON CONFLICT (customer_id, playbook, occasion, kind) DO UPDATE SET chosen_at = EXCLUDED.chosen_at,
    passed_over = EXCLUDED.passed_over, suggestion_key = EXCLUDED.suggestion_key
  WHERE kept.chosen_at IS NULL AND EXCLUDED.chosen_at IS NOT NULL`,
  parameters: { cases: text },
});
