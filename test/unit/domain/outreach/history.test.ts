import { describe, expect, it } from "vitest";
import type { Reader } from "../../../../src/domain/access.ts";
import { HISTORY_PAGE, type HistoryEvent, historyPage } from "../../../../src/domain/outreach/history.ts";
import { A_CUSTOMER } from "../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const bought = (place: number): HistoryEvent => ({
  ...{ kind: "activity", of: "order", at: new Date(NOW.getTime() - place), span: "day", from: "2026-12-09" },
  ...{ amount: { minor: 100 + place, currency: "EUR" }, quantity: null, products: ["Tea"], productsInAll: 1 },
});
const rep = (email: string): Reader => ({ role: "rep", email });
const page = (found: readonly HistoryEvent[], reader: Reader, place: "channel" | "money" = "channel") =>
  historyPage(A_CUSTOMER, found, { page: 2, upTo: NOW }, { reader, place });

describe("a page of a customer's history", () => {
  it("has amounts for those alone who may see them", () => {
    const amounts = (...asked: [Reader, ("channel" | "money")?]) => {
      const { entries, showsMoney } = page([bought(0)], ...asked);
      return [showsMoney, entries.map((entry) => entry.kind === "activity" && entry.amount)];
    };
    const shown = [true, [{ minor: 100, currency: "EUR" }]];
    expect(amounts(rep("ana@example.com"))).toEqual(shown);
    expect(amounts({ role: "manager", email: null })).toEqual(shown);
    expect(amounts(rep("ben@example.com"), "money")).toEqual(shown);
    expect(amounts(rep("ben@example.com"))).toEqual([false, [null]]);
    expect(amounts("everyone")).toEqual([false, [null]]);
  });

  it("tells that there is more, and does not show it", () => {
    const events = (n: number) => Array.from({ length: n }, (_, place) => bought(place));
    expect(page(events(HISTORY_PAGE), "everyone")).toMatchObject({ hasOlder: false, page: 2, upTo: NOW });
    const full = page(events(HISTORY_PAGE + 1), "everyone");
    expect(full.hasOlder).toBe(true);
    expect(full.entries).toHaveLength(HISTORY_PAGE);
  });

  it.each([
    [0.5, "high"],
    [0.49, "medium"],
    [0.25, "medium"],
    [0.24, "low"],
  ])("says of a risk of %d which band it is in: %s", (probability, band) => {
    const event = { kind: "risk", at: NOW, probability, before: null, modelChanged: false } as const;
    expect(page([event], "everyone").entries).toEqual([{ ...event, band }]);
  });
});
