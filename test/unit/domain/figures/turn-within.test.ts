import { describe, expect, it } from "vitest";
import { customerSpans } from "../../../../src/domain/figures/customer-days.ts";
import type { CustomerHistory } from "../../../../src/domain/figures/customer-history.ts";
import { turnWithin } from "../../../../src/domain/figures/turn-within.ts";
import { NO_HISTORY } from "../../../support/customer-history.ts";

const WEEK = { fromDay: "2026-11-16", toDay: "2026-11-22" };
const history = (given: Partial<CustomerHistory>): CustomerHistory => ({ ...NO_HISTORY, ...given });
const bought = (...days: string[]) => ({ purchases: days.map((day) => ({ bookedOn: day, day })) });
const contract = (startedOn: string, endedOn: string | null = null) => ({
  ...{ startedOn, endedOn, continues: false, prices: [] },
});

describe("what became of a customer in a week", () => {
  it.each([
    ["a first purchase", bought("2026-11-18"), "started"],
    ["a contract that begins", { contracts: [contract("2026-11-22")] }, "started"],
    ["a purchase after a year's silence", bought("2025-08-20", "2026-11-18"), "came-back"],
    ["a year's silence that is over", bought("2025-11-16"), "lapsed"],
    ["one that was over before", bought("2025-11-15"), null],
    ["a contract's last day", { contracts: [contract("2025-01-01", "2026-11-20")] }, "ended"],
    [
      "an end that the file says",
      { ...bought("2026-10-01"), ends: [{ endedOn: "2026-11-17", resumedOn: null }] },
      "ended",
    ],
    ["a contract for a few days", { contracts: [contract("2026-11-17", "2026-11-20")] }, "ended"],
    [
      "an end and a new beginning",
      { contracts: [contract("2025-01-01", "2026-11-17"), contract("2026-11-20")] },
      "came-back",
    ],
    ["nothing", bought("2026-08-20", "2026-11-18"), null],
  ])("%s", (_what, given, turn) => {
    const one = history(given);
    expect(turnWithin(one, customerSpans(one), WEEK)?.turn ?? null).toBe(turn);
  });

  it("says on which day", () => {
    const day = (given: Parameters<typeof history>[0]) => {
      const one = history(given);
      return turnWithin(one, customerSpans(one), WEEK)?.on;
    };
    expect(day({ contracts: [contract("2026-11-17", "2026-11-20")] })).toBe("2026-11-20");
    expect(day({ contracts: [contract("2025-01-01", "2026-11-17"), contract("2026-11-20")] })).toBe(
      "2026-11-20",
    );
  });
});
