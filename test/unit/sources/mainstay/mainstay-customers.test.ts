import { expect, it } from "vitest";
import { openImportSource } from "../../../../src/sources/import-source.ts";
import { excerptOf } from "../excerpt.ts";
import { fileWith, rowsOf, toCorrect } from "../read-text.ts";

const { header, line: LINE, text: EXCERPT } = excerptOf("mainstay-customers");
const read = (...lines: string[]) => rowsOf(`${header}${lines.join("\n")}\n`, "mainstay-customers");

it("reads a profile; columns it does not know become attributes", async () => {
  expect(await read(LINE)).toEqual([
    {
      kind: "customer",
      line: 2,
      raw: LINE,
      profile: {
        source: "mainstay",
        externalId: "C1",
        name: "Acme",
        domain: "acme.com",
        ownerEmail: "ana@team.example",
        segment: "Gold",
        currency: "EUR",
        monthlyRevenueMinor: 120_000,
        marginPercent: 35,
        acquisitionCostMinor: 9_050,
        startedOn: "2024-01-01",
        renewsOn: "2027-01-01",
        endedOn: null,
        country: "DE",
        language: "de",
        attributes: { aliases: "ACME Inc|Acmé", "Account manager": "Kim" },
      },
    },
  ]);
});

it("reads empty fields as not known", async () => {
  const [, bare, full] = await rowsOf(EXCERPT, "mainstay-customers");
  expect(bare).toMatchObject({
    profile: {
      externalId: "C2",
      name: "Müller, Söhne & Co",
      domain: null,
      ownerEmail: null,
      segment: null,
      currency: null,
      monthlyRevenueMinor: null,
      marginPercent: null,
      acquisitionCostMinor: null,
      startedOn: null,
      country: null,
      language: null,
      attributes: {},
    },
  });
  expect(full).toMatchObject({
    profile: { monthlyRevenueMinor: 9_800_000, endedOn: "2026-06-30", attributes: { aliases: "Hua Guang" } },
  });
  expect(full).not.toHaveProperty("profile.attributes.Account manager");
});

it("knows the aliases column however it is written, every other attribute as the file writes it", async () => {
  const content = "external_id,name, ALIASES ,Region\nC1,Acme,Road Runner, North \n";
  expect(await rowsOf(content, "mainstay-customers")).toMatchObject([
    { profile: { attributes: { aliases: "Road Runner", Region: "North" } } },
  ]);
});

it("tells which facts and attributes the file has columns for, whatever stands in them", async () => {
  const content = "Name,External ID,Renews-On,Aliases,domain,Region\nAcme,C1,,,,\n";
  await fileWith(content, async (path) => {
    const file = await openImportSource(path, "mainstay-customers", { timeZone: "UTC" });
    expect(file).toMatchObject({
      makes: "customers",
      columns: { facts: new Set(["domain", "renewsOn"]), attributes: ["aliases", "Region"] },
    });
  });
});

it("has columns for facts only where a file makes customers", async () => {
  await fileWith(excerptOf("mainstay-activities").text, async (path) => {
    const file = await openImportSource(path, "mainstay-activities", { timeZone: "UTC" });
    expect(file).toMatchObject({ kind: "open", makes: "activities", path });
    expect(file).not.toHaveProperty("columns");
  });
});

it.each([
  ["35", 35],
  ["35 %", 35],
  [" 35% ", 35],
  ["-1000", -1_000],
  ["100", 100],
  ["0", 0],
  ["", null],
  ["%", null],
])("reads a margin of %j as %s", async (field, percent) => {
  expect(await read(LINE.replace("35%", field))).toMatchObject([{ profile: { marginPercent: percent } }]);
});

it.each([
  ["a.b", "a.b"],
  ["Shop.Example.CO.UK", "shop.example.co.uk"],
  [" acme.com ", "acme.com"],
])("reads the domain %j", async (field, domain) => {
  expect(await read(LINE.replace("Acme.com", field))).toMatchObject([{ profile: { domain } }]);
});

it.each([
  "acme",
  "acme.",
  ".com",
  "a b.com",
  "a.b c",
  "@acme.com",
  "ana@acme.com",
  "acme.com x.y",
  "acme.c@m",
])("rejects the domain %j", async (field) => {
  const [row] = await read(LINE.replace("Acme.com", field));
  expect(row).toMatchObject({ reason: "bad_domain" });
  expect(toCorrect(row)).toContain(`domain “${field}” is not one like acme.com.`);
});

it.each(["ana", "ana@", "@team", "ana b@team", "ana@te am", "ana@@team", "ana@b@c"])(
  "rejects the e-mail address %j",
  async (field) => {
    const [row] = await read(LINE.replace("Ana@Team.example", field));
    expect(row).toMatchObject({ reason: "bad_email" });
    expect(toCorrect(row)).toContain(`owner_email “${field}” is no e-mail address.`);
  },
);

it.each([
  ["external_id", "C1", "x", 200],
  ["name", "Acme,", "x", 200],
  ["domain", "Acme.com", "a.b", 253],
  ["owner_email", "Ana@Team.example", "a@b", 254],
  ["segment", "Gold", "x", 100],
  ["country", ",DE,", "x", 100],
  ["language", ",de,", "x", 100],
])("takes a %s (%s) of at most its limit", async (column, field, start, limit) => {
  const of = (length: number) => LINE.replace(field, field.replace(/[^,]+/, start.padEnd(length, "x")));
  const rows = await read(of(limit), of(limit + 1));
  expect(rows).toMatchObject([{ kind: "customer" }, { reason: "too_long" }]);
  expect(toCorrect(rows[1])).toContain(`${column} has ${limit + 1} characters`);
});

it("takes an attribute of at most 2,000 characters", async () => {
  const rows = await read(LINE.replace("Kim", "x".repeat(2_000)), LINE.replace("Kim", "x".repeat(2_001)));
  expect(rows).toMatchObject([{ kind: "customer" }, { reason: "too_long" }]);
  expect(toCorrect(rows[1])).toBe("Account manager has more than 2,000 characters.");
});

it.each([
  ["missing_id", LINE.replace("C1", ""), "external_id is empty."],
  ["missing_name", LINE.replace("Acme,", " ,"), "name is empty."],
  ["unknown_currency", LINE.replace("EUR", "XYZ"), "“XYZ” is no currency code"],
  [
    "missing_currency",
    LINE.replace("EUR", ""),
    "monthly_revenue “1200” has no currency. acquisition_cost “90.5” has no currency.",
  ],
  ["not_a_number", LINE.replace("1200", '"1.200,00"'), "monthly_revenue “1.200,00” is not a number."],
  ["not_a_number", LINE.replace("35%", "a third"), "margin_percent “a third” is not a number."],
  ["not_a_number", LINE.replace("35%", "3%5"), "margin_percent “3%5” is not a number."],
  ["not_a_number", LINE.replace("35%", "35%%"), "margin_percent “35%” is not a number."],
  ["negative_amount", LINE.replace("1200", "-1"), "monthly_revenue “-1” is below zero."],
  ["negative_amount", LINE.replace("90.5", "-0.01"), "acquisition_cost “-0.01” is below zero."],
  ["bad_amount", LINE.replace("1200", "0.001"), "monthly_revenue “0.001” has too many decimals"],
  ["bad_amount", LINE.replace("1200", "10000000000.01"), "€10,000,000,000.00 is the most. Check the digits."],
  ["out_of_range", LINE.replace("35%", "100.5"), "margin_percent 100.5 is not between -1,000 and 100."],
  ["out_of_range", LINE.replace("35%", "-1000.1"), "margin_percent -1000.1 is not between"],
  ["bad_date", LINE.replace("2024-01-01", "2024-02-30"), "started_on “2024-02-30” is no date"],
  ["bad_date", LINE.replace("2027-01-01", "2027-13-01"), "renews_on “2027-13-01” is no date"],
  ["bad_date", LINE.replace(",,DE", ",never,DE"), "ended_on “never” is no date"],
  ["wrong_column_count", `${LINE},x`, "The line has 17 fields where the header has 16."],
])("rejects as %s: %s", async (reason, line, problem) => {
  const rows = await read(line, LINE);
  expect(rows).toMatchObject([{ line: 2, raw: line, reason }, { kind: "customer" }]);
  expect(toCorrect(rows[0])).toContain(problem);
});
