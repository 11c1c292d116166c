import { type CostText, readCost } from "../../domain/costs/cost-draft.ts";
import { readPlainAmount } from "../../domain/costs/typed-amount.ts";
import type { Rejection } from "../../domain/rejection.ts";
import { rejectedRow } from "../csv/rejected-row.ts";
import { columnAt, type Preset, type RowReader } from "../preset.ts";

/**
 * Mainstay's own format for what keeping customers costs: an entry per row, both days inclusive, `category` also as
 * `labour:pay`, `applies_to` as `parseAppliesTo` reads it. An empty driver is `equal`.
 */
export const mainstayCosts: Preset = {
  source: "mainstay",
  makes: "costs",
  columns: {
    needed: ["external_id", "from", "to", "category", "kind", "amount", "currency", "applies_to"],
    optional: ["driver", "note"],
  },
  reader(header, source): RowReader {
    const at = (column: string) => columnAt(header, column);
    const [externalId, from, to, category, kind] = [
      at("external_id"),
      at("from"),
      at("to"),
      at("category"),
      at("kind"),
    ];
    const [amount, currency, appliesTo] = [at("amount"), at("currency"), at("applies_to")];
    const [driver, note] = [at("driver"), at("note")];
    const textOf = (fields: readonly string[]): CostText => ({
      category: category(fields),
      subcategory: "",
      kind: kind(fields),
      amount: amount(fields),
      currency: currency(fields),
      fromDay: from(fields),
      toDay: to(fields),
      appliesTo: appliesTo(fields),
      driver: driver(fields),
      note: note(fields),
    });
    return {
      isRow: (fields) =>
        readId(externalId(fields)) === null && readCost(textOf(fields), readPlainAmount).kind === "cost",
      read(fields, place) {
        const badId = readId(externalId(fields));
        if (badId) return rejectedRow(place, badId);
        const read = readCost(textOf(fields), readPlainAmount);
        if (read.kind === "wrong") {
          const { reason } = read.problems[0];
          return rejectedRow(place, {
            reason,
            detail: read.problems.map(({ message }) => message).join(" "),
          });
        }
        return {
          kind: "cost",
          ...place,
          entry: { source, externalId: externalId(fields).trim(), ...read.cost },
        };
      },
    };
  },
};

const LONGEST_ID = 200;

function readId(text: string): Rejection | null {
  const id = text.trim();
  if (id === "") return { reason: "missing_id", detail: "external_id is empty." };
  if (id.length <= LONGEST_ID) return null;
  return {
    reason: "too_long",
    detail: `external_id has ${id.length} characters; at most ${LONGEST_ID} are kept.`,
  };
}
