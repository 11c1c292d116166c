import { createHmac } from "node:crypto";
import { composeApp } from "../../src/compose.ts";
import { parseConfig, type SlackConnection } from "../../src/config.ts";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { searchKeysOf } from "../../src/domain/customers/customer-name.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import type { Log } from "../../src/log.ts";
import { createSlackApp } from "../../src/slack/frame/bolt-app.ts";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { HOSTILE } from "./hostile.ts";
import { type Payload, URL_ENCODED } from "./payloads.ts";
import { type Received, startSlackStandIn } from "./slack-stand-in.ts";

/** A Wednesday afternoon; nothing that is tried hangs on the machine's own day. */
export const NOW = new Date("2026-12-09T14:00:00Z");
const SIGNING_SECRET = "a-signing-secret-for-the-fuzz";
const BOT_TOKEN = "xoxb-fuzz";

export type Logged = { readonly fields: Readonly<Record<string, unknown>>; readonly message: string };

export async function openFuzzDatabase(): Promise<Database> {
  const database = await openDatabase({ kind: "memory" });
  await migrate(database);
  return database;
}

/** The whole bot on an empty database, with customers whose names and notes mean harm. */
export async function startFuzzBot(
  database: Database,
  onReceived: (received: Received) => void,
  onError: (logged: Logged) => void,
) {
  const slack = await startSlackStandIn(onReceived);
  const log: Log = {
    info: () => {},
    warn: () => {},
    error: (fields, message) => onError({ fields: { ...fields }, message }),
  };
  const clock = () => NOW;
  const app = composeApp(parseConfig({ TIME_ZONE: "Europe/Berlin" }), database, { clock, log });
  await app.flows.loadDemo({ seed: 1, asOf: NOW, customers: 30 });
  await addHostileRows(database);
  const connection: SlackConnection = {
    ...{ mode: "http", botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET },
    ...{ host: "127.0.0.1", port: 0 },
  };
  const bot = createSlackApp(
    { connection, apiUrl: slack.apiUrl },
    {
      ...{ clock, log, requests: app.store.handledRequests, traces: app.store.requestTraces, routes: [] },
      flows: (workspace) => bindFlows({ ...app.deps, workspace }),
    },
  );
  const port = await bot.start();
  const { rows } = await database.pool.query<{ id: number }>(
    "SELECT id FROM customers ORDER BY id DESC LIMIT 20",
  );
  const poster = slackPoster({ token: BOT_TOKEN, slackApiUrl: slack.apiUrl });
  return {
    customerIds: rows.map(({ id }) => id),
    responseUrl: (id: string) => `${slack.url}/response/${id}`,
    idle: () => bot.idle(60_000),
    send: (payload: Payload) => send(`http://127.0.0.1:${port}/slack/events`, payload),
    /** Posts everything that was decided meanwhile. */
    async deliver(): Promise<void> {
      const deps = { ...app.store, poster, clock, log, whyNotPost: async () => null };
      while (Object.keys(await deliverDue(deps)).length > 0);
    },
    async close() {
      await bot.stop(5_000);
      await app.model.close();
      await slack.close();
    },
  };
}

export type FuzzBot = Awaited<ReturnType<typeof startFuzzBot>>;

type Answered = { readonly status: number; readonly ms: number };

/** As Slack signs and sends it. @returns status 0 where the connection was cut */
async function send(url: string, payload: Payload): Promise<Answered> {
  const body = payload.kind === "form" ? new URLSearchParams(payload.fields).toString() : payload.body;
  const type = payload.kind === "form" ? URL_ENCODED : payload.type;
  const seconds = String(Math.floor(Date.now() / 1000));
  const bytes = Buffer.from(body);
  const digest = createHmac("sha256", SIGNING_SECRET).update(`v0:${seconds}:`).update(bytes).digest("hex");
  const headers = {
    "content-type": type,
    "x-slack-request-timestamp": seconds,
    "x-slack-signature": `v0=${digest}`,
  };
  const startedAt = performance.now();
  try {
    const response = await fetch(url, { method: "POST", body: bytes, headers });
    await response.arrayBuffer();
    return { status: response.status, ms: performance.now() - startedAt };
  } catch {
    return { status: 0, ms: performance.now() - startedAt };
  }
}

/** One customer for each hostile text, with that text wherever a text of theirs is kept. */
async function addHostileRows({ pool }: Database): Promise<void> {
  for (const [index, text] of HOSTILE.entries()) {
    const externalId = `C-${index + 1}`;
    const attributes = { crm_url: `https://crm.example/${text}`, city: text, industry: text };
    const { keys, text: searchText } = searchKeysOf({ name: text, domain: null, externalId, attributes });
    const { rows } = await pool.query<{ id: number }>(
      `INSERT INTO customers (source, external_id, name, owner_email, segment, currency, monthly_revenue_minor, started_on,
         attributes, search_keys, search_text)
       VALUES ('fuzz', $1, $2, 'ana@example.com', $2, 'EUR', 250000, '2025-01-20', $3, $4, $5) RETURNING id`,
      [externalId, text, JSON.stringify(attributes), keys, searchText],
    );
    const id = rows[0]?.id;
    for (const sql of TEXTS_OF_ONE) await pool.query(sql, [id, `${externalId}-x`, text]);
  }
}

const TEXTS_OF_ONE = [
  `INSERT INTO contacts (customer_id, source, external_id, name, role, email, phone) VALUES ($1, 'fuzz', $2, $3, $3, $3, $3)`,
  `INSERT INTO tickets (customer_id, source, external_id, subject, severity, opened_at) VALUES ($1, 'fuzz', $2, $3, 'high', '2026-12-01')`,
  `INSERT INTO touches (customer_id, source, external_id, channel, outcome, at, note) VALUES ($1, 'fuzz', $2, 'phone', 'reached', '2026-11-30', $3)`,
  `INSERT INTO activities (customer_id, source, external_id, kind, at, amount_minor, currency, category, quantity, note)
   VALUES ($1, 'fuzz', $2, 'order', '2026-11-20', 90000, 'EUR', $3, 1, $3)`,
  `INSERT INTO mentions (customer_id, source, external_id, network, author, text, url, at, sentiment, sentiment_label, sentiment_version)
   VALUES ($1, 'fuzz', $2, 'x', $3, $3, 'https://social.example/' || $3, '2026-12-08', -0.9, 'negative', 1)`,
];
