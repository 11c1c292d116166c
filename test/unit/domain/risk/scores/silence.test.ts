import { describe, expect, it } from "vitest";
import {
  isNoSignal,
  leastSeenDays,
  noSignalReason,
  silenceReason,
} from "../../../../../src/domain/risk/scores/silence.ts";

const history = (purchaseDays: number, daysSinceFirstPurchase: number, contractAgeDays = Number.NaN) => ({
  purchaseDays,
  daysSinceFirstPurchase,
  contractAgeDays,
});

describe("silenceReason", () => {
  it.each([
    [history(1, 12), "not enough history yet: 1 purchase, 12 days"],
    [history(2, 1), "not enough history yet: 2 purchases, 1 day"],
    [history(0, Number.NaN, 29), "not enough history yet: no purchases, 29 days"],
    [history(0, Number.NaN), "not enough history yet: no purchases, no days"],
  ])("says what is there when it is too little", (given, reason) => {
    expect(silenceReason(given)).toBe(reason);
  });

  it.each([
    ["a month of history", history(1, 30)],
    ["a month of contract", history(0, Number.NaN, 30)],
    ["three purchase days", history(3, 5)],
    ["the longer of the two", history(1, 2, 400)],
  ])("is null with %s", (_, given) => {
    expect(silenceReason(given)).toBeNull();
  });
});

describe("what the model has seen", () => {
  const snapshot = (first: number[], contract: number[] = first.map(() => Number.NaN)) => ({
    rows: first.length,
    columns: [
      { kind: "number" as const, name: "daysSinceFirstPurchase", values: Float64Array.from(first) },
      { kind: "number" as const, name: "contractAgeDays", values: Float64Array.from(contract) },
    ],
  });
  const range = (from: number, count: number) => Array.from({ length: count }, (_, place) => from + place);

  it("is the history that all but one in a hundred rows had, over all snapshots", () => {
    expect(leastSeenDays([snapshot(range(1, 100)), snapshot(range(1, 100))])).toBe(2);
    expect(leastSeenDays([snapshot(range(40, 100))])).toBe(41);
    expect(leastSeenDays([snapshot([Number.NaN, 3], [50, 60])])).toBe(50);
    expect(leastSeenDays([snapshot(range(300, 100))])).toBe(90);
    expect(leastSeenDays([])).toBe(0);
  });

  it("silences those with less, however often they bought; a known minimum stays", () => {
    expect(silenceReason(history(5, 40), 41)).toBe("not enough history yet: 5 purchases, 40 days");
    expect(silenceReason(history(5, 41), 41)).toBeNull();
    expect(silenceReason(history(1, 12), 2)).toBe("not enough history yet: 1 purchase, 12 days");
  });
});

describe("where no signal was found", () => {
  it.each([
    [0.7512, "about 75 %"],
    [0.004, "under 1 %"],
    [0.997, "over 99 %"],
  ])("says what is true of everybody, never a false 0 or 100: %s", (probability, share) => {
    expect(noSignalReason(probability, 60)).toBe(
      `no signal found in this history: nothing in it tells who leaves; ${share} of all customers do within 60 days`,
    );
  });

  it("is told from the silence of one customer", () => {
    expect(isNoSignal(noSignalReason(0.3, 90))).toBe(true);
    expect(isNoSignal(silenceReason(history(1, 12)) ?? "")).toBe(false);
  });
});
