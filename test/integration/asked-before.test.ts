import { describe, expect, it } from "vitest";
import { askedBeforeStore } from "../../src/store/asking/asked-before.ts";
import { scoreHistoryStore } from "../../src/store/risk/score-history.ts";
import { addCustomer, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 11, 9, 14, minute));
const ANA = { conversation: "D1", memberId: "U1" };

describeOnEachDatabase("what was asked before", (database) => {
  it("is the newest of a person in a conversation, and nobody else's", async () => {
    const store = askedBeforeStore(database());
    await store.note(ANA, { intent: "card", customerId: 7, at: at(1) });
    await store.note(ANA, { intent: "why", customerId: 8, at: at(3) });
    // Of two at once the later one stays, whichever is kept first.
    await store.note(ANA, { intent: "costs", customerId: 9, at: at(2) });
    expect(await store.last(ANA, at(0))).toEqual({ intent: "why", customerId: 8, at: at(3) });
    expect(await store.last(ANA, at(4))).toBeNull();
    expect(await store.last({ ...ANA, memberId: "U2" }, at(0))).toBeNull();
    expect(await store.last({ ...ANA, conversation: "D2" }, at(0))).toBeNull();
  });

  it("is nothing where only a newer version knows what was asked", async () => {
    const store = askedBeforeStore(database());
    await store.note(ANA, { intent: "card", customerId: null, at: at(1) });
    await database().pool.query("UPDATE asked_before SET intent = 'from-the-future'");
    expect(await store.last(ANA, at(0))).toBeNull();
  });

  it("is forgotten", async () => {
    const store = askedBeforeStore(database());
    await store.note(ANA, { intent: "card", customerId: null, at: at(1) });
    expect(await store.forgetOld(at(1))).toBe(0);
    expect(await store.forgetOld(at(2))).toBe(1);
  });

  describe("since when a risk is high", () => {
    const day = (date: number) => `2026-12-0${date}T12:00:00Z`;
    const since = async (scores: ReadonlyArray<number | undefined>, upTo = day(9)) => {
      const id = await addCustomer(database(), { name: "Acme" });
      for (const [place, probability] of scores.entries())
        await addScore(database(), id, { asOf: day(place + 1), ...(probability ? { probability } : {}) });
      return scoreHistoryStore(database()).highSince(id, new Date(upTo), 0.5);
    };

    it("is the first scoring after the last one below", async () => {
      const told = await since([0.6, 0.4, undefined, 0.5, 0.7]);
      expect(told.since).toEqual(new Date(day(4)));
      expect(told.before?.asOf).toEqual(new Date(day(2)));
      expect(told.before?.probability).toBeCloseTo(0.4);
    });

    it("is the first scoring of all where none was below", async () => {
      expect(await since([undefined, 0.6, 0.7])).toEqual({ since: new Date(day(2)), before: null });
    });

    it("is never where it is not high now, and where nobody was scored", async () => {
      expect((await since([0.6, 0.4])).since).toBeNull();
      await database().pool.query("DELETE FROM scores; DELETE FROM customers");
      expect(await since([undefined])).toEqual({ since: null, before: null });
    });

    it("knows nothing of what came after", async () => {
      expect((await since([0.4, 0.6, 0.3], day(2))).since).toEqual(new Date(day(2)));
    });
  });
});
