import { z } from "zod";
import type { CustomerProfile } from "../../domain/customer.ts";
import { phrase } from "../../domain/phrase.ts";
import { amountMinor } from "../csv/amount.ts";
import {
  neededText,
  optionalCurrency,
  optionalDay,
  optionalDecimal,
  optionalText,
} from "../csv/column-kinds.ts";
import { type ColumnsFor, type FurtherColumns, needed, optional } from "../csv/columns.ts";
import { quoted, reject } from "../csv/reject.ts";
import { profileOf } from "../customer-profile.ts";
import { definePreset } from "../preset.ts";

const MAX_ATTRIBUTE_LENGTH = 2_000;
const LOWEST_MARGIN = -1_000;

const domain = (column: string) =>
  optionalText(253)(column).transform((text, context) => {
    if (text === null || /^[^\s@]+\.[^\s@]+$/.test(text)) return text?.toLowerCase() ?? null;
    return reject(context, "bad_domain", phrase("rejected.domain", { value: quoted(text) }));
  });

const email = (column: string) =>
  optionalText(254)(column).transform((text, context) => {
    if (text === null || /^[^\s@]+@[^\s@]+$/.test(text)) return text?.toLowerCase() ?? null;
    return reject(context, "bad_email", phrase("rejected.email", { value: quoted(text) }));
  });

const marginPercent = (column: string) =>
  z
    .string()
    .transform((text) => text.trim().replace(/\s*%$/, ""))
    .pipe(optionalDecimal(column))
    .transform((text, context) => {
      const percent = text === null ? null : Number(text);
      if (percent === null || (percent >= LOWEST_MARGIN && percent <= 100)) return percent;
      const facts = { value: quoted(text ?? ""), lowest: LOWEST_MARGIN };
      return reject(context, "out_of_range", phrase("rejected.margin", facts));
    });

/** A header's aliases column is known by this name, however it is written. */
const ALIASES = "aliases";

const attributes: FurtherColumns<Record<string, string>> = {
  nameOf: (name) => (name.trim().toLowerCase() === ALIASES ? ALIASES : name),
  schema: z.record(z.string(), z.string()).transform((texts, context) => {
    const long = Object.entries(texts).find(([, value]) => value.length > MAX_ATTRIBUTE_LENGTH);
    if (!long) return texts;
    const facts = { column: quoted(long[0]), limit: MAX_ATTRIBUTE_LENGTH };
    return reject(context, "too_long", phrase("rejected.attribute-too-long", facts));
  }),
};

const COLUMNS = {
  externalId: needed("external_id", neededText(200, "missing_id")),
  name: needed("name", neededText(200, "missing_name")),
  domain: optional("domain", domain),
  ownerEmail: optional("owner_email", email),
  segment: optional("segment", optionalText(100)),
  currency: optional("currency", optionalCurrency),
  monthlyRevenueMinor: optional("monthly_revenue", optionalDecimal),
  marginPercent: optional("margin_percent", marginPercent),
  acquisitionCostMinor: optional("acquisition_cost", optionalDecimal),
  startedOn: optional("started_on", optionalDay),
  renewsOn: optional("renews_on", optionalDay),
  endedOn: optional("ended_on", optionalDay),
  country: optional("country", optionalText(100)),
  language: optional("language", optionalText(100)),
  attributes,
} satisfies ColumnsFor<keyof CustomerProfile>;

/** Mainstay's own format for the customer file. Columns it does not know become attributes. */
export const mainstayCustomers = definePreset({
  source: "mainstay",
  makes: "customers",
  columns: COLUMNS,
  check(facts, context, nameOf) {
    const amountOf = (fact: "monthlyRevenueMinor" | "acquisitionCostMinor") =>
      amountMinor({ column: nameOf(fact), amount: facts[fact], currency: facts.currency }, context);
    return {
      ...facts,
      monthlyRevenueMinor: amountOf("monthlyRevenueMinor"),
      acquisitionCostMinor: amountOf("acquisitionCostMinor"),
    };
  },
  rows:
    ({ source }) =>
    (facts, { line, raw }) => ({ kind: "customer", line, raw, profile: profileOf({ ...facts, source }) }),
});
