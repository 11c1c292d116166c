/**
 * Counts calls by caller in windows of fixed length, in this process alone.
 * @param limit.most calls of one caller in a window
 * @returns a function that counts one, and gives the seconds to wait where it is one too many; null: go on
 */
export function callLimit(
  { most, windowMs }: { readonly most: number; readonly windowMs: number },
  nowMs: () => number,
): (caller: string) => number | null {
  let window = 0;
  // Emptied with each window, so that it holds no more than who called in it.
  let calls = new Map<string, number>();
  return (caller) => {
    const now = nowMs();
    const current = Math.floor(now / windowMs);
    if (current !== window) [window, calls] = [current, new Map()];
    const called = (calls.get(caller) ?? 0) + 1;
    calls.set(caller, called);
    return called <= most ? null : Math.ceil(((current + 1) * windowMs - now) / 1000);
  };
}
