import { z } from "zod";
import { type CostField, readCost } from "../../domain/costs/cost-draft.ts";
import { readPlainAmount } from "../../domain/costs/typed-amount.ts";
import { asWritten, neededText } from "../csv/column-kinds.ts";
import { type ColumnsFor, needed, optional } from "../csv/columns.ts";
import { reject } from "../csv/reject.ts";
import { definePreset } from "../preset.ts";

const COLUMNS = {
  externalId: needed("external_id", neededText(200, "missing_id")),
  fromDay: needed("from", asWritten),
  toDay: needed("to", asWritten),
  category: needed("category", asWritten),
  kind: needed("kind", asWritten),
  amount: needed("amount", asWritten),
  currency: needed("currency", asWritten),
  appliesTo: needed("applies_to", asWritten),
  driver: optional("driver", asWritten),
  note: optional("note", asWritten),
} satisfies ColumnsFor<CostField | "externalId">;

/**
 * Mainstay's own format for what keeping customers costs: an entry per row, both days inclusive, `category` also as
 * `labour:pay`, `applies_to` as `parseAppliesTo` reads it. An empty driver is `equal`.
 */
export const mainstayCosts = definePreset({
  source: "mainstay",
  makes: "costs",
  columns: COLUMNS,
  check({ externalId, ...texts }, context) {
    const read = readCost({ ...texts, subcategory: "" }, readPlainAmount);
    if (read.kind === "cost") return { externalId, ...read.cost };
    for (const { reason, problem } of read.problems) reject(context, reason, problem);
    return z.NEVER;
  },
  rows:
    ({ source }) =>
    (cost, { line, raw }) => ({ kind: "cost", line, raw, entry: { source, ...cost } }),
});
