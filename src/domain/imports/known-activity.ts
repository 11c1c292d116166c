import type { Activity } from "../activity.ts";
import type { Day } from "../calendar.ts";
import { type Phrase, phrase } from "../phrase.ts";
import { type Rejection, rejection } from "../rejection.ts";

/** An activity as a file tells it. */
export type ToldActivity = {
  readonly customer: string;
  readonly customerId: number;
  readonly activity: Activity;
};

/** What is kept under an id: written by an import (null: told another way), on a day of closed books or not. */
export type KeptActivity = ToldActivity & {
  readonly importId: number | null;
  readonly closedThrough: Day | null;
};

/** What becomes of a row whose id is known already, or stands twice in its file. */
export type SettledActivity =
  | { readonly kind: "new"; readonly told: ToldActivity }
  | { readonly kind: "there-already" }
  | { readonly kind: "changed"; readonly before: KeptActivity; readonly told: ToldActivity }
  | { readonly kind: "rejected"; readonly rejection: Rejection };

/** The id under which a further line of the same order is kept. @param place 2 for the second one */
export const lineId = (externalId: string, place: number): string => `${externalId} #${place}`;

/**
 * Settles the rows of one id: a row that is kept already changes nothing; one with other facts changes what another
 * import told, each kept row once and that of the same product first; rows of one file that share their id are lines of
 * one order. So the order of rows never decides what is kept in the end.
 * @param kept rows under this id, its first line first
 * @param seen rows of this id that this file told before
 * @param importId whose own rows are never changed by it: they come from other lines of the same file
 * @returns in the order of `rows`
 */
export function settleActivities(
  rows: readonly ToldActivity[],
  kept: readonly KeptActivity[],
  seen: readonly ToldActivity[],
  importId: number,
): SettledActivity[] {
  const lines = kept.map((line) => ({
    line,
    taken: line.importId === importId || isAmong(line, [...rows, ...seen]),
  }));
  const settled: Array<SettledActivity | undefined> = rows.map((row) =>
    isAmong(row, kept) ? { kind: "there-already" } : undefined,
  );
  for (const sameProduct of [true, false]) {
    for (const [place, row] of rows.entries()) {
      if (settled[place]) continue;
      const candidate = lines.find(
        ({ line, taken }) => !taken && (!sameProduct || line.activity.category === row.activity.category),
      );
      if (sameProduct && !candidate) continue;
      settled[place] = settle(
        row,
        lines.map(({ line }) => line),
        candidate?.line,
      );
      const line = keptFrom(settled[place], importId);
      if (line === null) continue;
      if (candidate) lines[lines.indexOf(candidate)] = { line, taken: true };
      else lines.push({ line, taken: true });
    }
  }
  return settled.map((each) => each ?? { kind: "there-already" });
}

function settle(
  row: ToldActivity,
  lines: readonly KeptActivity[],
  candidate?: KeptActivity,
): SettledActivity {
  const [first] = lines;
  if (first === undefined) return { kind: "new", told: row };
  if (isAmong(row, lines)) return { kind: "there-already" };
  if (first.customerId !== row.customerId || first.activity.kind !== row.activity.kind)
    return rejected("rejected.recorded-otherwise", row, first);
  if (candidate) return changed(row, candidate);
  if (first.activity.at.getTime() !== row.activity.at.getTime())
    return rejected("rejected.recorded-other-time", row, first);
  const externalId = lineId(row.activity.externalId, lines.length + 1);
  return { kind: "new", told: { ...row, activity: { ...row.activity, externalId } } };
}

function changed(row: ToldActivity, before: KeptActivity): SettledActivity {
  if (before.closedThrough !== null && !countsTheSame(row.activity, before.activity))
    return rejected("rejected.recorded-closed", row, before, { through: { day: before.closedThrough } });
  const { externalId } = before.activity;
  return { kind: "changed", before, told: { ...row, activity: { ...row.activity, externalId } } };
}

function keptFrom(settled: SettledActivity, importId: number): KeptActivity | null {
  if (settled.kind !== "new" && settled.kind !== "changed") return null;
  const closedThrough = settled.kind === "changed" ? settled.before.closedThrough : null;
  return { ...settled.told, importId, closedThrough };
}

const FACTS = ["amountMinor", "currency", "category", "quantity", "document", "note"] as const;

function isAmong(told: ToldActivity, others: readonly ToldActivity[]): boolean {
  return others.some((other) => isSame(told, other));
}

function isSame(a: ToldActivity, b: ToldActivity): boolean {
  return (
    a.customerId === b.customerId &&
    a.activity.kind === b.activity.kind &&
    a.activity.at.getTime() === b.activity.at.getTime() &&
    FACTS.every((fact) => a.activity[fact] === b.activity[fact])
  );
}

/** Whether no figure of closed days would be another. */
function countsTheSame(a: Activity, b: Activity): boolean {
  return a.at.getTime() === b.at.getTime() && a.amountMinor === b.amountMinor && a.currency === b.currency;
}

function rejected(
  code: string,
  here: ToldActivity,
  recorded: ToldActivity,
  more: Phrase["parameters"] = {},
): SettledActivity {
  const { externalId } = here.activity;
  const facts = { externalId, here: described(here), recorded: described(recorded), ...more };
  return { kind: "rejected", rejection: rejection("already_recorded", phrase(code, facts)) };
}

function described({ customer, activity }: ToldActivity): Phrase {
  const { kind, at, amountMinor, currency } = activity;
  const facts = { customer, kind, at: at.toISOString() };
  if (amountMinor === null || currency === null) return phrase("rejected.activity", facts);
  return phrase("rejected.activity-amount", { ...facts, amount: { minor: amountMinor, currency } });
}
