/** Short enough that whoever is being answered meanwhile notices nothing. */
const WORK_MS = 10;

/** Runs a computation that pauses, and at its pauses lets the thread's other work have its turn. */
export async function unhurried<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < WORK_MS) continue;
    await new Promise<void>((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}
