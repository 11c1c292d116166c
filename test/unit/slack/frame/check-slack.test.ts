import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { SlackConnection } from "../../../../src/config.ts";
import { PhrasedError } from "../../../../src/domain/phrased-error.ts";
import type { SlackFlows } from "../../../../src/flows/bind-flows.ts";
import { createSlackApp } from "../../../../src/slack/frame/bolt-app.ts";
import { checkSlack } from "../../../../src/slack/frame/check-slack.ts";
import { SCOPES } from "../../../../src/slack/scopes.ts";
import { commandLineText } from "../../../../src/words/command-line.ts";

const SOCKET: SlackConnection = { mode: "socket", botToken: "xoxb-1", appToken: "xapp-1" };
const silent = { info: () => {}, warn: () => {}, error: () => {} };

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

type Answers = Readonly<Record<string, object>>;
const GOOD: Answers = {
  "auth.test": { ok: true, team: "Acme", user: "mainstay", bot_id: "B1", user_id: "U1" },
  "apps.connections.open": { ok: true, url: "ws://127.0.0.1:1/" },
};

/** A Slack that answers as told. @returns its address, and what it was asked */
async function slackThatSays(answers: Answers, scopes: string | null = SCOPES.join(",")) {
  const calls: string[] = [];
  server = createServer((request, response) => {
    const method = (request.url ?? "").replace("/api/", "");
    calls.push(method);
    const headers = { "content-type": "application/json", ...(scopes && { "x-oauth-scopes": scopes }) };
    response.writeHead(200, headers).end(JSON.stringify({ ...GOOD, ...answers }[method] ?? { ok: false }));
  });
  await new Promise<void>((ready) => server?.listen(0, "127.0.0.1", ready));
  return { apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`, calls };
}

const findingOf = async (apiUrl: string) => {
  const { status, finding } = await checkSlack(SOCKET, apiUrl);
  return [status, finding.map(commandLineText).join(" ")];
};

describe("what Slack says of the tokens", () => {
  it("is fine where it takes both and grants every scope, or does not say which", async () => {
    const good = ["ok", "connected to Acme as mainstay, socket mode"];
    for (const scopes of [[...SCOPES, "reactions:read"].join(","), null])
      expect(await findingOf((await slackThatSays({}, scopes)).apiUrl)).toEqual(good);
  });

  it.each([
    ["auth.test", "invalid_auth", /SLACK_BOT_TOKEN \(invalid_auth\).*does not know.*xoxb-/],
    ["auth.test", "account_inactive", /SLACK_BOT_TOKEN.*Install it again.*OAuth & Permissions/],
    ["apps.connections.open", "not_allowed_token_type", /SLACK_APP_TOKEN.*another kind.*xapp-/],
    ["apps.connections.open", "missing_scope", /SLACK_APP_TOKEN.*connections:write.*Basic Information/],
    ["auth.test", "something_new", /SLACK_BOT_TOKEN \(something_new\)/],
    ["auth.test", "internal_error", /Slack does not answer \(internal_error\)/],
  ])("%s: %s says which token, and what to do", async (method, error, expected) => {
    const { apiUrl } = await slackThatSays({ [method]: { ok: false, error } });
    expect(await findingOf(apiUrl)).toEqual(["failed", expect.stringMatching(expected)]);
  });

  it("names both tokens at once where both are refused, and says once that nobody answers", async () => {
    const refused = { ok: false, error: "invalid_auth" };
    const { apiUrl } = await slackThatSays({ "auth.test": refused, "apps.connections.open": refused });
    const [, finding] = await findingOf(apiUrl);
    expect(finding).toMatch(/SLACK_BOT_TOKEN \(invalid_auth\).*SLACK_APP_TOKEN \(invalid_auth\)/);
    const [, unreached] = await findingOf("http://127.0.0.1:1/api/");
    expect(unreached?.match(/Slack does not answer/g)).toHaveLength(1);
  });

  it("names the scopes that the app was installed without", async () => {
    const { apiUrl } = await slackThatSays({}, "commands,chat:write");
    const [status, finding] = await findingOf(apiUrl);
    expect(status).toBe("failed");
    expect(finding).toMatch(/without im:write, users:read, .*app_mentions:read/);
  });
});

it.each([
  ["files", { takesFiles: true }, /without files:read.*IMPORT_IN_SLACK=off/],
  ["user groups", { readsGroups: true }, /without usergroups:read.*MANAGERS_GROUP/],
])("asks for the scope for %s only where they are used, and says how they are not", async (_, uses, said) => {
  const { apiUrl } = await slackThatSays({});
  expect(await checkSlack(SOCKET, apiUrl)).toMatchObject({ status: "ok" });
  const { status, finding } = await checkSlack(SOCKET, apiUrl, uses);
  expect(status).toBe("failed");
  expect(finding.map(commandLineText).join(" ")).toMatch(said);
});

/** Nothing is delivered here. */
const NO_REQUESTS = {
  keep: async () => true,
  done: async () => {},
  release: async () => {},
  stillAtWork: async () => {},
  takeLeft: async () => [],
  takeGivenUp: async () => [],
  gaveUp: async () => {},
};

describe("a start", () => {
  const start = (apiUrl: string) =>
    createSlackApp(
      { connection: SOCKET, apiUrl },
      {
        ...{ clock: () => new Date(0), log: silent },
        requests: NO_REQUESTS,
        traces: { during: (_, work) => work(), ended: async () => {}, failed: async () => {} },
        routes: [],
        flows: () => ({}) as SlackFlows,
      },
    ).start();
  const reasonOf = async (apiUrl: string) => {
    const error: unknown = await start(apiUrl).catch((thrown: unknown) => thrown);
    return error instanceof PhrasedError ? commandLineText(error.reason) : error;
  };

  it.each(["invalid_auth", "not_allowed_token_type", "account_inactive", "missing_scope"])(
    "ends with %s instead of trying again",
    async (error) => {
      const { apiUrl, calls } = await slackThatSays({ "apps.connections.open": { ok: false, error } });
      expect(await reasonOf(apiUrl)).toContain(`SLACK_APP_TOKEN (${error})`);
      expect(calls).toEqual(["auth.test", "apps.connections.open"]);
    },
  );

  it("says that Slack does not answer where nobody listens", async () => {
    expect(await reasonOf("http://127.0.0.1:1/api/")).toMatch(/^Slack does not answer/);
  });
});
