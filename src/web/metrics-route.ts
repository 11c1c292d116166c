import { createHash, timingSafeEqual } from "node:crypto";
import type { WebRequest, WebRoute } from "./web-route.ts";

export type MetricsTools = {
  readonly contentType: string;
  print(): Promise<string>;
  /** What has to be shown as `Authorization: Bearer TOKEN`; null: nothing, but only this machine may ask. */
  readonly token: string | null;
};

/** `/metrics`: the figures of the process in the text format that Prometheus reads. */
export const metricsRoute = ({ contentType, print, token }: MetricsTools): WebRoute => ({
  method: "GET",
  path: "/metrics",
  bodyLimit: 0,
  async handle(request) {
    if (token === null && !asksThisMachine(request)) return { status: 403 };
    if (token !== null && !shows(request, token))
      return { status: 401, headers: { "www-authenticate": "Bearer" } };
    const headers = { "content-type": contentType, "cache-control": "no-store" };
    return { status: 200, headers, body: await print() };
  },
});

/** A page in somebody's browser can reach this machine's own address under a name of its own, but not under ours. */
const asksThisMachine = ({ headers }: WebRequest): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(headers.host ?? "");

/** Compared by hashes, so that the time it takes tells nothing of the token, nor of its length. */
function shows({ headers }: WebRequest, token: string): boolean {
  const [, shown = ""] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
  return timingSafeEqual(hashOf(shown), hashOf(token));
}

const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();
