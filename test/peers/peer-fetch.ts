import type { SourceFetch } from "../../src/sources/pull/source-definition.ts";
import { sourceFetch } from "../../src/sources/pull/source-fetch.ts";

/**
 * What sources ask through, without waiting: every host is the peer's.
 * @param waits gets the seconds that were waited between attempts
 */
export function peerFetch(origin: string, waits: number[] = []): SourceFetch {
  const ask = sourceFetch({
    fetch: globalThis.fetch,
    now: () => new Date(),
    sleep: async (ms) => void waits.push(ms / 1_000),
    timeLimit: (ms) => AbortSignal.timeout(ms),
  });
  return (url, request) => ask(new URL(url.pathname + url.search, origin), request);
}
