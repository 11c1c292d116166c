import { type Phrase, phrase } from "../../phrase.ts";
import { uniformNumbers } from "./uniform-numbers.ts";

export type ReadFolds =
  | { readonly kind: "folds"; readonly folds: Int32Array }
  | { readonly kind: "refused"; readonly reason: Phrase };

/**
 * Deals the rows into folds of equal size and equal share of churned, at random by the seed: the same labels, number
 * and seed give the same folds. Numbered from 0.
 */
export function stratifiedFolds(labels: Uint8Array, count: number, seed: number): ReadFolds {
  for (const [label, called] of [
    [1, "churned"],
    [0, "stayed"],
  ] as const) {
    const rows = labels.reduce((sum, other) => sum + Number(other === label), 0);
    if (rows < count) return refused(phrase("table.too-few-for-folds", { rows, called, folds: count }));
  }
  const random = uniformNumbers(seed);
  const order = shuffled(labels.length, random);
  // Those who churned first, so that dealing them out in turn gives each fold its share of both kinds.
  order.sort((a, b) => (labels[b] ?? 0) - (labels[a] ?? 0));
  const folds = new Int32Array(labels.length);
  for (const [place, row] of order.entries()) folds[row] = place % count;
  return { kind: "folds", folds };
}

/**
 * The same for rows of which several describe one customer: those of a group share a fold, and the folds come out as equal
 * in churned, then in rows, as groups allow.
 */
export function groupedFolds(labels: Uint8Array, groups: Int32Array, count: number, seed: number): ReadFolds {
  const dealt = stratifiedFolds(labels, count, seed);
  if (dealt.kind === "refused") return dealt;
  const random = uniformNumbers(seed);
  const known = groupsOf(labels, groups);
  const order = shuffled(known.length, random).flatMap((place) => known[place] ?? []);
  order.sort((a, b) => b.churned - a.churned || b.rows.length - a.rows.length);
  const sizes = Array.from({ length: count }, () => ({ churned: 0, rows: 0 }));
  const folds = new Int32Array(labels.length);
  for (const { rows, churned } of order) {
    const fold = emptiest(sizes, churned > 0);
    for (const row of rows) folds[row] = fold;
    const size = sizes[fold];
    if (size === undefined) continue;
    size.churned += churned;
    size.rows += rows.length;
  }
  return { kind: "folds", folds };
}

type Group = { readonly rows: number[]; churned: number };

function groupsOf(labels: Uint8Array, groups: Int32Array): readonly Group[] {
  const found = new Map<number, Group>();
  for (const [row, group] of groups.entries()) {
    const own = found.get(group) ?? { rows: [], churned: 0 };
    own.rows.push(row);
    own.churned += labels[row] ?? 0;
    found.set(group, own);
  }
  return [...found.values()];
}

type FoldSize = { readonly churned: number; readonly rows: number };

function emptiest(sizes: readonly FoldSize[], byChurned: boolean): number {
  const before = (a: FoldSize, b: FoldSize) => (byChurned ? a.churned - b.churned : 0) || a.rows - b.rows;
  let best = 0;
  for (const [fold, size] of sizes.entries()) if (before(size, sizes[best] ?? size) < 0) best = fold;
  return best;
}

/** Folds given in a column, one whole number per row, in the table's order. */
export function givenFolds(texts: readonly string[], where: string): ReadFolds {
  const folds = Int32Array.from(texts, Number);
  const unclear = texts.findIndex((text) => text.trim() === "" || !Number.isInteger(Number(text)));
  if (unclear >= 0) {
    return refused(phrase("table.fold-unclear", { where, text: texts[unclear] ?? "", row: unclear + 1 }));
  }
  return { kind: "folds", folds };
}

/** Why rows in these folds cannot be judged, or null: there must be two, each with both kinds of rows. */
export function foldsProblem(folds: Int32Array, labels: Uint8Array): Phrase | null {
  const kinds = new Map<number, Set<number>>();
  for (const [row, fold] of folds.entries())
    kinds.set(fold, (kinds.get(fold) ?? new Set()).add(labels[row] ?? 0));
  if (kinds.size < 2) return phrase("table.one-fold");
  for (const [fold, seen] of kinds) {
    if (seen.size < 2) {
      const called = seen.has(1) ? "churned" : "stayed";
      return phrase("table.fold-of-one-kind", { fold, called });
    }
  }
  return null;
}

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, row) => row);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

function refused(reason: Phrase): ReadFolds {
  return { kind: "refused", reason };
}
