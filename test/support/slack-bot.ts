import type { SlackConnection } from "../../src/config.ts";
import type { Clock } from "../../src/domain/clock.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import type { Log } from "../../src/log.ts";
import { mcpRoutes } from "../../src/mcp/mcp-route.ts";
import { unreadNotedIn } from "../../src/monitoring/unread-parts.ts";
import { createSlackApp, installedTeam, slackDirectory } from "../../src/slack/frame/bolt-app.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { signedFeedbackLinks } from "../../src/web/feedback-links.ts";
import { webRoutes } from "../../src/web/routes.ts";
import { servedRoutes } from "../../src/web/web-server.ts";
import { sharedModel as model } from "./shared-model.ts";
import { slackSender } from "./signed-requests.ts";
import { BOT_TOKEN, type Sent, type SlackPeer } from "./slack-peer.ts";

export const SIGNING_SECRET = "a-signing-secret-for-tests";

const CLV = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };

/** Nothing is pulled: no test asks another system. */
const NO_SYSTEMS = { definitions: {}, secret: () => null, fetch: async () => null };

/** As if we were reached there; a test follows the path of a link alone. */
const FEEDBACK = {
  companyName: "Good Wares",
  links: signedFeedbackLinks({ publicUrl: "https://us.example", key: "a key for tests, of 32 characters" }),
  missing: [],
};
/** The bot's own address, and two systems of the team's. */
export const CUSTOMER_LINKS = {
  publicUrl: "https://us.example",
  crmPatterns: [
    { source: null, pattern: "https://crm.example.com/accounts/{ref}" },
    { source: "hubspot", pattern: "https://app.hubspot.example/record/{ref}/view" },
  ],
};
const teamText = ({ code }: { readonly code: string }) => code;

/** The real bot, wherever Slack is. What it warns of or fails at is kept in `logged`. @param nowMs by the machine, for `/mcp` */
export function createTestBot(
  database: Database,
  slack: { readonly connection: SlackConnection; readonly apiUrl: string; readonly takesFiles?: boolean },
  clock: Clock,
  nowMs: () => number = Date.now,
) {
  const store = createStore(database);
  const logged: Array<{ fields: Record<string, unknown>; message: string }> = [];
  const keep = (fields: object, message: string) => void logged.push({ fields: { ...fields }, message });
  const log: Log = { info: () => {}, warn: keep, error: keep };
  const deps = {
    ...store,
    model,
    clock,
    systems: NO_SYSTEMS,
    timeZone: "UTC",
    clv: CLV,
    teamText,
    customerLinks: CUSTOMER_LINKS,
    feedbackSettings: FEEDBACK,
    noteUnread: unreadNotedIn(log),
    holidays: publicHolidays(),
  };
  const health = async () => ({ ok: true });
  const asked = { flows: bindFlows({ ...deps, workspace: slackDirectory(slack, log) }), clock, log };
  const signed = { signingSecret: SIGNING_SECRET, team: installedTeam(slack, log), nowMs };
  const routes = [
    ...webRoutes({ log, flows: bindFlows(deps), publicUrl: null, health }),
    ...mcpRoutes({ ...asked, ...signed, publicUrl: "https://us.example" }),
  ];
  const app = createSlackApp(slack, {
    clock,
    log,
    requests: store.handledRequests,
    traces: store.requestTraces,
    routes: servedRoutes(routes, log),
    flows: (workspace) => bindFlows({ ...deps, workspace }),
  });
  return { app, logged };
}

/** The real bot over signed HTTP on a free loopback port, talking to the peer; and a person's hands on it. */
export async function startSlackBot(
  database: Database,
  peer: SlackPeer,
  clock: Clock,
  nowMs: () => number = Date.now,
) {
  const { app, logged } = createTestBot(
    database,
    {
      connection: {
        mode: "http",
        botToken: BOT_TOKEN,
        signingSecret: SIGNING_SECRET,
        host: "127.0.0.1",
        port: 0,
      },
      apiUrl: peer.apiUrl,
    },
    clock,
    nowMs,
  );
  const port = await app.start();
  const url = `http://127.0.0.1:${port}`;
  return { app, url, logged, ...hands(peer, slackSender(`${url}/slack/events`, SIGNING_SECRET)) };
}

type LinksPosted = {
  channel?: string;
  is_bot_user_member?: boolean;
  source?: "composer" | "conversations_history";
};
type PaneAsked = { channel?: string | null; askedId?: string | null };

export type SlackBot = Awaited<ReturnType<typeof startSlackBot>>;

/** What a person does in Slack, and what they see of it. */
function hands(peer: SlackPeer, send: ReturnType<typeof slackSender>) {
  let deliveries = 0;
  const tell = (event: object) =>
    send.event({
      ...{ type: "event_callback", team_id: "T000000001", event_id: `EvHands${++deliveries}`, event },
    });
  const answerAt = (responseUrl: string) =>
    peer.waitFor((entry) => entry.responseUrl === new URL(responseUrl).pathname);
  return {
    send,

    /** Types a command and gives the first answer to it. */
    async type(person: string, text: string, channel = "sales") {
      const responseUrl = peer.responseUrl();
      const response = await send.form({
        command: "/customer",
        text,
        user_id: peer.userId(person),
        channel_id: peer.channelId(channel),
        team_id: "T000000001",
        trigger_id: `trigger-${++deliveries}`,
        response_url: responseUrl,
      });
      if (response.status !== 200) throw new Error(`The command answered ${response.status}.`);
      return answerAt(responseUrl);
    },

    /** Clicks a button of a message, or chooses an option by its text; resolves when that was acknowledged. */
    async click(person: string, message: Sent, actionId: string, channel = "sales", option?: string) {
      const responseUrl = peer.responseUrl();
      const userId = peer.userId(person);
      const triggerId = await peer.triggerId(userId);
      const { text, blocks, response_type: shownTo } = message.body;
      const { button, block } = buttonOf(blocks, actionId);
      const isEphemeral = shownTo === "ephemeral";
      const response = await send.interaction({
        type: "block_actions",
        user: { id: userId, team_id: "T000000001" },
        team: { id: "T000000001" },
        channel: { id: peer.channelId(channel) },
        container: { type: "message", is_ephemeral: isEphemeral },
        // What one person alone sees, Slack does not hand over again.
        ...(isEphemeral ? {} : { message: { text, blocks } }),
        trigger_id: triggerId,
        response_url: responseUrl,
        actions: [
          {
            ...(option === undefined ? { type: "button", ...button } : chosen(button, option)),
            ...{ block_id: block.block_id, action_ts: String(++deliveries) },
          },
        ],
      });
      return { status: response.status, responseUrl, answer: () => answerAt(responseUrl) };
    },

    /** Clicks a button of the Home tab, or chooses an option by its text. */
    async clickOnHome(person: string, { body: { view } }: Sent, actionId: string, option?: string) {
      const userId = peer.userId(person);
      const { button, block } = buttonOf(view.blocks, actionId);
      await send.interaction({
        type: "block_actions",
        user: { id: userId, team_id: "T000000001" },
        team: { id: "T000000001" },
        container: { type: "view", view_id: "V0HOME" },
        view: { id: "V0HOME", type: "home", private_metadata: view.private_metadata ?? "" },
        trigger_id: await peer.triggerId(userId),
        actions: [
          {
            ...(option === undefined ? { type: "button", ...button } : chosen(button, option)),
            ...{ block_id: block.block_id, action_ts: String(++deliveries) },
          },
        ],
      });
    },

    /** Clicks a button of the modal that is open. */
    async clickInModal(person: string, { body: { view }, viewId }: Sent, actionId: string) {
      const userId = peer.userId(person);
      const { button, block } = buttonOf(view.blocks, actionId);
      await send.interaction({
        type: "block_actions",
        user: { id: userId, team_id: "T000000001" },
        team: { id: "T000000001" },
        container: { type: "view", view_id: viewId },
        view: { ...view, id: viewId },
        trigger_id: await peer.triggerId(userId, viewId),
        actions: [{ type: "button", ...button, block_id: block.block_id, action_ts: String(++deliveries) }],
      });
    },

    /** Posts links. @returns the message's ts, once the bot has taken note of it */
    async postLinks(
      person: string,
      links: readonly string[],
      { channel = "sales", ...more }: LinksPosted = {},
    ) {
      const ts = `1800000000.${String(++deliveries).padStart(6, "0")}`;
      const channelId = /^[DC]\d/.test(channel) ? channel : peer.channelId(channel);
      peer.links.posted(channelId, ts, links);
      await tell({
        ...{ type: "link_shared", user: peer.userId(person), channel: channelId, message_ts: ts },
        ...{ is_bot_user_member: true, source: "conversations_history", unfurl_id: `u-${ts}` },
        links: links.map((url) => ({ url, domain: new URL(url).hostname })),
        ...more,
      });
      return ts;
    },

    /** Opens the pane of a link. @param asked.askedId whom the unfurl named; left out: the link was not shown */
    async openPane(person: string, link: string, asked: PaneAsked = {}): Promise<Sent> {
      const { channel = "sales", askedId = null } = asked;
      const trigger = `pane-${++deliveries}`;
      peer.links.opened(trigger, askedId);
      const channelId = channel === null ? {} : { channel: peer.channelId(channel) };
      await tell({
        ...{ type: "entity_details_requested", user: peer.userId(person), trigger_id: trigger, ...channelId },
        ...{ link: { url: link, domain: new URL(link).hostname }, entity_url: link, app_unfurl_url: link },
        ...(askedId === null ? {} : { external_ref: { id: askedId, type: "customer" } }),
        user_locale: "en-US",
      });
      return peer.waitFor(({ body }) => body.trigger_id === trigger);
    },

    /** Submits an open modal. @returns the acknowledgement's body: null, or the errors beside the fields */
    async submit(
      person: string,
      view: Sent["body"],
      values: Record<string, object>,
      viewId = `V${++deliveries}`,
    ) {
      const state = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { [id]: value }]));
      const response = await send.interaction({
        type: "view_submission",
        user: { id: peer.userId(person), team_id: "T000000001" },
        team: { id: "T000000001" },
        view: { ...view, id: viewId, state: { values: state } },
      });
      const text = await response.text();
      return text === "" ? null : JSON.parse(text);
    },
  };
}

/** What Slack says of a choice in a list. */
// biome-ignore lint/suspicious/noExplicitAny: an element as it was sent
function chosen({ options, ...list }: any, text: string) {
  const option = options.find((one: { text: { text: string } }) => one.text.text === text);
  if (option === undefined) throw new Error(`No option ${text} in ${JSON.stringify(options).slice(0, 500)}`);
  return { ...list, selected_option: option };
}

// biome-ignore lint/suspicious/noExplicitAny: blocks as they were sent
function buttonOf(blocks: any[], actionId: string): { button: any; block: any } {
  for (const block of blocks) {
    for (const button of [...(block.elements ?? []), block.accessory ?? {}])
      if (button.action_id === actionId) return { button, block };
  }
  throw new Error(`No button ${actionId} in ${JSON.stringify(blocks).slice(0, 500)}`);
}
