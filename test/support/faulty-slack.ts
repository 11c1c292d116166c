import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What goes wrong with the next call of a method. `lose answer` lets the call through and cuts the line after it; `store
 * late` lets it through when `storeLate` is called, and never answers.
 */
export type Fault =
  | { readonly kind: "store late" }
  | { readonly kind: "cut line" }
  | { readonly kind: "lose answer" }
  | { readonly kind: "no answer" }
  /** Refused by Slack, with its name for the error. */
  | { readonly kind: "refusal"; readonly error: string }
  | { readonly kind: "status"; readonly status: number; readonly headers?: Record<string, string> };

/** A Web API that misbehaves as told, in front of one that does not. */
export async function startFaultySlack(apiUrl: string) {
  const faults = new Map<string, Fault[]>();
  const calls: string[] = [];
  const late: Array<() => Promise<unknown>> = [];
  let time: Date | null = null;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const method = (request.url ?? "").replace("/api/", "");
    calls.push(method);
    if (time !== null) response.setHeader("date", time.toUTCString());
    const fault = faults.get(method)?.shift();
    if (fault?.kind === "cut line") return void request.socket.destroy();
    if (fault?.kind === "no answer") return;
    if (fault?.kind === "refusal") {
      response.writeHead(200, { "content-type": "application/json" });
      return void response.end(JSON.stringify({ ok: false, error: fault.error }));
    }
    if (fault?.kind === "status") return void response.writeHead(fault.status, fault.headers).end("{}");
    const passOn = () =>
      fetch(new URL(method, apiUrl), {
        method: "POST",
        headers: {
          authorization: String(request.headers.authorization ?? ""),
          "content-type": String(request.headers["content-type"] ?? ""),
        },
        body: Buffer.concat(parts).toString(),
      });
    if (fault?.kind === "store late") return void late.push(passOn);
    const answer = await passOn();
    const body = await answer.text();
    if (fault?.kind === "lose answer") return void request.socket.destroy();
    response.writeHead(answer.status, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    calls,
    /** The next call of the method goes wrong; several are taken in order. */
    next: (method: string, fault: Fault) => faults.set(method, [...(faults.get(method) ?? []), fault]),
    /** Stores what was to be stored late. */
    storeLate: () => Promise.all(late.splice(0).map((passOn) => passOn())),
    /** What Slack's clock shows from now on; null: the real time. */
    tellTime: (at: Date | null) => {
      time = at;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
