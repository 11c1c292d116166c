import { describe, expect, it } from "vitest";
import type { ImportedRow } from "../../../../src/domain/imports/imports.ts";
import { namedColumns } from "../../../../src/sources/csv/columns.ts";
import { PRESET_OF_ROWS } from "../../../../src/sources/kinds.ts";
import { faultsOfMapping, mappedPreset } from "../../../../src/sources/mapping/mapped-preset.ts";
import { planMapping } from "../../../../src/sources/mapping/plan-mapping.ts";
import { READY_MAPPINGS, readyMappingFor } from "../../../../src/sources/mapping/ready-mappings.ts";
import type { Preset } from "../../../../src/sources/preset.ts";

describe.each(READY_MAPPINGS)("the export $name", ({ name, recognisedBy, mapping }) => {
  it("is recognised by its columns, however they are written", () => {
    expect(readyMappingFor(recognisedBy)?.name).toBe(name);
    expect(
      readyMappingFor(recognisedBy.map((column) => column.toUpperCase().replaceAll(" ", "_")))?.name,
    ).toBe(name);
  });

  it.each(mapping.kinds)("tells $rows by facts that they have, and all that they need", (kind) => {
    const preset = PRESET_OF_ROWS[kind.rows];
    expect(preset && faultsOfMapping(preset, kind)).toEqual({ unknown: [], missing: [] });
  });
});

/** What a file of invented lines becomes: by kind, the rows with what is known of them. */
function imported(header: string, ...lines: string[]): unknown[] {
  const names = header.split("|");
  const records = lines.map((line) => line.split("|"));
  const columns = names.map((name, place) => ({
    name,
    values: records.map((fields) => fields[place] ?? ""),
  }));
  const plan = planMapping(columns, { currency: "EUR" });
  return (plan?.mapping.kinds ?? []).flatMap((kind) => {
    const mapped = mappedPreset(PRESET_OF_ROWS[kind.rows] as Preset, kind);
    const positions = new Map(
      namedColumns(mapped.columns).flatMap(([, { name }]) =>
        names.includes(name) ? [[name, names.indexOf(name)]] : [],
      ),
    ) as ReadonlyMap<string, number>;
    const header = { delimiter: ",", names, positions, further: [] };
    const reader = mapped.reader(header, { source: plan?.mapping.source ?? "", timeZone: "UTC" });
    return records.flatMap((fields, index) => told(reader.read(fields, { line: index + 2, raw: "" })));
  });
}

function told(row: ImportedRow | null): unknown[] {
  if (row === null) return [];
  if (row.kind === "customer") return [[row.kind, row.profile.externalId, row.profile.name]];
  if (row.kind !== "activity") return [row];
  const { kind, externalId, at, amountMinor, currency } = row.activity;
  return [[kind, externalId, row.customer, at.toISOString(), amountMinor, currency]];
}

describe("a file of another system", () => {
  it("of Shopify is the order's lines, its customer once, and what was given back", () => {
    const header =
      "Name|Email|Financial Status|Currency|Created at|Lineitem quantity|Lineitem name|Lineitem price|Refunded Amount|Billing Name";
    const rows = imported(
      header,
      "#1|ann@example.com|partially_refunded|EUR|2025-12-06 10:36:16 -0500|1|Candle|8.99|3.00|Ann Ek",
      "#1|ann@example.com||||2|Tea|12.50||",
      "#2|bo@example.com|voided|EUR|2025-12-07 09:00:00 -0500|1|Cup|5.00|0.00|Bo",
    );
    expect(rows).toEqual([
      ["customer", "ann@example.com", "Ann Ek"],
      ["customer", "bo@example.com", "Bo"],
      ["order", "#1", "ann@example.com", "2025-12-06T15:36:16.000Z", 899, "EUR"],
      ["order", "#1-2", "ann@example.com", "2025-12-06T15:36:16.000Z", 2_500, "EUR"],
      ["refund", "#1-refund", "ann@example.com", "2025-12-06T15:36:16.000Z", 300, "EUR"],
    ]);
  });

  it("of WooCommerce is one order however many products it has, in the currency that was said", () => {
    const header = "Order Number|Order Status|Order Date|Email (Billing)|Order Total Amount|Item Name";
    const rows = imported(
      header,
      "7|completed|05.03.2025 14:22|ann@example.com|1.234,50|Candle",
      "7|completed|05.03.2025 14:22|ann@example.com|1.234,50|Tea",
      "8|failed|06.03.2025 14:22|bo@example.com|9,00|Tea",
    );
    expect(rows).toEqual([
      ["customer", "ann@example.com", "ann@example.com"],
      ["customer", "bo@example.com", "bo@example.com"],
      ["order", "7", "ann@example.com", "2025-03-05T14:22:00.000Z", 123_450, "EUR"],
    ]);
  });

  it("of Stripe's charges is what was paid, what failed, and what went back", () => {
    const header = "id|Created (UTC)|Amount|Amount Refunded|Currency|Customer ID|Customer Email|Status";
    const rows = imported(
      header,
      "ch_1|2025-01-02 10:00|20.00|5.00|usd|cus_1|ann@example.com|Paid",
      "ch_2|2025-02-02 10:00|20.00|0.00|usd|cus_1|ann@example.com|Failed",
      "ch_3|2025-02-03 10:00|9.00|0.00|usd|||Paid",
      "ch_4|2025-02-04 10:00|9.00|0.00|usd|cus_1|ann@example.com|Pending",
      "ch_5|2025-02-05 10:00|7.00|0.00|usd|cus_1|ann@example.com|Partially refunded",
    );
    expect(rows).toEqual([
      ["customer", "cus_1", "ann@example.com"],
      ["order", "ch_1", "cus_1", "2025-01-02T10:00:00.000Z", 2_000, "USD"],
      ["payment_failed", "ch_2", "cus_1", "2025-02-02T10:00:00.000Z", 2_000, "USD"],
      ["order", "ch_5", "cus_1", "2025-02-05T10:00:00.000Z", 700, "USD"],
      ["refund", "ch_1-refund", "cus_1", "2025-01-02T10:00:00.000Z", 500, "USD"],
    ]);
  });

  it("of a CRM's deals is the won ones, in the language of the team", () => {
    const header = "Record ID|Deal Name|Deal Stage|Close Date|Amount|Associated Company IDs";
    const rows = imported(
      header,
      "d1|Renewal|Gewonnen|2025-03-31 12:00|1,200.00|9001",
      "d2|Pilot|Closed lost|2025-03-30 12:00|900|9002",
    );
    expect(rows).toEqual([["order", "d1", "9001", "2025-03-31T12:00:00.000Z", 120_000, "EUR"]]);
  });

  it("of 纷享销客 is customers with their Chinese names, and orders in yuan", () => {
    const header = "客户名称|客户编号|客户级别|负责人|创建时间|成交金额（元）";
    expect(imported(header, "北京示例科技有限公司|KH-0001|重点客户|张某|2024年3月5日|120,000.00")).toEqual([
      ["customer", "KH-0001", "北京示例科技有限公司"],
    ]);
    expect(imported("订单编号|客户名称|下单日期|订单金额", "S-1|北京示例|2024年3月15日|1,200.50")).toEqual([
      ["order", "S-1", "北京示例", "2024-03-15T00:00:00.000Z", 120_050, "CNY"],
    ]);
  });

  it("of Xero and QuickBooks is one order for each invoice", () => {
    expect(
      imported(
        "ContactName|InvoiceNumber|InvoiceDate|Total|Currency|Status|Type",
        "Acme|INV-1|31/03/2025|120.00|NZD|Paid|Sales invoice",
        "Acme|INV-1|31/03/2025|120.00|NZD|Paid|Sales invoice",
        "Acme|CN-1|30/04/2025|20.00|NZD|Paid|Sales credit note",
      ),
    ).toEqual([
      ["customer", "Acme", "Acme"],
      ["order", "INV-1", "Acme", "2025-03-31T00:00:00.000Z", 12_000, "NZD"],
      ["refund", "CN-1-refund", "Acme", "2025-04-30T00:00:00.000Z", 2_000, "NZD"],
    ]);
  });
});
