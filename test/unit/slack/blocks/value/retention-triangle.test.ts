import { describe, expect, it } from "vitest";
import { ACTIVITY_WINDOW_DAYS } from "../../../../../src/domain/customers/cohort.ts";
import { MONTHS_SHOWN } from "../../../../../src/domain/figures/retention-triangle.ts";
import { triangleBlocks } from "../../../../../src/slack/blocks/value/retention-triangle.ts";

describe("the table of who joined and stayed", () => {
  it("says that those who only buy cannot be seen leaving in so few months", () => {
    expect(MONTHS_SHOWN * 31).toBeLessThan(ACTIVITY_WINDOW_DAYS);
    const blocks = triangleBlocks([{ month: "2026-10", joined: 3, kept: [3] }], "en");
    expect(JSON.stringify(blocks)).toContain(`A purchase counts for ${ACTIVITY_WINDOW_DAYS} days`);
  });

  it("has nothing to say of months in which nobody joined", () => {
    expect(triangleBlocks([{ month: "2026-10", joined: 0, kept: [0] }], "en")).toEqual([]);
  });
});
