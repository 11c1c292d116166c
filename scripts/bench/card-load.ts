// The other side of the card bench, in a thread of its own: a Web API that knows one person, the receiver of
// response_urls, and a client that keeps a number of signed commands in flight.
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parentPort } from "node:worker_threads";

export type CardLoadSettings = {
  readonly url: string;
  readonly signingSecret: string;
  readonly cards: number;
  readonly inFlight: number;
  /** Whom the commands name, in turn. */
  readonly names: readonly string[];
  /** Whether even the first command counts, which pays for everything that is loaded once. */
  readonly isCold: boolean;
};

/** Milliseconds from sending a command: to its acknowledgement, and to its card at the response_url. */
export type CardLoadReport = {
  /** Commands that were answered that nothing was done, because they could not be kept in time. */
  readonly notTaken: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly acknowledgedMs: Percentiles;
  readonly answeredMs: Percentiles;
  /** The same of those that were sent at once at the beginning. */
  readonly first: Pick<CardLoadReport, "acknowledgedMs" | "answeredMs">;
};
type Percentiles = {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
};

const PERSON = {
  id: "U0BENCH",
  is_admin: true,
  tz: "Europe/Berlin",
  profile: { real_name: "Bench", email: "bench@example.com" },
};
const ANSWERS: Readonly<Record<string, object>> = {
  "auth.test": {
    ok: true,
    user_id: "U0BOT",
    bot_id: "B0BOT",
    team_id: "T0BENCH",
    team: "Bench",
    user: "mainstay",
  },
  "users.info": { ok: true, user: PERSON },
  "users.list": { ok: true, members: [PERSON], response_metadata: { next_cursor: "" } },
  "conversations.info": { ok: true, channel: { id: "C0BENCH", is_ext_shared: false, is_member: true } },
};

const answered = new Map<string, () => void>();
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const path = request.url ?? "";
  if (path.startsWith("/response/")) {
    if (Buffer.concat(chunks).toString().includes("customer_card")) answered.get(path)?.();
    response.end("ok");
    return;
  }
  const answer = ANSWERS[path.replace("/api/", "")] ?? { ok: false, error: "unknown_method" };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
});
server.listen(0, "127.0.0.1", () => {
  parentPort?.postMessage({ apiUrl: `${address()}/api/` });
});
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

parentPort?.on("message", async (settings: CardLoadSettings) => {
  answered.clear();
  if (!settings.isCold) await send(settings, 0, []);
  const timings: Timing[] = [];
  const startedAt = performance.now();
  let next = 1;
  const lane = async () => {
    while (next <= settings.cards) await send(settings, next++, timings);
  };
  await Promise.all(Array.from({ length: settings.inFlight }, lane));
  const seconds = (performance.now() - startedAt) / 1000;
  const taken = timings.filter((timing) => timing !== "not taken");
  const first = taken.filter(({ index }) => index <= settings.inFlight);
  const report: CardLoadReport = {
    notTaken: timings.length - taken.length,
    seconds: Math.round(seconds * 10) / 10,
    perSecond: Math.round(settings.cards / seconds),
    ...timesOf(taken),
    first: timesOf(first),
  };
  parentPort?.postMessage(report);
});

type Taken = { readonly index: number; readonly acknowledged: number; readonly answered: number };
type Timing = Taken | "not taken";

const timesOf = (taken: readonly Taken[]) => ({
  acknowledgedMs: percentiles(taken.map(({ acknowledged }) => acknowledged)),
  answeredMs: percentiles(taken.map(({ answered }) => answered)),
});

async function send(settings: CardLoadSettings, index: number, timings: Timing[]): Promise<void> {
  const path = `/response/${index}`;
  const body = new URLSearchParams({
    command: "/customer",
    text: settings.names[(index * 7919) % settings.names.length] ?? "",
    user_id: PERSON.id,
    channel_id: "C0BENCH",
    team_id: "T0BENCH",
    trigger_id: `trigger-${index}-${Date.now()}`,
    response_url: `${address()}${path}`,
  }).toString();
  const startedAt = performance.now();
  const answer = new Promise<void>((resolve) => answered.set(path, resolve));
  const response = await fetch(settings.url, {
    method: "POST",
    body,
    headers: signed(settings.signingSecret, body),
  });
  const said = await response.text();
  if (!response.ok) throw new Error(`The bot answered ${response.status}.`);
  // An acknowledgement that says something says that the command was not taken: no card comes.
  if (said !== "") {
    timings.push("not taken");
    return;
  }
  const acknowledged = performance.now() - startedAt;
  await answer;
  timings.push({ index, acknowledged, answered: performance.now() - startedAt });
  answered.delete(path);
}

function signed(secret: string, body: string): Record<string, string> {
  const seconds = String(Math.floor(Date.now() / 1000));
  const digest = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
  return {
    "content-type": "application/x-www-form-urlencoded",
    "x-slack-request-timestamp": seconds,
    "x-slack-signature": `v0=${digest}`,
  };
}

function percentiles(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}
