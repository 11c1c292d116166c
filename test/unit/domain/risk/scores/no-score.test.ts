import { describe, expect, it } from "vitest";
import type { Phrase } from "../../../../../src/domain/phrase.ts";
import {
  isNoSignal,
  leastSeenDays,
  noSignal,
  shortHistory,
} from "../../../../../src/domain/risk/scores/no-score.ts";
import { textOf } from "../../../../../src/words/text.ts";

const history = (purchaseDays: number, daysSinceFirstPurchase: number, contractAgeDays = Number.NaN) => ({
  purchaseDays,
  daysSinceFirstPurchase,
  contractAgeDays,
});

describe("too short a history", () => {
  it.each([
    [history(1, 12), "not enough history yet: 1 purchase in 12 days"],
    [history(2, 1), "not enough history yet: 2 purchases in 1 day"],
    [history(0, Number.NaN, 29), "not enough history yet: no purchases in 29 days"],
    [history(0, Number.NaN), "not enough history yet: no purchases in 0 days"],
  ])("says what is there when it is too little", (given, reason) => {
    const told = shortHistory(given);
    expect(told?.code).toBe("no-score.short-history");
    expect(told && textOf(told, "en")).toBe(reason);
  });

  it.each([
    ["a month of history", history(1, 30)],
    ["a month of contract", history(0, Number.NaN, 30)],
    ["three purchase days", history(3, 5)],
    ["the longer of the two", history(1, 2, 400)],
  ])("is null with %s", (_, given) => {
    expect(shortHistory(given)).toBeNull();
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

  it("leaves out those with less, however often they bought; a known minimum stays", () => {
    expect(shortHistory(history(5, 40), 41)?.parameters).toEqual({ purchases: 5, days: 40 });
    expect(shortHistory(history(5, 41), 41)).toBeNull();
    expect(shortHistory(history(1, 12), 2)?.parameters).toEqual({ purchases: 1, days: 12 });
  });
});

describe("where no signal was found", () => {
  it.each([
    [0.7512, "about 75 %"],
    [0.004, "under 1 %"],
    [0.997, "over 99 %"],
  ])("says what is true of everybody, never a false 0 or 100: %s", (probability, share) => {
    expect(textOf(noSignal(probability, 60), "en")).toBe(
      `no signal found in this history: nothing in it tells who leaves; ${share} of all customers do within 60 days`,
    );
  });

  it("is told from what one customer lacks", () => {
    expect(isNoSignal(noSignal(0.3, 90))).toBe(true);
    expect(shortHistory(history(1, 12))).toSatisfy((told: Phrase) => !isNoSignal(told));
  });
});
