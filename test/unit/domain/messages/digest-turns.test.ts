import { expect, it } from "vitest";
import { type Turn, turnedThemselves } from "../../../../src/domain/customers/won-and-lost.ts";
import { digestTurns } from "../../../../src/domain/messages/digest-turns.ts";

const turned = (customerId: number, turn: Turn) => ({ customerId, name: `Customer ${customerId}`, turn });
const eur = (minor: number) => ({ minor, currency: "EUR" });

it("counts each kind and names the three largest, those of unknown size last", () => {
  const all = [1, 2, 3, 4, 5].map((id) => turned(id, "lapsed"));
  const sizes = new Map([
    [2, eur(100)],
    [4, eur(900)],
    [5, eur(100)],
  ]);
  const { lapsed, started } = digestTurns([...all, turned(9, "started")], sizes, 90);
  expect(lapsed.count).toBe(5);
  expect(lapsed.top.map(({ customerId }) => customerId)).toEqual([4, 2, 5]);
  expect(started).toEqual({ count: 1, top: [{ customerId: 9, name: "Customer 9", yearMoney: null }] });
  const { ended, "came-back": back } = digestTurns([], sizes, 90);
  expect([ended, back]).toEqual([
    { count: 0, top: [] },
    { count: 0, top: [] },
  ]);
});

it("calls nobody lost, or come back, for the silence of a source; a contract's days count all the same", () => {
  const found = (["started", "came-back", "ended", "lapsed"] as const).flatMap((turn, place) => [
    { ...turned(place, turn), source: "crm" },
    { ...turned(10 + place, turn), source: "shop" },
  ]);
  const told = turnedThemselves(found, new Set(["shop"]));
  expect(told.map(({ customerId }) => customerId)).toEqual([0, 10, 1, 2, 12, 3]);
  expect(told[0]).toEqual(turned(0, "started"));
});
