import { hash } from "node:crypto";
import { z } from "zod";
import type { ActivityKind } from "../../domain/activity.ts";
import type { CustomerProfile } from "../../domain/customer.ts";
import type { ActivityRow, FilePlace } from "../../domain/imports/imports.ts";
import { phrase } from "../../domain/phrase.ts";
import { decimal, instant, neededText, optionalText, quoted, reject, rejectionOf } from "../csv/columns.ts";
import { lineAmountMinor } from "../csv/pence.ts";
import { rejectedRow } from "../csv/rejected-row.ts";
import { RepeatedLines } from "../csv/repeated-lines.ts";
import { columnAt, type Preset, type RowReader } from "../preset.ts";

const CURRENCY = "GBP";

/**
 * The invoice log of the UCI data set "Online Retail II": one line per product of an invoice, amounts in pounds,
 * times without a zone (taken as UTC). An invoice that starts with "C" is a cancellation. The file numbers no lines,
 * so a line is told by its content and by which occurrence of that content it is.
 */
export const onlineRetailII: Preset = {
  source: "online-retail-ii",
  makes: "activities",
  columns: {
    needed: [
      "Invoice",
      "StockCode",
      "Description",
      "Quantity",
      "InvoiceDate",
      "Price",
      "Customer ID",
      "Country",
    ],
    optional: [],
  },
  reader(header, source): RowReader {
    const at = (column: string) => columnAt(header, column);
    const customer = at("Customer ID");
    const [invoice, stockCode, description] = [at("Invoice"), at("StockCode"), at("Description")];
    const [quantity, invoiceDate, price, country] = [
      at("Quantity"),
      at("InvoiceDate"),
      at("Price"),
      at("Country"),
    ];
    const parse = (fields: readonly string[]) =>
      INVOICE_LINE.safeParse({
        customer: customer(fields),
        invoice: invoice(fields),
        stockCode: stockCode(fields),
        at: invoiceDate(fields),
        quantity: quantity(fields),
        price: price(fields),
        description: description(fields),
        country: country(fields),
      });
    const seen = new RepeatedLines();
    return {
      isRow: (fields) => parse(fields).success,
      read(fields, place) {
        const parsed = parse(fields);
        if (!parsed.success) return rejectedRow(place, rejectionOf(parsed.error));
        return rowOf(parsed.data, place, source, seen);
      },
    };
  },
};

const INVOICE_LINE = z
  .object({
    // A number that went through a spreadsheet comes as "13085.0".
    customer: neededText("Customer ID", 100, "missing_customer").transform((id) =>
      id.replace(/^(\d+)\.0+$/, "$1"),
    ),
    invoice: neededText("Invoice", 60, "missing_id"),
    stockCode: neededText("StockCode", 60, "missing_id"),
    at: instant("InvoiceDate"),
    quantity: decimal("Quantity"),
    price: decimal("Price"),
    description: optionalText("Description", 2_000),
    country: optionalText("Country", 100),
  })
  .transform((line, context) => {
    const amountMinor = lineAmountMinor(line.quantity, line.price);
    if (amountMinor === null) {
      const factors = { quantity: quoted(line.quantity), price: quoted(line.price) };
      return reject(context, "bad_amount", phrase("rejected.product-too-large", factors));
    }
    if (line.price.startsWith("-") && amountMinor > 0) {
      return reject(
        context,
        "negative_amount",
        phrase("rejected.price-below-zero", { value: quoted(line.price) }),
      );
    }
    return { ...line, amountMinor };
  });

type InvoiceLine = z.infer<typeof INVOICE_LINE>;

function rowOf(line: InvoiceLine, place: FilePlace, source: string, seen: RepeatedLines): ActivityRow {
  const { hex, fingerprint } = fingerprintOf(line);
  const occurrence = seen.occurrence(fingerprint);
  const identity = `${line.invoice}:${line.stockCode}:${hex}`;
  return {
    kind: "activity",
    line: place.line,
    raw: place.raw,
    customer: line.customer,
    newCustomer: profileOf(line, source),
    repeated: occurrence > 1,
    activity: {
      source,
      externalId: occurrence === 1 ? identity : `${identity}:${occurrence}`,
      kind: kindOf(line),
      at: line.at,
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

/** 48 bits of the whole line's content. Two lines that met by chance would count as repeats, so none is lost. */
function fingerprintOf(line: InvoiceLine): { hex: string; fingerprint: number } {
  const content = [
    line.invoice,
    line.stockCode,
    line.description,
    line.quantity,
    line.at.getTime(),
    line.price,
    line.customer,
    line.country,
  ].join("\u001f");
  const hex = hash("sha1", content, "hex").slice(0, 12);
  return { hex, fingerprint: Number.parseInt(hex, 16) };
}

function profileOf(line: InvoiceLine, source: string): CustomerProfile {
  return {
    source,
    externalId: line.customer,
    name: `Customer ${line.customer}`,
    domain: null,
    ownerEmail: null,
    segment: null,
    currency: CURRENCY,
    monthlyRevenueMinor: null,
    marginPercent: null,
    acquisitionCostMinor: null,
    startedOn: null,
    renewsOn: null,
    endedOn: null,
    country: line.country,
    language: null,
    attributes: {},
  };
}
