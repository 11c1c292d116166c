/** Processor seconds of this process with all its threads from now on: on a busy machine the figure to compare by. */
export function processorSeconds(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return Number(((user + system) / 1_000_000).toFixed(2));
  };
}
