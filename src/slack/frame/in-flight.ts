/** Counts the work that was acknowledged and is not done yet, so that a stop can wait for it. */
export function inFlightCounter() {
  const running = new Set<Promise<unknown>>();
  return {
    get count(): number {
      return running.size;
    },

    /** Runs `work` and counts it until it settles. */
    async track<T>(work: () => Promise<T>): Promise<T> {
      const promise = work();
      running.add(promise);
      try {
        return await promise;
      } finally {
        running.delete(promise);
      }
    },

    /** @returns whether everything was done within the time */
    async drained(timeoutMs: number): Promise<boolean> {
      const deadline = AbortSignal.timeout(timeoutMs);
      while (running.size > 0 && !deadline.aborted) {
        const timedOut = new Promise((resolve) =>
          deadline.addEventListener("abort", resolve, { once: true }),
        );
        await Promise.race([Promise.allSettled(running), timedOut]);
      }
      return running.size === 0;
    },
  };
}

export type InFlightCounter = ReturnType<typeof inFlightCounter>;
