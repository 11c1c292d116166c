import { z } from "zod";
import { ACTIVITY_KINDS, type ActivityKind } from "../../domain/activity.ts";
import type { ActivityRow, FilePlace } from "../../domain/imports/imports.ts";
import { parseMinor } from "../../domain/money.ts";
import { phrase } from "../../domain/phrase.ts";
import {
  instant,
  neededText,
  optionalCurrency,
  optionalDecimal,
  optionalText,
  quoted,
  reject,
  rejectionOf,
} from "../csv/columns.ts";
import { rejectedRow } from "../csv/rejected-row.ts";
import { columnAt, type Preset, type RowReader } from "../preset.ts";

/** Mainstay's own format for what customers did: one row per activity, the customer by its id in the same source. */
export const mainstayActivities: Preset = {
  source: "mainstay",
  makes: "activities",
  columns: {
    needed: ["external_id", "customer", "kind", "at"],
    optional: ["amount", "currency", "category", "quantity", "document", "note"],
  },
  reader(header, source): RowReader {
    const at = (column: string) => columnAt(header, column);
    const [externalId, customer, kind, when] = [at("external_id"), at("customer"), at("kind"), at("at")];
    const [amount, currency, category] = [at("amount"), at("currency"), at("category")];
    const [quantity, document, note] = [at("quantity"), at("document"), at("note")];
    const parse = (fields: readonly string[]) =>
      ACTIVITY.safeParse({
        externalId: externalId(fields),
        customer: customer(fields),
        kind: kind(fields),
        at: when(fields),
        amount: amount(fields),
        currency: currency(fields),
        category: category(fields),
        quantity: quantity(fields),
        document: document(fields),
        note: note(fields),
      });
    return {
      isRow: (fields) => parse(fields).success,
      read(fields, place) {
        const parsed = parse(fields);
        return parsed.success
          ? rowOf(parsed.data, place, source)
          : rejectedRow(place, rejectionOf(parsed.error));
      },
    };
  },
};

const KINDS = new Map<string, ActivityKind>(ACTIVITY_KINDS.map((kind) => [kind, kind]));

const ACTIVITY = z
  .object({
    externalId: neededText("external_id", 200, "missing_id"),
    customer: neededText("customer", 200, "missing_customer"),
    kind: z.string().transform((text, context) => {
      const kind = KINDS.get(text.trim().toLowerCase());
      const kinds = ACTIVITY_KINDS.join(", ");
      return kind ?? reject(context, "unknown_kind", phrase("rejected.kind", { value: quoted(text), kinds }));
    }),
    at: instant("at"),
    amount: optionalDecimal("amount"),
    currency: optionalCurrency,
    category: optionalText("category", 200),
    quantity: optionalDecimal("quantity"),
    document: optionalText("document", 200),
    note: optionalText("note", 10_000),
  })
  .transform((row, context) => ({ ...row, amountMinor: amountOf(row.amount, row.currency, context) }));

function amountOf(amount: string | null, currency: string | null, context: z.RefinementCtx): number | null {
  if (amount === null) return null;
  const facts = { column: "amount", value: quoted(amount) };
  if (currency === null) return reject(context, "missing_currency", phrase("rejected.no-currency", facts));
  const minor = parseMinor(amount, currency);
  if (minor === null) {
    return reject(context, "bad_amount", phrase("rejected.amount", { ...facts, currency }));
  }
  if (minor >= 0) return minor;
  return reject(context, "negative_amount", phrase("rejected.refund-below-zero", facts));
}

function rowOf(row: z.infer<typeof ACTIVITY>, place: FilePlace, source: string): ActivityRow {
  const { externalId, customer, kind, at, amountMinor, currency, category, document, note } = row;
  const quantity = row.quantity === null ? null : Number(row.quantity);
  return {
    kind: "activity",
    line: place.line,
    raw: place.raw,
    customer,
    newCustomer: null,
    repeated: false,
    activity: { source, externalId, kind, at, amountMinor, currency, category, quantity, document, note },
  };
}
