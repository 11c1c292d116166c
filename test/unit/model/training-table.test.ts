import { describe, expect, test } from "vitest";
import { stackSnapshots } from "../../../model/training-table.ts";
import type { LabelledDataset } from "../../../src/domain/risk/dataset.ts";
import { syntheticCustomers } from "./synthetic.ts";

const first = syntheticCustomers(120, 1);
const second = syntheticCustomers(80, 2);
const daysOf = (table: Pick<LabelledDataset, "columns">) => [...(table.columns[0]!.values as Float64Array)];

describe("stackSnapshots", () => {
  test("puts snapshots below each other and says where the latest starts", () => {
    const { rows, latestFrom } = stackSnapshots([first, second], { maxRows: 1000, seed: 1, horizonDays: 90 });
    expect(daysOf(rows)).toEqual([...daysOf(first), ...daysOf(second)]);
    expect([...rows.labels]).toEqual([...first.labels, ...second.labels]);
    expect(rows.columns[2]!.values).toEqual([...first.columns[2]!.values, ...second.columns[2]!.values]);
    expect(latestFrom).toBe(120);
  });

  test("goes back to an earlier snapshot where the latest is too small to stop by", () => {
    const tiny = { ...syntheticCustomers(9, 3) };
    expect(
      stackSnapshots([first, second, tiny], { maxRows: 1000, seed: 1, horizonDays: 90 }).latestFrom,
    ).toBe(120);
    expect(stackSnapshots([tiny], { maxRows: 1000, seed: 1, horizonDays: 90 }).latestFrom).toBe(0);
  });

  test("rows of one customer share a group across snapshots; rows without one stand alone", () => {
    const known = (table: LabelledDataset) => ({ ...table, groups: Int32Array.from(table.labels.keys()) });
    const { groups } = stackSnapshots([known(first), known(second)], {
      maxRows: 1000,
      seed: 1,
      horizonDays: 90,
    });
    expect(groups[5]).toBe(groups[125]);
    const alone = stackSnapshots([first, second], { maxRows: 1000, seed: 1, horizonDays: 90 }).groups;
    expect(new Set(alone).size).toBe(200);
  });

  test("columns are matched by name, and snapshots that disagree are refused", () => {
    const turned = { ...second, columns: [...second.columns].reverse() };
    expect(daysOf(stackSnapshots([first, turned], { maxRows: 1000, seed: 1, horizonDays: 90 }).rows)).toEqual(
      [...daysOf(first), ...daysOf(second)],
    );
    const without = { ...second, columns: second.columns.slice(1) };
    expect(() => stackSnapshots([first, without], { maxRows: 1000, seed: 1, horizonDays: 90 })).toThrow(
      /"days"/,
    );
  });

  test("a long history is sampled to the bound, by the seed, keeping values with their labels", () => {
    const sampled = stackSnapshots([first, second], { maxRows: 50, seed: 9, horizonDays: 90 }).rows;
    expect(sampled.rows).toBe(50);
    expect(stackSnapshots([first, second], { maxRows: 50, seed: 9, horizonDays: 90 }).rows).toEqual(sampled);
    expect(
      daysOf(stackSnapshots([first, second], { maxRows: 50, seed: 10, horizonDays: 90 }).rows),
    ).not.toEqual(daysOf(sampled));
    const bends = [first, second].flatMap((table) =>
      [...(table.columns[1]!.values as Float64Array)].map((bend, row): [number, number] => [
        bend,
        table.labels[row]!,
      ]),
    );
    const labelOf = new Map(bends);
    for (const [row, bend] of (sampled.columns[1]!.values as Float64Array).entries()) {
      expect(labelOf.get(bend)).toBe(sampled.labels[row]);
    }
  });

  test("a sampled customer brings all their snapshots, and nobody else's", () => {
    // Customers come and go: the first snapshot knows 0–119, the second 40–139, the third 100–179.
    const snapshot = (from: number, to: number, seed: number): LabelledDataset => ({
      ...syntheticCustomers(to - from, seed),
      groups: Int32Array.from({ length: to - from }, (_, row) => from + row),
    });
    const snapshots = [snapshot(0, 120, 4), snapshot(40, 140, 5), snapshot(100, 180, 6)];
    const placesOf = (groups: Int32Array, of: Int32Array) => {
      const places = new Map<number, number[]>();
      for (const [row, group] of groups.entries())
        places.set(group, [...(places.get(group) ?? []), of[row]!]);
      return places;
    };
    const stack = (maxRows: number, seed: number) =>
      stackSnapshots(snapshots, { maxRows, seed, horizonDays: 90 });
    const whole = stack(1000, 1);
    const everybody = placesOf(whole.groups, whole.snapshots.snapshots);
    for (const [maxRows, seed] of [
      [150, 1],
      [150, 2],
      [60, 3],
      [299, 4],
    ] as const) {
      const { rows, groups, snapshots: of } = stack(maxRows, seed);
      expect(rows.rows).toBeLessThanOrEqual(maxRows);
      // The next customer in the draw, of three rows at most, no longer fitted in.
      expect(rows.rows).toBeGreaterThan(maxRows - 3);
      for (const [customer, places] of placesOf(groups, of.snapshots))
        expect(places, `customer ${customer}`).toEqual(everybody.get(customer));
    }
  });

  test("undated snapshots leave all undated; dated ones keep their days and their rows' places", () => {
    const asOf = new Date("2025-03-01T00:00:00Z");
    const stack = (tables: readonly LabelledDataset[]) =>
      stackSnapshots(tables, { maxRows: 1000, seed: 1, horizonDays: 90 }).snapshots;
    expect(stack([{ ...first, asOf }, second]).days).toEqual([]);
    const { days, snapshots } = stack([
      { ...first, asOf },
      { ...second, asOf: new Date("2025-03-31T00:00:00Z") },
    ]);
    expect(days[1]! - days[0]!).toBe(30);
    expect([snapshots[119], snapshots[120]]).toEqual([0, 1]);
  });
});
