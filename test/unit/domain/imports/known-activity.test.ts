import { expect, it } from "vitest";
import type { Activity } from "../../../../src/domain/activity.ts";
import {
  type KeptActivity,
  lineId,
  settleActivities,
  type ToldActivity,
} from "../../../../src/domain/imports/known-activity.ts";
import { commandLineText } from "../../../../src/words/command-line.ts";

const THIS_IMPORT = 2;

function told(
  category: string | null,
  amountMinor: number | null,
  more: Partial<Activity> = {},
): ToldActivity {
  const activity: Activity = {
    source: "shop",
    externalId: "O1",
    kind: "order",
    at: new Date("2026-03-05T00:00:00Z"),
    amountMinor,
    currency: amountMinor === null ? null : "EUR",
    category,
    quantity: null,
    document: null,
    note: null,
    ...more,
  };
  return { customer: "C1", customerId: 1, activity };
}

function kept(row: ToldActivity, more: Partial<KeptActivity> = {}): KeptActivity {
  return { ...row, importId: 1, closedThrough: null, ...more };
}

const line = (place: number, row: ToldActivity): ToldActivity => ({
  ...row,
  activity: { ...row.activity, externalId: place === 1 ? "O1" : lineId("O1", place) },
});

/** What is kept in the end: contents without ids, in any order. */
function after(rows: readonly ToldActivity[], lines: readonly KeptActivity[]): string[] {
  const held = new Map(lines.map(({ activity }) => [activity.externalId, activity]));
  for (const each of settleActivities(rows, lines, [], THIS_IMPORT))
    if (each.kind === "new" || each.kind === "changed")
      held.set(each.told.activity.externalId, each.told.activity);
  return [...held.values()].map(({ category, amountMinor }) => `${category} ${amountMinor}`).sort();
}

it("makes rows of one file that share an id lines of one order, in whatever order they stand", () => {
  const rows = [told("Chair", 100), told("Table", 50), told("Chair", 100)];
  expect(settleActivities(rows, [], [], THIS_IMPORT)).toEqual([
    { kind: "new", told: told("Chair", 100) },
    { kind: "new", told: line(2, told("Table", 50)) },
    { kind: "there-already" },
  ]);
  expect(after([...rows].reverse(), [])).toEqual(after(rows, []));
});

it("changes nothing where every line is kept as the file tells it", () => {
  const lines = [kept(told("Chair", 100)), kept(line(2, told("Table", 50)))];
  const again = settleActivities([told("Table", 50), told("Chair", 100)], lines, [], THIS_IMPORT);
  expect(again.map(({ kind }) => kind)).toEqual(["there-already", "there-already"]);
});

it("changes the line of the same product and leaves the one that another row tells as it is", () => {
  const lines = [kept(told("Chair", 100)), kept(line(2, told("Table", 50)))];
  const rows = [told("Lamp", 10), told("Table", 60), told("Chair", 100)];
  for (const some of [rows, [...rows].reverse()])
    expect(after(some, lines)).toEqual(["Chair 100", "Lamp 10", "Table 60"]);
  expect(settleActivities(rows, lines, [], THIS_IMPORT)[1]).toMatchObject({
    kind: "changed",
    before: { activity: { amountMinor: 50 } },
    told: { activity: { externalId: "O1 #2", amountMinor: 60 } },
  });
});

it("takes a row that the batch before told for told", () => {
  const rows = settleActivities(
    [told("Lamp", 10)],
    [kept(told("Chair", 100))],
    [told("Chair", 100)],
    THIS_IMPORT,
  );
  expect(rows).toEqual([{ kind: "new", told: line(2, told("Lamp", 10)) }]);
});

it("never changes what another line of the same file told", () => {
  const own = kept(told("Chair", 100), { importId: THIS_IMPORT });
  expect(settleActivities([told("Chair", 80)], [own], [], THIS_IMPORT)).toMatchObject([
    { kind: "new", told: { activity: { externalId: "O1 #2" } } },
  ]);
});

it.each([
  [{ ...told("Chair", 100), customer: "C2", customerId: 2 }, /is order of C2 .*another external_id/s],
  [told("Chair", 100, { kind: "refund" }), /here it is refund of C1/],
])("refuses an id that is used again for another customer or kind, with both shown", (row, text) => {
  const [settled] = settleActivities([row], [kept(told("Chair", 100))], [], THIS_IMPORT);
  expect(settled).toMatchObject({ kind: "rejected", rejection: { reason: "already_recorded" } });
  const problem = settled?.kind === "rejected" ? commandLineText(settled.rejection.problems[0]) : "";
  expect(problem).toMatch(/“O1” is on record as order of C1 at 2026-03-05T00:00:00.000Z, €1.00/);
  expect(problem.replaceAll("here it is order", "is order")).toMatch(text);
});

it("refuses a second line with another time, which is no line of the same order", () => {
  const later = told("Chair", 80, { at: new Date("2026-03-06T00:00:00Z") });
  const [, settled] = settleActivities([told("Chair", 100), later], [], [], THIS_IMPORT);
  expect(settled).toMatchObject({
    rejection: { problems: [{ code: "rejected.recorded-other-time" }] },
  });
});

it.each([
  ["another amount", told("Chair", 80), "rejected"],
  ["another day", told("Chair", 100, { at: new Date("2026-03-06T00:00:00Z") }), "rejected"],
  ["another note", told("Chair", 100, { note: "by phone" }), "changed"],
])("keeps what closed books count: %s", (_, row, kind) => {
  const closed = kept(told("Chair", 100), { closedThrough: "2026-03-31" });
  const [settled] = settleActivities([row], [closed], [], THIS_IMPORT);
  expect(settled?.kind).toBe(kind);
  if (settled?.kind === "rejected")
    expect(commandLineText(settled.rejection.problems[0])).toMatch(
      /closed through 2026-03-31.*line of its own/,
    );
});
