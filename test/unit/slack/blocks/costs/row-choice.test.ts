import { describe, expect, it } from "vitest";
import type { CostDimension, CostReport, CostRow } from "../../../../../src/domain/costs/cost-report.ts";
import { rowChoice } from "../../../../../src/slack/blocks/costs/row-choice.ts";
import { sayIn } from "../../../../../src/words/say.ts";

const row = (key: string, customerId: number | null = null) => ({ key, customerId }) as CostRow;
const choices = (dimension: CostDimension, ...rows: CostRow[]) => {
  const days = { fromDay: "2026-01-01", toDay: "2026-03-31", currency: "EUR" };
  const report = { ...days, dimension, rows } as unknown as CostReport;
  return rowChoice(report, ({ key }) => `<${key}>`, sayIn("en"))[0]?.options ?? [];
};
const values = (...given: Parameters<typeof choices>) => choices(...given).map(({ value }) => value);

describe("the rows of a cost report to choose from", () => {
  it.each<[CostDimension, CostRow, string]>([
    ["segment", row("大客户"), "cost 2026-01-01 2026-03-31 EUR segment:大客户"],
    ["owner", row("ana@example.com"), "cost 2026-01-01 2026-03-31 EUR owner:ana@example.com"],
    ["channel", row("phone"), "cost 2026-01-01 2026-03-31 EUR channel:phone"],
    ["segment", row("unallocated"), "cost 2026-01-01 2026-03-31 EUR nobody"],
    ["customer", row("C-7", 7), "cost 2026-01-01 2026-03-31 EUR 7"],
    ["category", row("labour"), "cost:labour 2026-01-01 2026-03-31 EUR -"],
  ])("ask for what stands behind one: by %s", (dimension, one, value) => {
    expect(values(dimension, one)).toEqual([value]);
  });

  it("are as many as Slack takes, none with a key that it would not", () => {
    const rows = Array.from({ length: 200 }, (_, place) => row(`S${place}`));
    expect(values("segment", row("x".repeat(200)), ...rows)).toHaveLength(100);
    expect(choices("segment")).toEqual([]);
    expect(choices("segment", row("x".repeat(200)))).toEqual([]);
  });

  it("are named as the report names them", () => {
    expect(choices("segment", row("VIP"))[0]?.text.text).toBe("<VIP>");
  });
});
