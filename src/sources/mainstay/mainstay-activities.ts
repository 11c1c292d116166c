import { z } from "zod";
import { ACTIVITY_KINDS, type Activity, type ActivityKind } from "../../domain/activity.ts";
import { phrase } from "../../domain/phrase.ts";
import { amountMinor } from "../csv/amount.ts";
import { moment, neededText, optionalCurrency, optionalDecimal, optionalText } from "../csv/column-kinds.ts";
import { type ColumnsFor, needed, optional } from "../csv/columns.ts";
import { momentsIn } from "../csv/instant.ts";
import { quoted, reject } from "../csv/reject.ts";
import { definePreset } from "../preset.ts";

const KINDS = new Map<string, ActivityKind>(ACTIVITY_KINDS.map((kind) => [kind, kind]));

const activityKind = () =>
  z.string().transform((text, context) => {
    const kind = KINDS.get(text.trim().toLowerCase());
    const kinds = ACTIVITY_KINDS.join(", ");
    return kind ?? reject(context, "unknown_kind", phrase("rejected.kind", { value: quoted(text), kinds }));
  });

const COLUMNS = {
  externalId: needed("external_id", neededText(200, "missing_id")),
  customer: needed("customer", neededText(200, "missing_customer")),
  kind: needed("kind", activityKind),
  at: needed("at", moment),
  amountMinor: optional("amount", optionalDecimal),
  currency: optional("currency", optionalCurrency),
  category: optional("category", optionalText(200)),
  quantity: optional("quantity", optionalDecimal),
  document: optional("document", optionalText(200)),
  note: optional("note", optionalText(10_000)),
} satisfies ColumnsFor<keyof Activity | "customer">;

/** Mainstay's own format for what customers did: one row per activity, the customer by its id in the same source. */
export const mainstayActivities = definePreset({
  source: "mainstay",
  makes: "activities",
  columns: COLUMNS,
  check(facts, context, nameOf) {
    const written = { column: nameOf("amountMinor"), amount: facts.amountMinor, currency: facts.currency };
    return {
      ...facts,
      amountMinor: amountMinor(written, context, "rejected.refund-below-zero"),
      quantity: facts.quantity === null ? null : Number(facts.quantity),
    };
  },
  rows({ source, timeZone }) {
    const instantOf = momentsIn(timeZone);
    return ({ customer, at, ...facts }, { line, raw }) => ({
      kind: "activity",
      line,
      raw,
      customer,
      newCustomer: null,
      repeated: false,
      activity: { source, at: instantOf(at), ...facts },
    });
  },
});
