import { describe, expect, it } from "vitest";
import { monthsUpTo, triangleCount } from "../../../../src/domain/figures/retention-triangle.ts";

const months = ["2026-08", "2026-09", "2026-10"];
const counted = (...customers: [first: string, last: string | null][][]) => {
  const count = triangleCount(months);
  for (const spans of customers) count.add(spans.map(([firstDay, lastDay]) => ({ firstDay, lastDay })));
  return count.rows();
};

describe("the triangle of retention", () => {
  it("counts who joined in a month, at the close of it and of each later one", () => {
    const rows = counted(
      [["2026-08-01", null]],
      [["2026-08-31", "2026-09-29"]],
      [
        ["2026-08-10", "2026-08-20"],
        ["2026-10-05", null],
      ],
      [["2026-09-30", null]],
      [["2026-07-31", null]],
      [
        ["2025-01-01", "2026-01-01"],
        ["2026-09-10", null],
      ],
      [["2026-10-31", "2026-11-15"]],
      [["2026-11-01", null]],
    );
    expect(rows).toEqual([
      { month: "2026-08", joined: 3, kept: [2, 1, 2] },
      { month: "2026-09", joined: 1, kept: [1, 1] },
      { month: "2026-10", joined: 1, kept: [1] },
    ]);
  });

  it("goes back over the turn of a year", () => {
    expect(monthsUpTo("2026-02", 4)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
    expect(monthsUpTo("2026-02", 1)).toEqual(["2026-02"]);
  });
});
