import type { ProductRecord } from "../../domain/customer-records.ts";
import { amountMinor } from "../csv/amount.ts";
import { neededText, optionalCurrency, optionalDecimal, optionalText } from "../csv/column-kinds.ts";
import { type ColumnsFor, needed, optional } from "../csv/columns.ts";
import { oneOfOr } from "../csv/word-column.ts";
import { definePreset } from "../preset.ts";
import { ON_SALE } from "./spellings.ts";

const COLUMNS = {
  externalId: needed("external_id", neededText(200, "missing_id")),
  name: needed("name", neededText(500, "missing_name")),
  category: optional("category", optionalText(200)),
  priceMinor: optional("price", optionalDecimal),
  currency: optional("currency", optionalCurrency),
  active: optional("active", oneOfOr(ON_SALE, "unknown_state", "yes")),
} satisfies ColumnsFor<keyof ProductRecord>;

/** Mainstay's own format for what we sell. */
export const mainstayProducts = definePreset({
  source: "mainstay",
  makes: "products",
  columns: COLUMNS,
  check(facts, context, nameOf) {
    const written = { column: nameOf("priceMinor"), amount: facts.priceMinor, currency: facts.currency };
    return { ...facts, priceMinor: amountMinor(written, context) };
  },
  rows:
    ({ source }) =>
    ({ active, currency, ...facts }, { line, raw }) => ({
      ...({ kind: "record", of: "products", line, raw, customer: null } as const),
      record: {
        ...{ source, ...facts, active: active === "yes" },
        currency: facts.priceMinor === null ? null : currency,
      },
    }),
});
