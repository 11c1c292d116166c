/** What goes wrong with a call of the app. `after` means: the call did its work, only the answer is lost. */
export type Fault =
  | { readonly kind: "server_error"; readonly when: "before" | "after" }
  | { readonly kind: "cut"; readonly when: "before" | "after" }
  | { readonly kind: "rate_limited"; readonly retryAfterSeconds: number }
  /** Held back until so much of the workspace's time has passed; the work is done at once. */
  | { readonly kind: "slow"; readonly ms: number }
  | { readonly kind: "error"; readonly error: string };

type Planned = { readonly method: string; readonly fault: Fault; left: number };
export type Faults = ReturnType<typeof createFaults>;

/** Faults to come, for tests. */
export function createFaults() {
  const planned: Planned[] = [];
  return {
    /**
     * The next `times` calls of the method fail so; faults planned for one method happen one after the other.
     * @param method e.g. `chat.postMessage`, or `response_url`
     */
    next(method: string, fault: Fault, times = 1) {
      planned.push({ method, fault, left: times });
    },
    take(method: string): Fault | null {
      const found = planned.find((plan) => plan.method === method && plan.left > 0);
      if (!found) return null;
      found.left -= 1;
      return found.fault;
    },
    clear() {
      planned.length = 0;
    },
  };
}
