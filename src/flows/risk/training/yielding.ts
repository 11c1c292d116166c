import type { Dataset } from "../../../domain/risk/dataset.ts";

/** Short enough that whoever is being answered meanwhile notices nothing. */
const WORK_MS = 10;

/** Runs a computation that pauses, and at its pauses lets the thread's other work have its turn. */
export async function yielding<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < WORK_MS) continue;
    await new Promise<void>((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}

/**
 * What is found of each column by itself, put together. Yields after every column: all of them at once would keep
 * everybody waiting for some 50 ms where a snapshot holds ten thousand rows.
 */
export function* columnByColumn<Found extends object>(
  { columns, ...dataset }: Dataset,
  find: (part: Dataset) => Found,
): Generator<void, Found> {
  let found = find({ ...dataset, columns: [] });
  for (const column of columns) {
    found = { ...found, ...find({ ...dataset, columns: [column] }) };
    yield;
  }
  return found;
}
