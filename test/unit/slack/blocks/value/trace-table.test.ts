import { describe, expect, it } from "vitest";
import { TRACED_FIGURES } from "../../../../../src/domain/costs/trace/traced-figure.ts";
import { NOTHING_TOLD, type TraceRow } from "../../../../../src/domain/figures/trace/trace.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { divided, ofRow, summed } from "../../../../../src/domain/value/trace/trace-closing.ts";
import { traceFile, traceTable } from "../../../../../src/slack/blocks/value/trace-table.ts";
import { textOf } from "../../../../../src/words/text.ts";

const Q1 = { fromDay: "2026-01-01", toDay: "2026-03-31" };
const row = (amount: number | null, change: Partial<TraceRow> = {}): TraceRow => ({
  ...NOTHING_TOLD,
  ...{ kind: "order", id: "=1+1", what: phrase("trace.order"), amount },
  customer: { customerId: 7, externalId: "007", name: "=HYPERLINK(北京)" },
  ...{ fromDay: "2026-01-05", toDay: "2026-01-05", original: { minor: 1_050, currency: "USD" } },
  rate: { fromCurrency: "EUR", toCurrency: "USD", rate: "1.1", day: "2026-01-01" },
  ...change,
});
const REVENUE = summed("revenue", Q1, "EUR", [row(955), row(null), row(-45)]);
const say = (given: Parameters<typeof textOf>[0]) => textOf(given, "en");

describe("the rows of a figure", () => {
  it("end with what they come to, those that are not counted left out", () => {
    expect(say(REVENUE.closing)).toBe("These 2 rows add up to the figure: €9.10.");
    expect(say(summed("revenue", Q1, "EUR", [row(5)]).closing)).toBe("This row is the figure: €0.05.");
    expect(say(summed("revenue", Q1, "EUR", []).closing)).toBe("There are no rows: the figure is €0.00.");
  });

  it("end with the division where the figure is one", () => {
    const of = (amount: number, over: number) => row(amount, { over });
    const rows = [of(1, 1), of(0, 1), of(1, 1)];
    expect(say(divided("retention-rate", "percent", Q1, "EUR", rows).closing)).toBe(
      "3 rows add up to 2 of 3: 66.7 %.",
    );
    expect(say(divided("cac", "money-each", Q1, "EUR", [of(500, 1), of(501, 1)]).closing)).toBe(
      "2 rows add up to €10.01 and 2: €10.01 ÷ 2 = €5.01.",
    );
    expect(say(divided("cac", "money-each", Q1, "EUR", [row(5)]).closing)).toContain("n/a");
  });

  it("show what was recorded, the rate and its day, and leave out columns in which nothing stands", () => {
    const { head, rows } = traceTable(REVENUE, say);
    expect(head).toEqual(["What", "Id", "Customer", "Days", "Recorded", "Rate", "Amount, EUR"]);
    expect(rows[0]?.map(({ text }) => text)).toEqual([
      ...[
        "Order",
        "=1+1",
        "=HYPERLINK(北京)",
        "5 Jan 2026",
        "$10.50",
        "1 EUR = 1.1 USD of 1 Jan 2026",
        "€9.55",
      ],
    ]);
    expect(rows[1]?.at(-1)).toEqual({ text: "" });
  });

  it("make a file that no spreadsheet runs, with days and amounts to reckon with", () => {
    const { name, content } = traceFile(summed("cost:labour", Q1, "EUR", [row(955)]), "en");
    expect(name).toBe("cost-labour-2026-01-01-2026-03-31-EUR.csv");
    expect(content.split("\r\n").slice(0, 2)).toEqual([
      '\uFEFFWhat,Id,Customer,Customer number,From,To,Recorded,Currency,Rate,Rate of,"Amount, EUR"',
      "Order,'=1+1,'=HYPERLINK(北京),007,2026-01-05,2026-01-05,10.5,USD,1 EUR = 1.1 USD,2026-01-01,9.55",
    ]);
  });

  it("of one row of a report are in a file of its name", () => {
    const trace = ofRow(REVENUE, { by: "segment", key: "大客户 / VIP" });
    expect(traceFile(trace, "en").name).toBe("revenue-segment-大客户-VIP-2026-01-01-2026-03-31-EUR.csv");
  });

  it("have a title for every figure", () => {
    for (const figure of [...TRACED_FIGURES, "ces-7"])
      expect(say(summed(figure, Q1, "EUR", []).title)).toMatch(
        /^What [a-zA-Z0-9 ]+ is made of, 1 Jan 2026 to 31 Mar 2026$/,
      );
  });
});
