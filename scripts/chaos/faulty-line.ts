import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { RandomStream } from "../../src/demo/random.ts";
import type { Fault } from "./plan.ts";

/** Those that happen to a call of the Web API. */
const ON_CALLS: readonly Fault[] = [
  "kill-after-store",
  "500-after-store",
  "500-before-store",
  "429-storm",
  "hang",
  "cut-before-store",
  "cut-after-store",
  "late-store",
];
/** Of posts that may meet a fault, so many do. Chosen so that most messages of a round arrive within a few attempts. */
const HIT_SHARE = 0.3;
/** Of other calls: people would otherwise get little but apologies, and few inputs could be followed. */
const OTHER_HIT_SHARE = 0.05;
/** Slack stores it so long after the bot has stopped waiting (10 s). */
const LATE_MS = 12_000;

export type LineDeps = {
  readonly apiUrl: string;
  readonly random: RandomStream;
  /** Counts a fault that happened. */
  count(fault: Fault): void;
  /** Ends the instance of that number at once. */
  kill(instance: number): void;
};

/** Stands between the bot and the Web API, and does to its calls what the round wants. */
export async function startFaultyLine(deps: LineDeps) {
  let wanted: readonly Fault[] = [];
  /** Of the wanted, what has not happened yet: it does to the next posts. */
  const ahead = new Set<Fault>();
  /** By key of a message: what was done to its posts. */
  const hits = new Map<string, Set<Fault>>();
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    const fault = choose(call);
    if (fault === null) return answerAs(response, await forward(deps.apiUrl, call));
    deps.count(fault);
    if (call.key !== null) hits.set(call.key, (hits.get(call.key) ?? new Set()).add(fault));
    await misbehave(fault, call, response, deps);
  }

  function choose({ method, key }: Call): Fault | null {
    const possible = wanted.filter((fault) => key !== null || !fault.includes("store"));
    const due = key === null ? undefined : possible.find((fault) => ahead.delete(fault));
    if (due !== undefined) return due;
    const share = key !== null ? HIT_SHARE : isSpared(method) ? 0 : OTHER_HIT_SHARE;
    const [first, ...others] = possible;
    if (first === undefined || !deps.random.chance(share)) return null;
    return deps.random.pick([first, ...others]);
  }

  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    /** Each instance has an address of its own, so that one of several can be told from the others. */
    apiUrl: (instance: number) => `http://127.0.0.1:${port}/${instance}/api/`,
    setFaults: (faults: readonly Fault[]) => {
      wanted = faults.filter((fault) => ON_CALLS.includes(fault));
      ahead.clear();
      for (const fault of wanted) ahead.add(fault);
    },
    /** Whether a fault is still to come that happens to the next post. */
    isAhead: () => ahead.size > 0,
    hitsOf: (key: string): readonly Fault[] => [...(hits.get(key) ?? [])],
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type FaultyLine = Awaited<ReturnType<typeof startFaultyLine>>;

/** A start asks these, and gives up where it gets no answer. */
const isSpared = (method: string) => /^(auth\.|apps\.|users\.list|api\.)/.test(method);

type Call = {
  readonly instance: number;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
  /** Of a message of the outbox. */
  readonly key: string | null;
};

async function readCall(request: IncomingMessage): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const [, instance = "0", , method = ""] = (request.url ?? "").split("/");
  const { authorization = "", "content-type": type = "" } = request.headers;
  const key = method === "chat.postMessage" ? keyIn(body.toString()) : null;
  return {
    ...{ instance: Number(instance), method, body, key },
    headers: { authorization: String(authorization), "content-type": String(type) },
  };
}

function keyIn(form: string): string | null {
  const metadata = new URLSearchParams(form).get("metadata");
  return metadata === null ? null : (/"key":"([^"]+)"/.exec(metadata)?.[1] ?? null);
}

type Answered = { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer };

function forward(apiUrl: string, { method, headers, body }: Call): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const to = { method: "POST", agent: false, headers: { ...headers, "content-length": body.length } };
    const outgoing = httpRequest(new URL(method, apiUrl), to, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 502,
          headers: asText(response.headers),
          body: Buffer.concat(parts),
        }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** `date` tells the bot the workspace's time, `x-oauth-scopes` what it may do, `retry-after` how long to wait. */
const KEPT_HEADERS = ["content-type", "date", "x-oauth-scopes", "retry-after"];

function asText(headers: IncomingMessage["headers"]): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
}

const answerAs = (response: ServerResponse, { status, headers, body }: Answered): void => {
  response.writeHead(status, headers).end(body);
};

async function misbehave(fault: Fault, call: Call, response: ServerResponse, deps: LineDeps): Promise<void> {
  const { apiUrl, random, kill } = deps;
  switch (fault) {
    case "kill-after-store":
      await forward(apiUrl, call);
      kill(call.instance);
      return void response.destroy();
    case "500-after-store":
      await forward(apiUrl, call);
      return void response.writeHead(500).end("{}");
    case "500-before-store":
      return void response.writeHead(500).end("{}");
    case "429-storm":
      return void response.writeHead(429, { "retry-after": String(random.integer(1, 30)) }).end("{}");
    case "cut-before-store":
      return void response.destroy();
    case "cut-after-store":
      await forward(apiUrl, call);
      return void response.destroy();
    case "late-store":
      await sleep(LATE_MS);
      await forward(apiUrl, call);
      return void response.destroy();
    default:
    // A hang: no answer ever, until the other side gives up.
  }
}
