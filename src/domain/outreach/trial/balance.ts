import type { Column, Dataset } from "../../risk/dataset.ts";
import { difference, momentsOf, WITHIN_95 } from "./trial-effects.ts";

/** By chance one comparison in 16,000 is further apart: of a hundred columns, hardly ever one. */
const FAR_APART = 4;
const MOST_VALUES = 20;

/**
 * Columns by which an arm differs from the control more than chance explains. What was known before a randomised trial does
 * not: such a column was known only afterwards, or the arms were not dealt at random.
 */
export function unbalancedColumns({ columns }: Dataset, armOf: readonly string[], control: string): string[] {
  const arms = [...new Set(armOf)].filter((arm) => arm !== control);
  const differs = (values: ArrayLike<number>) =>
    arms.some((arm) => {
      const known = (of: string) =>
        momentsOf(armOf.flatMap((name, row) => (name === of ? finite(values[row]) : [])));
      const { effect, high } = difference(known(arm), known(control));
      return Math.abs(effect) > (FAR_APART * (high - effect)) / WITHIN_95;
    });
  return columns.filter((column) => valuesOf(column).some(differs)).map(({ name }) => name);
}

const finite = (value: number | undefined): number[] =>
  value === undefined || Number.isNaN(value) ? [] : [value];

/** A number itself; of a category whether it is each of its values. */
function valuesOf(column: Column): ReadonlyArray<ArrayLike<number>> {
  if (column.kind === "number") return [column.values];
  const values = [...new Set(column.values)];
  return values.length > MOST_VALUES
    ? []
    : values.map((value) => column.values.map((other) => Number(other === value)));
}
