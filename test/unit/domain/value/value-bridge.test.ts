import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Stake } from "../../../../src/domain/value/stake.ts";
import { valueAtRisk } from "../../../../src/domain/value/value-at-risk.ts";
import { type HighAtMoment, valueBridge } from "../../../../src/domain/value/value-bridge.ts";

const known = (minor: number): Stake => ({ kind: "known", money: { minor, currency: "EUR" } });
const unknown: Stake = { kind: "unknown", because: "no-margin" };
const at = (stakes: Record<number, Stake>): HighAtMoment => ({
  high: Object.keys(stakes).map(Number),
  stakes: new Map(Object.entries(stakes).map(([id, stake]) => [Number(id), stake])),
});
const stepsOf = (bridge: ReturnType<typeof valueBridge>) =>
  Object.fromEntries((bridge?.steps ?? []).map(({ kind, customers, minor }) => [kind, [customers, minor]]));

describe("the bridge between two values at risk", () => {
  it("tells who is new, recovered, left, lost the score, or only moved", () => {
    const before = at({ 1: known(100), 2: known(200), 3: known(300), 4: known(400), 5: unknown });
    const now = at({ 1: known(150), 5: known(50), 6: known(70) });
    const scored = new Map([
      [1, 0.9],
      [2, 0.1],
      [4, null],
      [5, 0.7],
      [6, 0.6],
    ]);
    const bridge = valueBridge(before, now, scored);
    expect(bridge).toMatchObject({ currency: "EUR", startMinor: 1000, endMinor: 270, knownOnce: 1 });
    expect(stepsOf(bridge)).toEqual({
      new: [1, 70],
      recovered: [1, -200],
      left: [1, -300],
      "no-score": [1, -400],
      changed: [2, 100],
    });
  });

  it("counts what is at stake with those at high risk alone", () => {
    const stakes = new Map([1, 2].map((id) => [id, known(100 * id)]));
    const [before, now] = [
      { high: [1], stakes },
      { high: [2], stakes },
    ];
    const bridge = valueBridge(before, now, new Map([[1, 0.2]]));
    expect(bridge).toMatchObject({ startMinor: 100, endMinor: 200 });
    expect(stepsOf(bridge)).toMatchObject({ new: [1, 200], recovered: [1, -100] });
  });

  it("is none where nobody's value is known", () => {
    expect(valueBridge(at({ 1: unknown }), at({}), new Map())).toBeNull();
    expect(valueBridge(at({}), at({}), new Map())).toBeNull();
  });

  it("counts nobody whose value is known at neither moment", () => {
    const bridge = valueBridge(
      at({ 1: unknown, 2: known(5) }),
      at({ 1: unknown, 2: known(5) }),
      new Map([[1, 0.9]]),
    );
    expect(stepsOf(bridge)).toMatchObject({ changed: [1, 0] });
    expect(bridge?.knownOnce).toBe(0);
  });

  it("adds up to the minor unit, and to what the digest calls the value at risk, for any two weeks", () => {
    const stake = fc.oneof(
      fc.integer({ min: -1_000_000, max: 9_000_000_000 }).map(known),
      fc.constant(unknown),
    );
    const week = fc.dictionary(fc.integer({ min: 1, max: 40 }).map(String), stake).map(at);
    const risks = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.option(fc.double({ min: 0, max: 1, noNaN: true }))))
      .map((entries) => new Map(entries));
    fc.assert(
      fc.property(week, week, risks, (before, now, scored) => {
        const bridge = valueBridge(before, now, scored);
        if (bridge === null) return;
        const moved = bridge.steps.reduce((sum, { minor }) => sum + minor, 0);
        expect(bridge.startMinor + moved).toBe(bridge.endMinor);
        expect(bridge.startMinor).toBe(valueAtRisk(before.high, before.stakes).money?.minor ?? 0);
        expect(bridge.endMinor).toBe(valueAtRisk(now.high, now.stakes).money?.minor ?? 0);
        for (const { minor } of bridge.steps) expect(Number.isSafeInteger(minor)).toBe(true);
      }),
    );
  });
});
