import { z } from "zod";
import type { CustomerProfile } from "../../domain/customer.ts";
import type { ProfileColumns } from "../../domain/imports/imports.ts";
import { parseMinor } from "../../domain/money.ts";
import { phrase } from "../../domain/phrase.ts";
import {
  neededText,
  optionalCurrency,
  optionalDay,
  optionalDecimal,
  optionalText,
  quoted,
  reject,
  rejectionOf,
} from "../csv/columns.ts";
import type { Header } from "../csv/header.ts";
import { rejectedRow } from "../csv/rejected-row.ts";
import { columnAt, type Preset, type RowReader } from "../preset.ts";

/** Mainstay's own format for the customer file. Columns it does not know become attributes. */
export const mainstayCustomers: Preset = {
  source: "mainstay",
  makes: "customers",
  columns: {
    needed: ["external_id", "name"],
    optional: [
      "domain",
      "owner_email",
      "segment",
      "currency",
      "monthly_revenue",
      "margin_percent",
      "acquisition_cost",
      "started_on",
      "renews_on",
      "ended_on",
      "country",
      "language",
    ],
  },
  profileColumns,
  reader(header, source): RowReader {
    const columns = [...this.columns.needed, ...this.columns.optional].map(
      (column) => [column, columnAt(header, column)] as const,
    );
    const parse = (fields: readonly string[]) =>
      CUSTOMER.safeParse({
        ...Object.fromEntries(columns.map(([column, textOf]) => [column, textOf(fields)])),
        attributes: attributesOf(header, fields),
      });
    return {
      isRow: (fields) => parse(fields).success,
      read(fields, { line, raw }) {
        const parsed = parse(fields);
        if (!parsed.success) return rejectedRow({ line, raw }, rejectionOf(parsed.error));
        return { kind: "customer", line, raw, profile: profileOf(parsed.data, source) };
      },
    };
  },
};

/** A header's aliases column is known by this name, however it is written. */
const ALIASES = "aliases";

function attributeName(name: string): string {
  return name.trim().toLowerCase() === ALIASES ? ALIASES : name;
}

function attributesOf(header: Header, fields: readonly string[]): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { name, position } of header.further) {
    const value = (fields[position] ?? "").trim();
    if (value !== "") attributes[attributeName(name)] = value;
  }
  return attributes;
}

const FACT_OF_COLUMN: Readonly<Record<string, keyof CustomerProfile>> = {
  domain: "domain",
  owner_email: "ownerEmail",
  segment: "segment",
  currency: "currency",
  monthly_revenue: "monthlyRevenueMinor",
  margin_percent: "marginPercent",
  acquisition_cost: "acquisitionCostMinor",
  started_on: "startedOn",
  renews_on: "renewsOn",
  ended_on: "endedOn",
  country: "country",
  language: "language",
};

function profileColumns(header: Header): ProfileColumns {
  const facts = new Set<keyof CustomerProfile>();
  for (const column of header.positions.keys()) {
    const fact = FACT_OF_COLUMN[column];
    if (fact) facts.add(fact);
  }
  return { facts, attributes: header.further.map(({ name }) => attributeName(name)) };
}

const MAX_ATTRIBUTE_LENGTH = 2_000;
const LOWEST_MARGIN = -1_000;

const CUSTOMER = z
  .object({
    external_id: neededText("external_id", 200, "missing_id"),
    name: neededText("name", 200, "missing_name"),
    domain: optionalText("domain", 253).transform((text, context) =>
      text === null || /^[^\s@]+\.[^\s@]+$/.test(text)
        ? (text?.toLowerCase() ?? null)
        : reject(context, "bad_domain", phrase("rejected.domain", { value: quoted(text) })),
    ),
    owner_email: optionalText("owner_email", 254).transform((text, context) =>
      text === null || /^[^\s@]+@[^\s@]+$/.test(text)
        ? (text?.toLowerCase() ?? null)
        : reject(context, "bad_email", phrase("rejected.email", { value: quoted(text) })),
    ),
    segment: optionalText("segment", 100),
    currency: optionalCurrency,
    monthly_revenue: optionalDecimal("monthly_revenue"),
    margin_percent: z
      .string()
      .transform((text) => text.trim().replace(/\s*%$/, ""))
      .pipe(optionalDecimal("margin_percent"))
      .transform((text, context) => {
        const percent = text === null ? null : Number(text);
        if (percent === null || (percent >= LOWEST_MARGIN && percent <= 100)) return percent;
        return reject(
          context,
          "out_of_range",
          phrase("rejected.margin", { value: quoted(text ?? ""), lowest: LOWEST_MARGIN }),
        );
      }),
    acquisition_cost: optionalDecimal("acquisition_cost"),
    started_on: optionalDay("started_on"),
    renews_on: optionalDay("renews_on"),
    ended_on: optionalDay("ended_on"),
    country: optionalText("country", 100),
    language: optionalText("language", 100),
    attributes: z.record(z.string(), z.string()).transform((attributes, context) => {
      const long = Object.entries(attributes).find(([, value]) => value.length > MAX_ATTRIBUTE_LENGTH);
      if (!long) return attributes;
      return reject(
        context,
        "too_long",
        phrase("rejected.attribute-too-long", { column: quoted(long[0]), limit: MAX_ATTRIBUTE_LENGTH }),
      );
    }),
  })
  .transform((row, context) => ({
    ...row,
    monthlyRevenueMinor: amountOf("monthly_revenue", row.monthly_revenue, row.currency, context),
    acquisitionCostMinor: amountOf("acquisition_cost", row.acquisition_cost, row.currency, context),
  }));

function amountOf(
  column: string,
  amount: string | null,
  currency: string | null,
  context: z.RefinementCtx,
): number | null {
  if (amount === null) return null;
  const facts = { column, value: quoted(amount) };
  if (currency === null) return reject(context, "missing_currency", phrase("rejected.no-currency", facts));
  const minor = parseMinor(amount, currency);
  if (minor === null) {
    return reject(context, "bad_amount", phrase("rejected.amount", { ...facts, currency }));
  }
  return minor >= 0 ? minor : reject(context, "negative_amount", phrase("rejected.below-zero", facts));
}

function profileOf(row: z.infer<typeof CUSTOMER>, source: string): CustomerProfile {
  return {
    source,
    externalId: row.external_id,
    name: row.name,
    domain: row.domain,
    ownerEmail: row.owner_email,
    segment: row.segment,
    currency: row.currency,
    monthlyRevenueMinor: row.monthlyRevenueMinor,
    marginPercent: row.margin_percent,
    acquisitionCostMinor: row.acquisitionCostMinor,
    startedOn: row.started_on,
    renewsOn: row.renews_on,
    endedOn: row.ended_on,
    country: row.country,
    language: row.language,
    attributes: row.attributes,
  };
}
