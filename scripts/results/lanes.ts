/** Runs the tasks in their order, so many at a time; the next starts when one is done. */
export async function inLanes(tasks: readonly (() => Promise<void>)[], lanes: number): Promise<void> {
  const waiting = [...tasks];
  const lane = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await task();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
