import { type CostText, readCost } from "../../domain/costs/cost-draft.ts";
import { readPlainAmount } from "../../domain/costs/typed-amount.ts";
import { phrase } from "../../domain/phrase.ts";
import { type Rejection, rejection } from "../../domain/rejection.ts";
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
          const [first, ...more] = read.problems;
          const problems = [first.problem, ...more.map(({ problem }) => problem)] as const;
          return rejectedRow(place, { reason: first.reason, problems });
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
  if (id === "") return rejection("missing_id", phrase("rejected.empty", { column: "external_id" }));
  if (id.length <= LONGEST_ID) return null;
  const facts = { column: "external_id", length: id.length, limit: LONGEST_ID };
  return rejection("too_long", phrase("rejected.text-too-long", facts));
}
