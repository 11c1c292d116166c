import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A message or a view, where it came to, and by which trigger a view was opened. */
export type Received = {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
};

export const TEAM = "T0FUZZ";
export const PEOPLE: Readonly<Record<string, Record<string, unknown>>> = {
  U0ANA: { name: "Ana", email: "ana@example.com" },
  U0MIA: { name: "Mia", email: "mia@example.com", is_admin: true },
  U0GUEST: { name: "Gus", email: "gus@example.com", is_restricted: true },
};
export const CHANNELS: Readonly<Record<string, Record<string, unknown>>> = {
  C0SALES: {},
  C0PARTNERS: { is_ext_shared: true },
};

/**
 * As much of Slack as the bot asks for, in this process: it takes whatever it is sent, quickly, and hands it on. It enforces no
 * limit; whoever listens does.
 */
export async function startSlackStandIn(onReceived: (received: Received) => void) {
  let serial = 0;
  const server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? "";
      const method = path.startsWith("/api/") ? path.slice("/api/".length) : "response_url";
      if (method === "response_url" || /^(chat|views)\./.test(method)) onReceived({ method, path, body });
      serial += 1;
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify(answerTo(method, body, serial)));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${url}/api/`,
    url,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  if (String(request.headers["content-type"]).includes("json"))
    return JSON.parse(text) as Record<string, unknown>;
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([key, value]) => [key, structured(key, value)]),
  );
}

const structured = (key: string, value: string): unknown =>
  ["blocks", "view", "metadata"].includes(key) ? JSON.parse(value) : value;

function answerTo(method: string, body: Readonly<Record<string, unknown>>, serial: number): object {
  const ts = `1796824800.${String(serial).padStart(6, "0")}`;
  switch (method) {
    case "auth.test":
      return { ok: true, team: "Fuzz", team_id: TEAM, user: "mainstay", user_id: "U0BOT", bot_id: "B0BOT" };
    case "users.info":
      return personAnswer(String(body.user));
    case "conversations.info":
      return channelAnswer(String(body.channel));
    case "conversations.open":
      return { ok: true, channel: { id: "D0FUZZ" } };
    case "conversations.members":
      return { ok: true, members: Object.keys(PEOPLE) };
    case "conversations.history":
    case "conversations.replies":
      return { ok: true, messages: [] };
    case "views.open":
    case "views.push":
    case "views.update":
    case "views.publish":
      return { ok: true, view: { id: `V${serial}` } };
    default:
      return method.startsWith("files.") ? { ok: false, error: "not_allowed" } : { ok: true, ts };
  }
}

function personAnswer(id: string): object {
  const person = PEOPLE[id];
  if (person === undefined || !Object.hasOwn(PEOPLE, id)) return { ok: false, error: "user_not_found" };
  const { name, email, ...account } = person;
  const profile = { display_name: name, real_name: name, email };
  return {
    ok: true,
    user: { id, team_id: TEAM, name, real_name: name, profile, tz: "Europe/Berlin", ...account },
  };
}

const channelAnswer = (id: string): object =>
  Object.hasOwn(CHANNELS, id)
    ? { ok: true, channel: { id, is_member: true, ...CHANNELS[id] } }
    : { ok: false, error: "channel_not_found" };
