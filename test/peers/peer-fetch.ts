import { SourceError, type SourceFetch } from "../../src/sources/pull/source-definition.ts";

const REASONS: Readonly<Record<number, SourceError["reason"]>> = {
  401: "unauthorised",
  403: "forbidden",
  404: "not-found",
  429: "limited",
};
const ATTEMPTS = 4;

/**
 * What sources ask through, without waiting: every host is the peer's.
 * @param waits gets the seconds that a request was told to wait
 */
export function peerFetch(origin: string, waits: number[] = []): SourceFetch {
  return async (url, { headers, method = "GET", body }) => {
    const target = new URL(url.pathname + url.search, origin);
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(target, { headers, method, ...(body === undefined ? {} : { body }) });
      if (response.ok) return response.json();
      await response.body?.cancel();
      const again = response.status === 429 || response.status >= 500;
      if (!again || attempt === ATTEMPTS)
        throw new SourceError(REASONS[response.status] ?? "unreachable", `answered ${response.status}`);
      waits.push(Number(response.headers.get("retry-after") ?? 0));
    }
  };
}
