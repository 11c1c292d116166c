import { describe, expect, it } from "vitest";
import { COST_DRIVERS } from "../../../../src/domain/costs/cost-entry.ts";
import { type Division, divisionPhrase } from "../../../../src/domain/costs/division.ts";
import { textOf } from "../../../../src/words/text.ts";

const text = (division: Division) => textOf(divisionPhrase(division, "EUR"), "en");
const by = (driver: Division["driver"], weight: number, total: number, parties = 2): Division => ({
  ...{ driver, weighedBy: driver === "equal" ? "days" : "driver" },
  ...{ weight, total, parties },
});

describe("a division, in words", () => {
  it.each([
    [by("minutes", 12, 340), "12 of 340 minutes"],
    [by("touches", 2, 12), "2 of 12 contacts"],
    [by("orders", 1, 2_000), "1 of 2,000 orders"],
    [by("tickets", 0, 3), "0 of 3 tickets"],
    [by("revenue", 120_000, 7_911_440), "€1,200.00 of €79,114.40 revenue"],
    [by("equal", 31, 2_790), "31 of 2,790 customer days"],
    [by("equal", 365, 182_500, 500), "÷ 500 customers"],
    [by("equal", 365, 365, 1), "÷ 1 customer"],
  ])("%j is %s", (division, expected) => {
    expect(text(division)).toBe(expected);
  });

  it("names what it is shared by where one customer had all of it, or all had the same", () => {
    expect(text(by("touches", 1, 1, 1))).toBe("1 of 1 contact");
    expect(text(by("minutes", 30, 60))).toBe("30 of 60 minutes");
  });

  it("says what it was shared by instead where nobody had any", () => {
    const instead = { ...by("tickets", 31, 93, 3), weighedBy: "days" as const };
    expect(text(instead)).toBe("31 of 93 customer days, as nobody had any tickets");
    expect(text({ ...instead, weighedBy: "heads", weight: 1, total: 3 })).toBe(
      "÷ 3 customers named, as nobody was a customer on these days",
    );
  });

  it("has words for every driver, whatever it fell back to, and never a driver's code", () => {
    for (const driver of COST_DRIVERS)
      for (const weighedBy of ["driver", "days", "heads"] as const)
        expect(text({ driver, weighedBy, weight: 3, total: 7, parties: 2 })).not.toMatch(
          /equal|touches|smallest unit|no words/i,
        );
  });
});
