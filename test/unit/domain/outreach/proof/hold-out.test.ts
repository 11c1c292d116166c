import { expect, it } from "vitest";
import {
  ALL_PLAYBOOKS,
  DEFAULT_HOLD_OUT,
  fractionOf,
  isHeldOut,
} from "../../../../../src/domain/outreach/proof/hold-out.ts";

const CUSTOMERS = Array.from({ length: 20_000 }, (_, n) => n + 1);
const DAY = "2026-11-30";
const heldOut = (playbook: string, day = DAY, holdOut = DEFAULT_HOLD_OUT) =>
  new Set(CUSTOMERS.filter((id) => isHeldOut(id, playbook, day, holdOut)));
const both = (a: ReadonlySet<number>, b: ReadonlySet<number>) => [...a].filter((id) => b.has(id)).length;

it("holds out a tenth of each playbook's customers, and one in fifty of all", () => {
  const all = heldOut(ALL_PLAYBOOKS);
  const thanks = heldOut("thank");
  expect(all.size / CUSTOMERS.length).toBeCloseTo(0.02, 2);
  expect(thanks.size / CUSTOMERS.length).toBeCloseTo(0.1 + 0.02 - 0.002, 2);
  expect(both(all, thanks)).toBe(all.size);
});

it("is the same all quarter, and dealt anew for the next, for another playbook, and by another salt", () => {
  const own = heldOut("thank");
  expect(heldOut("thank", "2026-10-01")).toEqual(own);
  for (const other of [
    heldOut("thank", "2027-01-01"),
    heldOut("check-in"),
    heldOut("thank", DAY, { ...DEFAULT_HOLD_OUT, salt: "another" }),
  ])
    expect(both(own, other) / own.size).toBeLessThan(0.35);
});

it("is nobody where the shares are nothing", () => {
  expect(heldOut("thank", DAY, { ...DEFAULT_HOLD_OUT, playbookShare: 0, globalShare: 0 }).size).toBe(0);
});

it("never changes: who was held out in March has to be known in December", () => {
  expect(
    ["", "a", "mainstay|thank|2026-Q4|1", "客戶|42"].map((text) => fractionOf(text).toFixed(6)),
  ).toMatchInlineSnapshot(`
    [
      "0.668922",
      "0.103526",
      "0.585306",
      "0.828212",
    ]
  `);
});
