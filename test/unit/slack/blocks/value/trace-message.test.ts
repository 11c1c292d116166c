import { describe, expect, it } from "vitest";
import { NOTHING_TOLD, type TraceRow } from "../../../../../src/domain/figures/trace/trace.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { summed } from "../../../../../src/domain/value/trace/trace-closing.ts";
import { traceMessage } from "../../../../../src/slack/blocks/value/trace-message.ts";
import { type Locale, PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const Q1 = { fromDay: "2026-01-01", toDay: "2026-03-31" };
const row = (amount: number): TraceRow => ({
  ...NOTHING_TOLD,
  ...{ kind: "order", id: "o-1", what: phrase("trace.order"), amount },
  customer: { customerId: 7, externalId: "007", name: "<!channel> *北京科技*" },
});
const message = (rows: readonly TraceRow[], locale: Locale = "en", customer: string | null = null) =>
  traceMessage({ trace: summed("revenue", Q1, "EUR", rows), customer, rowsInFile: rows.length, locale });

describe("the rows of a figure in Slack", () => {
  it("are the first ones, with what all of them come to, and where the rest is", () => {
    const rows = Array.from({ length: 10_000 }, () => row(100));
    const written = JSON.stringify(message(rows));
    expect(written).toContain("These 10,000 rows add up to the figure: €10,000.00.");
    expect(written).toMatch(/9,9\d\d more rows: in the file/);
    expect(written).toContain("All rows are in the file");
    assertSendable(message(rows));
  });

  it("say where the file ends before they do", () => {
    const trace = summed("revenue", Q1, "EUR", [row(1), row(1), row(1)]);
    const cut = JSON.stringify(traceMessage({ trace, customer: null, rowsInFile: 2, locale: "en" }));
    expect(cut).toContain("The first 2 of 3 rows are in the file");
    expect(cut).not.toContain("All rows");
  });

  it("count also those that were not held", () => {
    const trace = { ...summed("revenue", Q1, "EUR", [row(1), row(1)]), rowCount: 70_000 };
    const cut = JSON.stringify(traceMessage({ trace, customer: null, rowsInFile: 2, locale: "en" }));
    expect(cut).toContain("69,998 more rows: in the file");
    expect(cut).toContain("The first 2 of 70,000 rows are in the file");
  });

  it("hold a customer's name back from being markup", () => {
    const { blocks, text } = message([row(1)], "en", "<!channel> *北京科技*");
    const markup = blocks.filter(({ type }) => type !== "data_table");
    expect(JSON.stringify([markup, text])).not.toMatch(/<!channel>/);
    expect(JSON.stringify(markup)).toContain("北京科技");
  });

  it("say that there are none", () => {
    const empty = message([]);
    expect(JSON.stringify(empty)).toContain("There are no rows: the figure is €0.00.");
    expect(JSON.stringify(empty)).not.toContain("All rows");
    assertSendable(empty);
  });

  it("can be sent in a language whose words are longer", () => {
    assertSendable(message([row(1), row(2)], PSEUDO_LOCALE));
  });
});
