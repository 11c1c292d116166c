import { describe, expect, it } from "vitest";
import { type RiskPoint, riskMovement } from "../../../../src/domain/risk/risk-movement.ts";

const point = (
  customerId: number,
  probability: number | null,
  previousProbability: number | null = null,
  hasOwner = true,
): RiskPoint => ({
  ...{ customerId, source: "test", probability, previousProbability, hasOwner },
  previousScoredAt: previousProbability === null ? null : new Date("2026-11-16T04:00:00Z"),
});
const ids = (points: readonly RiskPoint[]) => points.map(({ customerId }) => customerId);

describe("risk movement", () => {
  it("sorts everybody into one band, or among the unscored", () => {
    const movement = riskMovement([
      point(1, 0.5),
      point(2, 0.49),
      point(3, 0.25),
      point(4, 0.24),
      point(5, null),
    ]);
    expect(movement.customersAtRisk).toEqual({ high: 1, medium: 2, low: 1 });
    expect(movement.unscored).toBe(1);
  });

  it("calls new who was not high a week ago, riskiest first", () => {
    const movement = riskMovement([
      point(1, 0.6, 0.4),
      point(2, 0.9, 0.8),
      point(3, 0.7),
      point(4, 0.4, 0.1),
    ]);
    expect(ids(movement.newlyHigh)).toEqual([3, 1]);
    expect(ids(movement.high)).toEqual([2, 3, 1]);
  });

  it("names only steps of ten points, biggest first, and none without an earlier score", () => {
    const movement = riskMovement([
      point(1, 0.4, 0.3),
      point(2, 0.4, 0.31),
      point(3, 0.9, 0.1),
      point(4, 0.2, 0.5),
      point(5, 0.1, 0.9),
      point(6, 0.9),
      point(7, null, 0.9),
    ]);
    expect(ids(movement.risers)).toEqual([3, 1]);
    expect(ids(movement.fallers)).toEqual([5, 4]);
  });

  it("names nobody whose data stopped or paused, or whose earlier score is of before, but counts them all", () => {
    const frozen = (one: RiskPoint) => ({ ...one, source: "crm" });
    const points = [
      point(1, 0.9, 0.1),
      frozen(point(2, 0.9, 0.1)),
      frozen(point(3, 0.1, 0.9)),
      frozen(point(4, 0.8)),
      { ...point(5, 0.7, 0.1), previousScoredAt: new Date("2026-11-09T03:59:59Z") },
    ];
    const comparedFrom = new Date("2026-11-09T04:00:00Z");
    const movement = riskMovement(points, { sources: new Set(["crm"]), comparedFrom });
    expect(ids(movement.high)).toEqual([1, 2, 4, 5]);
    expect([movement.newlyHigh, movement.risers, movement.fallers].map(ids)).toEqual([[1], [1], []]);
    const all = riskMovement(points);
    expect([all.newlyHigh, all.risers, all.fallers].map(ids)).toEqual([[1, 2, 4, 5], [1, 2, 5], [3]]);
  });

  it("counts who is at high risk without an owner", () => {
    expect(
      riskMovement([point(1, 0.6, null, false), point(2, 0.1, null, false)]).highWithoutOwner.map(
        ({ customerId }) => customerId,
      ),
    ).toEqual([1]);
  });

  it("has nothing to say about an empty file", () => {
    expect(riskMovement([])).toMatchObject({ customersAtRisk: { high: 0, medium: 0, low: 0 }, unscored: 0 });
  });
});
