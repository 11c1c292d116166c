import { describe, expect, it } from "vitest";
import type { ImportedRow } from "../../../../src/domain/imports/imports.ts";
import { PRESET_OF_ROWS } from "../../../../src/sources/kinds.ts";
import { faultsOfMapping, mappedPreset } from "../../../../src/sources/mapping/mapped-preset.ts";
import { type KindMapping, MAPPING, type WrittenMapping } from "../../../../src/sources/mapping/mapping.ts";
import type { Preset } from "../../../../src/sources/preset.ts";

const presetOf = (rows: string): Preset => PRESET_OF_ROWS[rows] as Preset;

function kindOf(kind: WrittenMapping["kinds"][number]): KindMapping {
  return MAPPING.parse({ source: "shop", kinds: [kind] }).kinds[0] as KindMapping;
}

/** The rows that lines of fields become; null for those that are no rows of the kind. */
function read(
  kind: WrittenMapping["kinds"][number],
  names: string[],
  ...lines: string[][]
): (ImportedRow | null)[] {
  const positions = new Map(names.map((name, position) => [name, position]));
  const mapped = mappedPreset(presetOf(kind.rows), kindOf(kind));
  const header = { delimiter: ",", names, positions, further: [] };
  const reader = mapped.reader(header, { source: "shop", timeZone: "UTC" });
  return lines.map((fields, index) => reader.read(fields, { line: index + 2, raw: fields.join() }));
}

const activities = (more: Partial<WrittenMapping["kinds"][number]> = {}) => ({
  rows: "activities",
  ...more,
  facts: {
    external_id: "Order",
    customer: "Buyer",
    kind: { value: "order" },
    at: { column: "Date", date: "dd.mm.yyyy" as const },
    amount: { column: "Total", number: "1.234,50" as const },
    currency: { value: "EUR" },
    ...more.facts,
  },
});
const NAMES = ["Order", "Buyer", "Date", "Total", "Status"];
const good = ["1001", "a@example.com", "05.03.2025 14:22", "1.234,50", "completed"];

const activityOf = (row: ImportedRow | null | undefined) => (row?.kind === "activity" ? row.activity : row);

describe("a mapped file", () => {
  it("is read by its own names, dates and numbers", () => {
    const [row] = read(activities(), NAMES, good);
    expect(activityOf(row)).toMatchObject({
      externalId: "1001",
      kind: "order",
      at: new Date("2025-03-05T14:22:00Z"),
      amountMinor: 123_450,
      currency: "EUR",
    });
  });

  it("names its own column for what cannot be read, and keeps it as it was written", () => {
    const [row] = read(activities(), NAMES, ["1002", "b", "31.02.2025", "1.234,50", ""]);
    expect(row).toMatchObject({ kind: "rejected", reason: "bad_date" });
    expect(row?.kind === "rejected" && row.problems[0].parameters).toEqual({
      column: "Date",
      value: "31.02.2025",
    });
  });

  it("leaves out rows that are something else, without rejecting them", () => {
    const only = [{ column: "Status", is_not: ["Cancelled"] }];
    const rows = read(activities({ only }), NAMES, good, [...good.slice(0, 4), "cancelled "]);
    expect(rows.map((row) => row?.kind ?? null)).toEqual(["activity", null]);
  });

  it("takes the currency of a file that leaves it empty", () => {
    const facts = { currency: { column: "Currency", if_empty: "INR" } };
    const names = [...NAMES, "Currency"];
    const rows = read(activities({ facts }), names, [...good, "usd"], [...good, ""]);
    expect(rows.map((row) => activityOf(row))).toMatchObject([{ currency: "USD" }, { currency: "INR" }]);
  });

  it("multiplies a price by its quantity, exactly", () => {
    const facts = { amount: { column: "Total", number: "1.234,50" as const, times: "Pieces" } };
    const [row] = read(activities({ facts }), [...NAMES, "Pieces"], [...good.slice(0, 3), "0,10", "", "3"]);
    expect(activityOf(row)).toMatchObject({ amountMinor: 30 });
  });

  it("divides a year's price into months, rounded to the currency's unit", () => {
    const kind = {
      rows: "customers",
      facts: {
        external_id: "Id",
        name: "Id",
        currency: "Currency",
        started_on: { value: "2025-01-01" },
        monthly_revenue: { column: "Price", divided_by: { column: "Every", words: { year: 12, month: 1 } } },
      },
    };
    const lines = [
      ["1", "eur", "1000", "Year"],
      ["2", "jpy", "1000", "year"],
      ["3", "eur", "80", "month"],
    ];
    const rows = read(kind, ["Id", "Currency", "Price", "Every"], ...lines);
    const minor = rows.map((row) => (row?.kind === "customer" ? row.profile.monthlyRevenueMinor : row));
    expect(minor).toEqual([8_333, 83, 8_000]);
  });

  it.each([
    ["price", { divided_by: { column: "Every", words: { year: 12 } } }, "fortnight", "1200 / fortnight"],
    ["price", { divided_by: { column: "Every", words: { year: 12 } } }, "", "1200 / ?"],
    ["quantity", { times: "Every" }, "a dozen", "1200 × a dozen"],
  ])(
    "rejects a %s that it cannot reckon with, rather than take it as it stands: %o %s",
    (_, by, word, value) => {
      const facts = { amount: { column: "Total", number: "1,234.50" as const, ...by } };
      const fields = ["1", "b", "01.03.2025", "1200", "", word];
      const [row] = read(activities({ facts }), [...NAMES, "Every"], fields);
      expect(row).toMatchObject({ kind: "rejected", reason: "not_a_number" });
      expect(row?.kind === "rejected" && row.problems[0].parameters.value).toBe(value);
    },
  );

  it("takes a price once where no quantity is said", () => {
    const facts = { amount: { column: "Total", number: "1.234,50" as const, times: "Pieces" } };
    const [empty, without] = [["Pieces"], []].map((more) =>
      read(activities({ facts }), [...NAMES, ...more], good),
    );
    expect([...(empty ?? []), ...(without ?? [])].map((row) => activityOf(row))).toMatchObject([
      { amountMinor: 123_450 },
      { amountMinor: 123_450 },
    ]);
  });

  it("fills what rows that go on leave empty, and only for the same order", () => {
    const carry_down = { by: "Order", columns: ["Buyer", "Date"] };
    const lines = [good, ["1001", "", "", "2,00", ""], ["1002", "", "01.04.2025", "3,00", ""]];
    const rows = read(activities({ carry_down }), NAMES, ...lines);
    expect(rows.map((row) => (row?.kind === "activity" ? row.customer : row?.kind))).toEqual([
      "a@example.com",
      "a@example.com",
      "rejected",
    ]);
  });

  it("makes one customer of the many orders of one", () => {
    const kind = {
      rows: "customers",
      once_per: "external_id",
      facts: { external_id: "Buyer", name: "Buyer" },
    };
    const rows = read(kind, NAMES, good, good, [...good.slice(0, 1), "c", ...good.slice(2)]);
    expect(rows.map((row) => row?.kind ?? null)).toEqual(["customer", null, "customer"]);
  });

  it("takes the first filled column, joins columns, translates words and adds hours", () => {
    const facts = {
      external_id: { join: ["Order", "Status"], with: "/", suffix: "-x" },
      customer: { first_of: ["Missing", "Buyer"] },
      kind: { column: "Status", words: { Completed: "order", Returned: "refund" }, otherwise: "delivery" },
      at: { column: "Date", date: "dd.mm.yyyy" as const, plus_hours: "Total" },
      amount: { value: "1" },
    };
    const rows = read(
      activities({ facts }),
      NAMES,
      ["7", "b", "01.03.2025 10:00", "1.5", "completed"],
      ["8", "b", "01.03.2025 10:00", "2", "returned"],
      ["9", "b", "01.03.2025 10:00", "2", "lost"],
    );
    expect(rows.map(activityOf)).toMatchObject([
      { externalId: "7/completed-x", kind: "order", at: new Date("2025-03-01T11:30:00Z") },
      { externalId: "8/returned-x", kind: "refund" },
      { externalId: "9/lost-x", kind: "delivery" },
    ]);
  });

  it("needs the columns of needed facts alone", () => {
    const columns = mappedPreset(presetOf("activities"), kindOf(activities())).columns;
    const needed = Object.values(columns).flatMap((column) =>
      "name" in column && column.needed ? [column.name] : [],
    );
    expect(needed.sort()).toEqual(["Buyer", "Date", "Order"]);
  });

  it("tells a file of customers what it has columns for, so that the rest keeps its stored value", () => {
    const kind = kindOf({
      rows: "customers",
      facts: { external_id: "Id", name: "Name", country: "Land" },
      attributes: ["Note"],
    });
    const header = { delimiter: ",", names: [], positions: new Map(), further: [] };
    const { facts, attributes } = mappedPreset(presetOf("customers"), kind).profileColumns(header);
    expect([[...facts], attributes]).toEqual([["country"], ["Note"]]);
  });
});

describe("a mapping", () => {
  it("is told what it names and nobody has, and what it lacks", () => {
    const kind = kindOf({
      rows: "activities",
      facts: { external_id: "a", customer: "b", at: "c", colour: "d" },
    });
    expect(faultsOfMapping(presetOf("activities"), kind)).toEqual({ unknown: ["colour"], missing: ["kind"] });
  });

  it("takes each fact from one place", () => {
    const facts = { external_id: { column: "a", value: "b" } };
    expect(MAPPING.safeParse({ source: "s", kinds: [{ rows: "customers", facts }] }).success).toBe(false);
  });
});
