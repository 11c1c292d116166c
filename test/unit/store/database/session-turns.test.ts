import { describe, expect, it } from "vitest";
import {
  type LastTurn,
  nextTurn,
  SHORT_MS,
  type Waiting,
} from "../../../../src/store/database/session-turns.ts";

const NOW = 10_000;
const waiting = (client: number, expectedMs: number, sinceMs = NOW - 1): Waiting => ({
  client,
  goesFirst: false,
  expectedMs,
  sinceMs,
});
const [SHORT, LONG] = [1, 20];
const ended = (client: number, isShort: boolean, msAgo: number): LastTurn => ({
  ...{ client, isShort, endedMs: NOW - msAgo },
});

describe("nextTurn", () => {
  it("is the one's who takes least, however many came before", () => {
    const all = [waiting(1, LONG), waiting(2, SHORT + 1), waiting(3, SHORT), waiting(4, SHORT)];
    expect(nextTurn(all, null, NOW)).toEqual({ kind: "now", place: 2 });
  });

  it("is the first one's where all want something long", () => {
    expect(nextTurn([waiting(1, LONG), waiting(2, LONG)], null, NOW)).toEqual({ kind: "now", place: 0 });
  });

  it("waits a moment for the next question of who has just had a short answer", () => {
    expect(nextTurn([waiting(1, LONG)], ended(2, true, 1), NOW)).toEqual({ kind: "later", ms: 2 });
    expect(nextTurn([waiting(1, LONG)], ended(2, true, 3), NOW)).toEqual({ kind: "now", place: 0 });
    expect(nextTurn([waiting(1, LONG)], ended(2, false, 1), NOW)).toEqual({ kind: "now", place: 0 });
  });

  it("need not wait where that next question is the long one", () => {
    const all = [waiting(1, LONG), waiting(2, LONG)];
    expect(nextTurn(all, ended(2, true, 1), NOW)).toEqual({ kind: "now", place: 1 });
  });

  it("is at last the one's who has waited twelve times what they take", () => {
    const all = [waiting(1, LONG, NOW - 12 * LONG), waiting(2, SHORT)];
    expect(nextTurn(all, ended(2, true, 1), NOW)).toEqual({ kind: "now", place: 0 });
    expect(nextTurn([waiting(1, LONG, NOW - 12 * LONG + 1), waiting(2, SHORT)], null, NOW)).toMatchObject({
      place: 1,
    });
  });

  it("is before all others who must be told within moments", () => {
    const all = [
      waiting(1, LONG, NOW - 12 * LONG),
      waiting(2, SHORT),
      { ...waiting(3, LONG), goesFirst: true },
    ];
    expect(nextTurn(all, ended(2, true, 1), NOW)).toEqual({ kind: "now", place: 2 });
  });

  it("holds nothing back but what is long", () => {
    const last = ended(2, true, 1);
    expect(nextTurn([waiting(1, SHORT_MS)], last, NOW)).toMatchObject({ kind: "later" });
    expect(nextTurn([waiting(1, SHORT_MS - 0.1)], last, NOW)).toMatchObject({ kind: "now" });
  });
});
