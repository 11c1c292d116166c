import { readFileSync } from "node:fs";
import type { AppsManifestValidateArguments } from "@slack/web-api";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { understand } from "../../src/domain/asking/understand.ts";
import { WORKFLOW_STEPS } from "../../src/domain/outreach/workflow-step.ts";
import { TOUCH_CHANNELS, TOUCH_OUTCOMES } from "../../src/slack/blocks/outreach/forms.ts";
import { COMMAND, EVENT, SHORTCUT } from "../../src/slack/ids.ts";
import { AGENT_SCOPE, FILE_SCOPE, SCOPES as KNOWN_SCOPES, LINK_SCOPES } from "../../src/slack/scopes.ts";

type Manifest = AppsManifestValidateArguments["manifest"];
type Scope = NonNullable<NonNullable<NonNullable<Manifest["oauth_config"]>["scopes"]>["bot"]>[number];
type BotEvent = NonNullable<
  NonNullable<NonNullable<Manifest["settings"]>["event_subscriptions"]>["bot_events"]
>[number];

/** Newer than the types of the Web API. */
const AGENT_VIEW = z.object({
  agent_description: z.string().max(300),
  suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })),
});

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const manifest: Manifest = parse(read("../../manifest.yml"));

/** The compiler knows every scope and event there is: a misspelt one does not compile here. */
const SCOPES: readonly Scope[] = KNOWN_SCOPES;
/** Newer than the types of the Web API. */
const ASKED_FOR: readonly string[] = [
  ...SCOPES.slice(0, -1),
  AGENT_SCOPE,
  ...SCOPES.slice(-1),
  ...LINK_SCOPES,
];
/** Not asked for by the manifest: whoever switches the import of files on adds it. */
const FILES: Scope = FILE_SCOPE;
const EVENTS = [
  "app_home_opened",
  "team_join",
  "user_change",
  "app_mention",
  "app_context_changed",
  "agent_session_stopped",
  "message.im",
  "link_shared",
  "entity_details_requested",
] as const satisfies ReadonlyArray<BotEvent | typeof EVENT.contextChanged | typeof EVENT.sessionStopped>;

it("has the shape Slack's manifest schema asks for", () => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(JSON.parse(read("slack/manifest.schema.2.0.0.json")));
  validate(manifest);
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ ...manifest, display_information: {} })).toBe(false);
});

it("has that shape with what is commented out for Slackbot, too", () => {
  const text = read("../../manifest.yml");
  const withSlackbot = text
    .replace("# - mcp:connect", "- mcp:connect")
    .replace(/# (mcp_servers:)\n# ( {2}mainstay:)\n# ( {4}url: .*)\n# ( {4}auth_type: .*)/, "$1\n$2\n$3\n$4");
  const asked = parse(withSlackbot);
  const schema = JSON.parse(read("slack/manifest.schema.2.0.0.json"));
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  expect(validate(asked)).toBe(true);
  expect(asked.mcp_servers.mainstay).toEqual({
    url: "https://mainstay.example.com/mcp",
    auth_type: "slack_identity_auth",
  });
  expect(asked.oauth_config.scopes.bot).toContain("mcp:connect");
  expect(validate({ ...asked, mcp_servers: { mainstay: { url: "http://mainstay.example.com/mcp" } } })).toBe(
    false,
  );
});

it("has that shape with the domains of customers' links, too", () => {
  const text = read("../../manifest.yml").replace(
    /# (unfurl_domains:)\n {2}# ( {2}- mainstay\.example\.com)/,
    "$1\n  $2",
  );
  const asked = parse(text);
  const schema = JSON.parse(read("slack/manifest.schema.2.0.0.json"));
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  expect(validate(asked)).toBe(true);
  expect(asked.features.unfurl_domains).toEqual(["mainstay.example.com"]);
  expect(manifest.features?.unfurl_domains).toBeUndefined();
});

it("declares the steps of workflows as the bot reads them, in what is commented out for organisations", () => {
  const text = read("../../manifest.yml");
  const commented = text.slice(text.indexOf("# functions:")).replaceAll(/^# /gm, "");
  const parameter = z.strictObject({
    ...{
      type: z.enum(["string", "integer", "slack#/types/user_id"]),
      title: z.string(),
      description: z.string(),
    },
    ...{ is_required: z.boolean(), name: z.string() },
  });
  const parameters = z.record(z.string(), parameter);
  const step = z.strictObject({
    ...{ title: z.string().max(100), description: z.string() },
    ...{ input_parameters: parameters, output_parameters: parameters },
  });
  const { functions } = z.object({ functions: z.record(z.string(), step) }).parse(parse(commented));
  expect(Object.keys(functions)).toEqual([...WORKFLOW_STEPS]);
  for (const { input_parameters, output_parameters } of Object.values(functions)) {
    expect(Object.keys(input_parameters).slice(0, 2)).toEqual(["customer", "user"]);
    for (const [name, given] of Object.entries({ ...input_parameters, ...output_parameters }))
      expect(given.name).toBe(name);
  }
  const channels = functions.log_touch?.input_parameters.channel?.description.split(/, | or /);
  expect(channels).toEqual([...TOUCH_CHANNELS]);
  expect(functions.log_touch?.input_parameters.outcome?.description.split(/, | or /)).toEqual([
    ...TOUCH_OUTCOMES,
  ]);
});

it("asks for no scope and no event beyond those in use", () => {
  expect(manifest.oauth_config?.scopes?.bot).toEqual(ASKED_FOR);
  expect(manifest.oauth_config?.scopes?.bot).not.toContain(FILES);
  expect(manifest.oauth_config?.scopes?.user).toBeUndefined();
  expect(manifest.settings?.event_subscriptions?.bot_events).toEqual(EVENTS);
});

it("declares every command and event the bot listens to", () => {
  expect(manifest.features?.slash_commands?.map(({ command }) => command)).toEqual(Object.values(COMMAND));
  // A subscription names the kind of conversation, the event itself does not.
  expect(EVENTS.map((event) => event.replace(/^message\..*/, "message"))).toEqual(Object.values(EVENT));
  expect(manifest.settings?.interactivity?.is_enabled).toBe(true);
});

it("declares every shortcut the bot listens to", () => {
  const declared = manifest.features?.shortcuts?.map(({ callback_id, type }) => [callback_id, type]);
  expect(declared).toEqual([
    [SHORTCUT.logAsTouch, "message"],
    [SHORTCUT.findCustomer, "global"],
  ]);
});

it("is an agent, whose prompts it can answer", () => {
  const { agent_view: agent } = z.object({ agent_view: AGENT_VIEW }).parse(manifest.features);
  expect(agent.suggested_prompts.map(({ message }) => understand(message).kind)).toEqual(
    Array(4).fill("question"),
  );
});

it("lets people write to the bot in its Messages tab, and hears it there alone", () => {
  expect(manifest.features?.app_home).toMatchObject({
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
  expect(EVENTS.filter((event) => event.startsWith("message."))).toEqual(["message.im"]);
});

it("says why it asks for each scope", () => {
  const lines = read("../../manifest.yml").split("\n");
  for (const scope of ASKED_FOR)
    expect(lines.find((line) => line.includes(`- ${scope} `))).toMatch(/ # .{5,}/);
});
