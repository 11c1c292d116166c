import { z } from "zod";
import type { ContractLine } from "../../domain/imports/contract-lines.ts";
import { phrase } from "../../domain/phrase.ts";
import { amountMinor } from "../csv/amount.ts";
import { decimal, neededCurrency, neededDay, neededText, optionalDay } from "../csv/column-kinds.ts";
import { type ColumnsFor, needed, optional } from "../csv/columns.ts";
import { reject } from "../csv/reject.ts";
import { definePreset } from "../preset.ts";

const COLUMNS = {
  customer: needed("customer", neededText(200, "missing_customer")),
  contract: needed("contract", neededText(200, "missing_id")),
  startedOn: needed("started_on", neededDay),
  endedOn: optional("ended_on", optionalDay),
  priceFrom: optional("price_from", optionalDay),
  amount: needed("monthly_revenue", decimal),
  currency: needed("currency", neededCurrency),
} satisfies ColumnsFor<keyof ContractLine | "amount" | "currency">;

/**
 * Mainstay's own format for contracts: one row per price, the customer by its id in the same source. Both days are included;
 * an empty `ended_on` is a contract that goes on, an empty `price_from` the contract's first day.
 */
export const mainstayContracts = definePreset({
  source: "mainstay",
  makes: "contracts",
  columns: COLUMNS,
  check({ amount, currency, priceFrom: writtenPriceFrom, ...facts }, context, nameOf): ContractLine {
    const { startedOn, endedOn } = facts;
    const priceFrom = writtenPriceFrom ?? startedOn;
    if (endedOn !== null && endedOn < startedOn)
      reject(context, "bad_period", phrase("rejected.contract-ends-before", { startedOn, endedOn }));
    else if (priceFrom < startedOn || (endedOn !== null && priceFrom > endedOn)) {
      const days = { startedOn, endedOn: endedOn ?? "none", priceFrom };
      reject(context, "bad_period", phrase("rejected.contract-price-outside", days));
    }
    const written = { column: nameOf("amount"), amount, currency };
    const minor = amountMinor(written, context);
    return minor === null ? z.NEVER : { ...facts, priceFrom, monthly: { minor, currency } };
  },
  rows:
    () =>
    (told, { line, raw }) => ({ kind: "contract", line, raw, told }),
});
