import { hash } from "node:crypto";
import type { z } from "zod";
import type { ActivityKind } from "../../domain/activity.ts";
import type { CustomerProfile } from "../../domain/customer.ts";
import type { ActivityRow, FilePlace } from "../../domain/imports/imports.ts";
import { phrase } from "../../domain/phrase.ts";
import { decimal, moment, neededText, optionalText } from "../csv/column-kinds.ts";
import { type FactsOf, needed } from "../csv/columns.ts";
import { momentsIn } from "../csv/instant.ts";
import { lineAmountMinor } from "../csv/pence.ts";
import { quoted, reject } from "../csv/reject.ts";
import { RepeatedLines } from "../csv/repeated-lines.ts";
import { profileOf } from "../customer-profile.ts";
import { definePreset } from "../preset.ts";

const CURRENCY = "GBP";

// A number that went through a spreadsheet comes as "13085.0".
const customerNumber = (column: string) =>
  neededText(100, "missing_customer")(column).transform((id) => id.replace(/^(\d+)\.0+$/, "$1"));

const COLUMNS = {
  customer: needed("Customer ID", customerNumber),
  invoice: needed("Invoice", neededText(60, "missing_id")),
  stockCode: needed("StockCode", neededText(60, "missing_id")),
  at: needed("InvoiceDate", moment),
  quantity: needed("Quantity", decimal),
  price: needed("Price", decimal),
  description: needed("Description", optionalText(2_000)),
  country: needed("Country", optionalText(100)),
};

const invoiceLines = definePreset({
  source: "online-retail-ii",
  makes: "activities",
  columns: COLUMNS,
  check: (line, context) => ({ ...line, amountMinor: amountOf(line, context) }),
  rows({ source, timeZone }) {
    const seen = new RepeatedLines();
    const instantOf = momentsIn(timeZone);
    return (line, place) => rowOf(line, place, { source, seen, instantOf });
  },
});

/**
 * The invoice log of the UCI data set "Online Retail II": one line per product of an invoice, amounts in pounds,
 * times without a zone (taken as UTC; a plain day is one of the team's). An invoice that starts with "C" is a cancellation. The file numbers no lines,
 * so a line is told by its content and by which occurrence of that content it is.
 */
export const onlineRetailII = { "online-retail-ii": invoiceLines };

type Line = FactsOf<typeof COLUMNS>;
type InvoiceLine = Line & { readonly amountMinor: number };

function amountOf(line: Line, context: z.RefinementCtx): number {
  const amountMinor = lineAmountMinor(line.quantity, line.price);
  if (amountMinor === null) {
    const factors = { quantity: quoted(line.quantity), price: quoted(line.price) };
    return reject(context, "bad_amount", phrase("rejected.product-too-large", factors));
  }
  if (line.price.startsWith("-") && amountMinor > 0) {
    const problem = phrase("rejected.price-below-zero", { value: quoted(line.price) });
    return reject(context, "negative_amount", problem);
  }
  return amountMinor;
}

type Pass = {
  readonly source: string;
  readonly seen: RepeatedLines;
  readonly instantOf: ReturnType<typeof momentsIn>;
};

function rowOf(line: InvoiceLine, place: FilePlace, { source, seen, instantOf }: Pass): ActivityRow {
  const { hex, fingerprint } = fingerprintOf(line);
  const occurrence = seen.occurrence(fingerprint);
  const identity = `${line.invoice}:${line.stockCode}:${hex}`;
  return {
    kind: "activity",
    line: place.line,
    raw: place.raw,
    customer: line.customer,
    newCustomer: customerOf(line, source),
    repeated: occurrence > 1,
    activity: {
      source,
      externalId: occurrence === 1 ? identity : `${identity}:${occurrence}`,
      kind: kindOf(line),
      at: instantOf(line.at),
      amountMinor: line.amountMinor,
      currency: CURRENCY,
      category: line.stockCode,
      quantity: Math.abs(Number(line.quantity)),
      document: line.invoice,
      note: line.description,
    },
  };
}

function kindOf(line: InvoiceLine): ActivityKind {
  return /^c/i.test(line.invoice) || line.quantity.startsWith("-") ? "refund" : "order";
}

/** 48 bits of the whole line's content, whichever the zone its day is read in. Two lines that met by chance would count as repeats, so none is lost. */
function fingerprintOf(line: InvoiceLine): { hex: string; fingerprint: number } {
  const content = [
    line.invoice,
    line.stockCode,
    line.description,
    line.quantity,
    (line.at.kind === "day" ? new Date(line.at.day) : line.at.at).getTime(),
    line.price,
    line.customer,
    line.country,
  ].join("\u001f");
  const hex = hash("sha1", content, "hex").slice(0, 12);
  return { hex, fingerprint: Number.parseInt(hex, 16) };
}

function customerOf({ customer, country }: InvoiceLine, source: string): CustomerProfile {
  const name = `Customer ${customer}`;
  return profileOf({ source, externalId: customer, name, currency: CURRENCY, country });
}
