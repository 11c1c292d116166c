import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { signatureOf } from "../../src/sandbox/delivery/http-link.ts";
import { deliveryIdOf } from "../../src/slack/frame/payloads.ts";

export type FrontDeps = {
  readonly signingSecret: string;
  /** The moment that Slack would sign. */
  readonly clock: () => Date;
  /** The living instances, by number, with where each listens. */
  readonly instances: () => ReadonlyArray<{ readonly number: number; readonly port: number }>;
  /** Told of every request that was acknowledged, as the acknowledgement goes on. */
  readonly acknowledged: (instance: number) => void;
};

/** A request that was acknowledged, by the id under which the bot keeps it. */
export type Acknowledged = {
  readonly id: string;
  /** By the workspace's time. */
  readonly at: Date;
  readonly isEvent: boolean;
  readonly raw: Raw;
};
type Raw = { readonly contentType: string; readonly text: string };

/** Stands before the instances as a load balancer does: one after the other gets a request, signed at the moment it is given. */
export async function startFront(deps: FrontDeps) {
  const acknowledged = new Map<string, Acknowledged>();
  let turn = 0;

  async function pass(raw: Raw): Promise<{ status: number; body: string } | null> {
    const living = deps.instances();
    turn += 1;
    const instance = living[turn % Math.max(living.length, 1)];
    if (instance === undefined) return null;
    const answer = await send(instance.port, raw, deps);
    if (answer === null || answer.status !== 200) return answer;
    // What is refused in words, at a field or in the answer, was not taken.
    const id = answer.body === "" ? deliveryIdOf(parsed(raw)) : null;
    const isEvent = raw.contentType.includes("json");
    // By when it was first taken: the bot knows it for so long after that.
    if (id !== null && !acknowledged.has(id)) acknowledged.set(id, { id, at: deps.clock(), isEvent, raw });
    deps.acknowledged(instance.number);
    return answer;
  }

  const server = createServer(async (request, response) => {
    const raw = { contentType: request.headers["content-type"] ?? "", text: await textOf(request) };
    const answer = await pass(raw);
    if (answer === null) response.destroy();
    else response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    acknowledgedSince: (moment: Date): readonly string[] =>
      [...acknowledged.values()].filter(({ at }) => at >= moment).map(({ id }) => id),
    idsNaming: (mark: string): readonly string[] =>
      [...acknowledged.values()]
        .filter(
          ({ raw }) =>
            raw.text.includes(encodeURIComponent(mark).replaceAll("%20", "+")) || raw.text.includes(mark),
        )
        .map(({ id }) => id),
    events: (): readonly Acknowledged[] => [...acknowledged.values()].filter(({ isEvent }) => isEvent),
    /** Delivers it once more, as Slack does what it thinks was not taken. @returns whether it was acknowledged */
    replay: async ({ raw }: Acknowledged): Promise<boolean> => (await pass(raw))?.status === 200,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type Front = Awaited<ReturnType<typeof startFront>>;

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function parsed({ contentType, text }: Raw): unknown {
  if (contentType.includes("json")) return JSON.parse(text);
  const fields = Object.fromEntries(new URLSearchParams(text));
  return fields.payload === undefined ? fields : JSON.parse(fields.payload);
}

/** Null where nobody answered. */
function send(port: number, raw: Raw, deps: FrontDeps): Promise<{ status: number; body: string } | null> {
  const timestamp = String(Math.floor(deps.clock().getTime() / 1000));
  const headers = {
    "content-type": raw.contentType,
    "content-length": Buffer.byteLength(raw.text),
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": signatureOf(deps.signingSecret, timestamp, raw.text),
  };
  return new Promise((resolve) => {
    const to = { host: "127.0.0.1", port, path: "/slack/events", method: "POST", agent: false, headers };
    const outgoing = httpRequest(to, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", () => resolve(null));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 502, body: Buffer.concat(parts).toString() }),
      );
    });
    outgoing.on("error", () => resolve(null));
    outgoing.end(raw.text);
  });
}
