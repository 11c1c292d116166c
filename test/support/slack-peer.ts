import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createEmulator, type Emulator } from "emulate";
import { assertSendable } from "./block-kit.ts";
import { parsed, workObjectCalls } from "./work-object-calls.ts";

/** A message or view that reached Slack. */
export type Sent = {
  /** A Web API method, or "response_url". */
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: what arrives is what the test looks at
  readonly body: any;
  readonly responseUrl: string | null;
  /** Of a view that was opened or pushed. */
  readonly viewId?: string;
};

export const BOT_TOKEN = "xoxb-test-bot";
export const TEAM_ID = "T000000001";

/** People and channels of the workspace; what the emulator does not keep is added on the way. */
export type Workspace = {
  readonly people: Readonly<
    Record<
      string,
      {
        name: string;
        email: string;
        admin?: boolean;
        timeZone?: string;
        /** What Slack says of the account besides, e.g. `{ is_restricted: true }` or `{ locale: "de-DE" }`. */
        account?: Readonly<Record<string, unknown>>;
      }
    >
  >;
  readonly channels: Readonly<Record<string, { shared?: boolean; archived?: boolean; botIsOut?: boolean }>>;
};

/**
 * Slack as the bot sees it: the emulator's Web API behind a recorder, and a receiver of response_urls. Every message
 * and view on its way is checked against Block Kit's limits.
 */
export async function startSlackPeer(workspace: Workspace) {
  const emulator = await startEmulator(workspace);
  const sent: Sent[] = [];
  const problems: string[] = [];
  let takesStreams = false;
  const usedUp = new Set<string>();
  const refused = new Map<string, string[]>();
  const waiting: Array<() => void> = [];
  const links = workObjectCalls();
  let urls = 0;

  const record = (entry: Sent) => {
    problems.push(...refusals(entry));
    sent.push(entry);
    for (const wake of waiting.splice(0)) wake();
  };
  const server = await listen(async (request, response) => {
    const text = await bodyOf(request);
    const path = request.url ?? "";
    if (path.startsWith("/response/")) {
      const status = usedUp.has(path) ? 404 : 200;
      if (status === 200) record({ method: "response_url", body: JSON.parse(text), responseUrl: path });
      response.writeHead(status).end(status === 200 ? "ok" : "used_url");
      return;
    }
    const method = path.replace("/api/", "");
    // The emulator knows no agents and no steps of workflows.
    const isUnknownThere =
      /^(assistant|functions)\./.test(method) || (takesStreams && method.endsWith("Stream"));
    const body = decode(request, text);
    const ofLinks = links.answer(method, body);
    const answer: Answer = isUnknownThere
      ? answerOf(method, refused)
      : (ofLinks ?? (await answered(emulator.url, method, request, text)));
    if (ofLinks?.ok === true || isUnknownThere) record({ method, body, responseUrl: null });
    if (!isUnknownThere && ofLinks === null && /^(chat|views)\./.test(method) && answer.ok)
      record({ method, body, responseUrl: null, viewId: answer.view?.id ?? "" });
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify(enrich(workspace, ids, method, answer)));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ids = await readIds(emulator.url);

  return {
    apiUrl: `${url}/api/`,
    sent,
    /** What Slack would have refused; stays empty. */
    problems,
    /** Messages with links, and the panes opened on them. */
    links,
    userId: (name: string) => known(ids.users, name),
    channelId: (name: string) => known(ids.channels, name),
    responseUrl: () => `${url}/response/${++urls}`,
    /** Whether it takes streams: the emulator knows none. */
    takeStreams: (takes: boolean) => {
      takesStreams = takes;
    },
    /** The next call of a method is refused with an error. */
    refuseNext: (method: string, error: string) =>
      void refused.set(method, [...(refused.get(method) ?? []), error]),
    useUp: (responseUrl: string) => usedUp.add(new URL(responseUrl).pathname),
    /** @param viewId the modal it comes from; left out: a message */
    triggerId: async (userId: string, viewId?: string): Promise<string> => {
      const asked = { user_id: userId, view_id: viewId };
      return String((await call(emulator.url, "views.generateTriggerId", asked)).trigger_id);
    },
    /** The first message or view that fits, now or when it arrives. */
    async waitFor(fits: (entry: Sent) => boolean): Promise<Sent> {
      for (;;) {
        const found = sent.find(fits);
        if (found) return found;
        await new Promise<void>((wake) => waiting.push(wake));
      }
    },
    clear: () => {
      sent.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await emulator.close();
    },
  };
}

export type SlackPeer = Awaited<ReturnType<typeof startSlackPeer>>;

let streams = 0;

function answerOf(method: string, refused: Map<string, string[]>): Answer {
  const error = refused.get(method)?.shift();
  // Each stream is a message of its own.
  return error === undefined
    ? { ok: true, ts: `1765288800.${String(++streams).padStart(6, "0")}` }
    : { ok: false, error };
}

async function startEmulator(workspace: Workspace): Promise<Emulator> {
  const users = Object.entries(workspace.people).map(([name, person]) => ({
    name,
    real_name: person.name,
    email: person.email,
    is_admin: person.admin ?? false,
    profile: { display_name: person.name, email: person.email, real_name: person.name },
  }));
  const channels = Object.keys(workspace.channels).map((name) => ({ name }));
  const port = await freePort();
  const emulator = await createEmulator({
    service: "slack",
    port,
    seed: { slack: { users, channels, tokens: [{ token: BOT_TOKEN, user: "admin", type: "bot" }] } },
  });
  return emulator;
}

async function freePort(): Promise<number> {
  const server = await listen(async () => {});
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const server = createServer((request, response) => {
    // The bot hears that its call failed, and says so in its log; after the last test nobody listens any more.
    handle(request, response).catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

type Answer = Record<string, unknown> & { readonly view?: { readonly id?: string } };

/** The emulator lists no conversations of one user: the bot's own are all of them but those it is kept out of. */
function answered(url: string, method: string, request: IncomingMessage, body: string): Promise<Answer> {
  if (method !== "users.conversations") return forward(url, request, body);
  return call(url, "conversations.list", {});
}

async function forward(emulatorUrl: string, request: IncomingMessage, body: string): Promise<Answer> {
  const headers = {
    authorization: String(request.headers.authorization ?? ""),
    "content-type": String(request.headers["content-type"] ?? ""),
    // A kept connection may be closed by the other side just as it is used again.
    connection: "close",
  };
  const response = await fetch(`${emulatorUrl}${request.url}`, { method: "POST", headers, body });
  return (await response.json()) as Answer;
}

async function call(emulatorUrl: string, method: string, body: object): Promise<Answer> {
  const headers = { authorization: `Bearer ${BOT_TOKEN}`, "content-type": "application/json" };
  const response = await fetch(`${emulatorUrl}/api/${method}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

type Ids = { readonly users: Map<string, string>; readonly channels: Map<string, string> };

async function readIds(emulatorUrl: string): Promise<Ids> {
  const { members } = (await call(emulatorUrl, "users.list", {})) as {
    members: { id: string; name: string }[];
  };
  const { channels } = (await call(emulatorUrl, "conversations.list", {})) as {
    channels: { id: string; name: string }[];
  };
  return {
    users: new Map(members.map(({ id, name }) => [name, id])),
    channels: new Map(channels.map(({ id, name }) => [name, id])),
  };
}

function known(ids: Map<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`No ${name} in this workspace.`);
  return id;
}

/** Adds what the emulator leaves out: people's time zones and accounts, and whether a channel is shared. */
function enrich(workspace: Workspace, ids: Ids, method: string, answer: Answer): Answer {
  const nameOf = (map: Map<string, string>, id: unknown) =>
    [...map].find(([, known]) => known === id)?.[0] ?? "";
  if (method === "users.info" && answer.ok) {
    const user = answer.user as Answer;
    const person = workspace.people[nameOf(ids.users, user.id)];
    return { ...answer, user: { ...user, tz: person?.timeZone ?? "UTC", ...person?.account } };
  }
  if (method === "auth.test") return { ...answer, team_id: TEAM_ID };
  if (method === "conversations.info" && answer.ok) {
    const channel = answer.channel as Answer;
    const { shared = false, archived, botIsOut } = workspace.channels[nameOf(ids.channels, channel.id)] ?? {};
    const told = { is_ext_shared: shared, ...(archived && { is_archived: true }) };
    return { ...answer, channel: { ...channel, ...told, ...(botIsOut && { is_member: false }) } };
  }
  if (method === "users.conversations" && answer.ok) {
    const channels = answer.channels as { name: string }[];
    const isIn = ({ name }: { name: string }) => {
      const { archived, botIsOut } = workspace.channels[name] ?? {};
      return !archived && !botIsOut;
    };
    return { ...answer, channels: channels.filter(isIn) };
  }
  return answer;
}

function decode(request: IncomingMessage, text: string): Answer {
  if (String(request.headers["content-type"]).includes("json")) return JSON.parse(text) as Answer;
  const values = Object.fromEntries(new URLSearchParams(text));
  const parse = (value: string | undefined) => (value === undefined ? {} : JSON.parse(value));
  return {
    ...values,
    ...("blocks" in values ? { blocks: parse(values.blocks) } : {}),
    ...("view" in values ? { view: parse(values.view) } : {}),
    ...("metadata" in values ? { metadata: parsed(values.metadata) } : {}),
    // A sentence where a step ends, an object where a pane stays empty.
    ...(values.error?.startsWith("{") ? { error: parsed(values.error) } : {}),
    ...("chunks" in values ? { chunks: parse(values.chunks) } : {}),
    ...("outputs" in values ? { outputs: parsed(values.outputs) } : {}),
  };
}

function refusals({ method, body }: Sent): string[] {
  if (/^(?:assistant\.|functions\.|entity\.|chat\.unfurl$)|Stream$/.test(method)) return [];
  try {
    assertSendable(body.view ?? { blocks: body.blocks ?? [], text: body.text ?? "" });
    return [];
  } catch (error) {
    return [String(error)];
  }
}
