import type { Clock } from "../../src/domain/clock.ts";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import type { WorkspaceSeed } from "../../src/sandbox/seed.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createTestBot, startSlackBot } from "./slack-bot.ts";
import { startSlackPeer } from "./slack-peer.ts";

/** Ana is a rep, Ben another, Mia their manager; all of them are in #sales. */
export type PersonName = "ana" | "ben" | "mia";
const PEOPLE = {
  ana: { name: "Ana", email: "ana@example.com", timeZone: "Europe/Berlin" },
  ben: { name: "Ben", email: "ben@example.com", timeZone: "UTC" },
  mia: { name: "Mia", email: "mia@example.com", timeZone: "UTC", admin: true },
} as const;

/** A message with its blocks as JSON, and what its peer knows it by. */
export type Shown = { readonly json: string; readonly handle: unknown };

/** What people do with the bot, the same whichever peer stands in for Slack. */
export type CustomerWorkspace = {
  /** Types `/customer` in #sales. @returns the first answer, which only the person sees */
  lookUp(person: PersonName, query: string): Promise<Shown>;
  /** Presses a button; resolves when the press is acknowledged. */
  press(person: PersonName, shown: Shown, actionId: string): Promise<void>;
  /** Fills in the modal that the press opened. @returns what is wrong by field; empty when it was taken */
  submit(person: PersonName, callbackId: string, values: FormValues): Promise<Record<string, string>>;
  /** The first message that says so: new, or in the place of another. */
  sees(person: PersonName, words: string): Promise<Shown>;
  /** A modal of that name opens. */
  opens(person: PersonName, callbackId: string): Promise<string>;
  /** Stops everything. @returns what the peer would have refused and what the bot complained of */
  stop(): Promise<unknown[]>;
};

/** By field; a choice is the option's value. */
export type FormValues = Readonly<Record<string, { choice: string } | { text: string }>>;

export const PEERS: Readonly<
  Record<string, (database: Database, clock: Clock) => Promise<CustomerWorkspace>>
> = {
  "emulate, over signed HTTP": onEmulate,
  "the sandbox, over signed HTTP": (database, clock) => onSandbox(database, clock, "http"),
  "the sandbox, by Socket Mode": (database, clock) => onSandbox(database, clock, "socket"),
};

async function onEmulate(database: Database, clock: Clock): Promise<CustomerWorkspace> {
  const peer = await startSlackPeer({ people: PEOPLE, channels: { sales: {} } });
  const bot = await startSlackBot(database, peer, clock);
  type Sent = Awaited<ReturnType<typeof bot.type>>;
  const shown = (sent: Sent): Shown => ({ json: JSON.stringify(sent.body), handle: sent });
  const modal = (callbackId: string) => peer.waitFor(({ body }) => body.view?.callback_id === callbackId);
  return {
    lookUp: async (person, query) => shown(await bot.type(person, query)),
    async press(person, { handle }, actionId) {
      await bot.click(person, handle as Sent, actionId);
    },
    async submit(person, callbackId, values) {
      const { view } = (await modal(callbackId)).body;
      const sent = Object.entries(values).map(([id, value]) => [
        id,
        "choice" in value ? { selected_option: { value: value.choice } } : { value: value.text },
      ]);
      return (
        (await bot.submit(person, view, { ...untouched(view), ...Object.fromEntries(sent) }))?.errors ?? {}
      );
    },
    sees: async (_person, words) =>
      shown(await peer.waitFor(({ body }) => !body.view && JSON.stringify(body).includes(words))),
    opens: async (_person, callbackId) => JSON.stringify((await modal(callbackId)).body.view.blocks),
    async stop() {
      await bot.app.stop(5_000);
      await peer.close();
      return [...peer.problems, ...bot.logged];
    },
  };
}

/** A modal's inputs as they come prefilled; Slack sends them back, the emulator keeps no state. */
// biome-ignore lint/suspicious/noExplicitAny: a view as it was sent
function untouched(view: any): Record<string, object> {
  // biome-ignore lint/suspicious/noExplicitAny: a block as it was sent
  const inputs = view.blocks.filter(({ type }: any) => type === "input");
  return Object.fromEntries(
    // biome-ignore lint/suspicious/noExplicitAny: a block as it was sent
    inputs.map(({ block_id, element }: any) => [
      block_id,
      {
        selected_option: element.initial_option ?? null,
        selected_date: element.initial_date ?? null,
        selected_date_time: element.initial_date_time ?? null,
        value: element.initial_value ?? null,
      },
    ]),
  );
}

const idOf = (person: PersonName) => `U0${person.toUpperCase()}`;

const SEED: WorkspaceSeed = {
  name: "Sales",
  people: Object.entries(PEOPLE).map(([name, person]) => ({
    id: idOf(name as PersonName),
    name,
    realName: person.name,
    email: person.email,
    roleLabel: null,
    timeZone: person.timeZone,
    isAdmin: "admin" in person,
  })),
  channels: [{ id: "C0SALES", name: "sales", memberIds: ["U0ANA", "U0BEN", "U0MIA"], hasBot: true }],
  messages: [],
  bot: { name: "mainstay", realName: "Mainstay" },
  commands: [{ command: "/customer", description: "Look up a customer", usageHint: "[name]" }],
};

async function onSandbox(
  database: Database,
  clock: Clock,
  mode: "http" | "socket",
): Promise<CustomerWorkspace> {
  const sandbox = await createSandbox({
    clock,
    workspace: SEED,
    connection: { mode },
    rateLimits: { postBurst: 50 },
  });
  const { bot: botToken, app: appToken } = sandbox.tokens;
  const { signingSecret } = sandbox;
  const connection =
    mode === "http"
      ? { mode, botToken, signingSecret, host: "127.0.0.1", port: 0 }
      : { mode, botToken, appToken };
  const { app, logged } = createTestBot(database, { connection, apiUrl: sandbox.apiUrl }, clock);
  const port = await app.start();
  if (port) sandbox.setAppUrl(`http://127.0.0.1:${port}/slack/events`);
  await sandbox.appConnected();

  type Message = Awaited<ReturnType<typeof sandbox.waitForMessage>>;
  const shown = (message: Message): Shown => ({
    json: JSON.stringify([message.text, message.blocks]),
    handle: message,
  });
  const isSeenBy = (person: PersonName, message: Message) =>
    message.ephemeralFor === null || message.ephemeralFor === idOf(person);
  return {
    async lookUp(person, query) {
      const before = new Set(sandbox.messagesIn("sales", { as: idOf(person) }).map(({ ts }) => ts));
      await sandbox.command({ user: idOf(person), channel: "sales", command: "/customer", text: query });
      return shown(
        await sandbox.waitForMessage(
          ({ ts, ephemeralFor }) => ephemeralFor === idOf(person) && !before.has(ts),
        ),
      );
    },
    async press(person, { handle }, actionId) {
      await sandbox.click({ user: idOf(person), on: handle as Message, actionId });
    },
    async submit(person, callbackId, values) {
      await sandbox.waitForModal(idOf(person), (view) => view.callbackId === callbackId);
      const given = Object.entries(values).map(([id, value]) => [
        id,
        "choice" in value ? value.choice : value.text,
      ]);
      await sandbox.submitView({ user: idOf(person), values: Object.fromEntries(given) });
      return { ...sandbox.modalOf(idOf(person))?.errors };
    },
    sees: async (person, words) =>
      shown(
        await sandbox.waitForMessage(
          (message) => isSeenBy(person, message) && shown(message).json.includes(words),
        ),
      ),
    opens: async (person, callbackId) =>
      JSON.stringify(
        (await sandbox.waitForModal(idOf(person), (view) => view.callbackId === callbackId)).blocks,
      ),
    async stop() {
      await app.stop(5_000);
      await sandbox.close();
      return logged;
    },
  };
}
