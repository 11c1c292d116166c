import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type PeerRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};
export type PeerAnswer = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
};

export type HttpPeer = {
  /** "http://127.0.0.1:1234" */
  readonly origin: string;
  readonly requests: readonly PeerRequest[];
  /** Answers the next requests in place of the system. */
  failNext(...answers: PeerAnswer[]): void;
  stop(): Promise<void>;
};

/** A system on this machine that speaks HTTP and JSON. */
export async function startHttpPeer(answer: (request: PeerRequest) => PeerAnswer): Promise<HttpPeer> {
  const requests: PeerRequest[] = [];
  const failures: PeerAnswer[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await requestOf(incoming);
    requests.push(request);
    const { status = 200, headers = {}, body } = failures.shift() ?? answer(request);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    failNext: (...answers) => void failures.push(...answers),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function requestOf(incoming: IncomingMessage): Promise<PeerRequest> {
  let body = "";
  for await (const chunk of incoming) body += String(chunk);
  const { method = "GET", url = "/", headers } = incoming;
  return { method, url: new URL(url, "http://peer"), headers, body };
}
