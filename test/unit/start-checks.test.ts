import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config.ts";
import { SCOPES } from "../../src/slack/scopes.ts";
import { assertCanStart, checkStart, sentences } from "../../src/start-checks.ts";

const SLACK_AT = Date.parse("2026-11-24T04:30:00Z");
const SECOND = 1000;
let folder: string;
let slack: Server;
let answers: Record<string, object>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "mainstay-checks-"));
  answers = {
    "auth.test": { ok: true, team: "Acme", user: "mainstay" },
    "apps.connections.open": { ok: true },
  };
  slack = createServer((request, response) => {
    const body = answers[(request.url ?? "").replace("/api/", "")] ?? { ok: false, error: "unknown_method" };
    const headers = { "x-oauth-scopes": SCOPES.join(","), date: new Date(SLACK_AT).toUTCString() };
    response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => slack.listen(0, "127.0.0.1", ready));
});
afterEach(() => {
  slack.closeAllConnections();
  slack.close();
  rmSync(folder, { recursive: true, force: true });
});

const configOf = (more: Record<string, string> = {}) =>
  parseConfig({
    ...{ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", DATA_DIR: join(folder, "data") },
    SLACK_API_URL: `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`,
    ...more,
  });
const found = async (more: Record<string, string> = {}, now = SLACK_AT) =>
  (await checkStart(configOf(more), () => now)).map(({ name, status, finding, advice }) => ({
    ...{ name, status, text: sentences(finding, advice) },
  }));
const stateOf = async (name: string, more: Record<string, string> = {}, now = SLACK_AT) =>
  (await found(more, now)).find((check) => check.name === name);

describe("what a start looks at", () => {
  it("is fine where nothing is wrong, and leaves nothing behind", async () => {
    expect((await found()).map(({ name, status }) => `${name} ${status}`)).toEqual([
      ...["database ok", "folders ok", "zones ok", "clock ok", "slack ok", "blocks ok"],
    ]);
    expect(readdirSync(folder)).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(".mainstay-check"))).toEqual([]);
  });

  it("is told whole where everything is wrong at once", async () => {
    answers["auth.test"] = { ok: false, error: "token_revoked" };
    answers["apps.connections.open"] = { ok: false, error: "invalid_auth" };
    writeFileSync(join(folder, "file"), "");
    const checks = await checkStart(
      configOf({ DATA_DIR: join(folder, "file", "data") }),
      () => SLACK_AT + 600 * SECOND,
    );
    expect(() => assertCanStart(checks)).toThrow(
      new RegExp(
        [
          "^Mainstay cannot start:",
          "  - folders: No file can be written in .*file/data \\(ENOTDIR\\)\\. .*",
          "  - clock: This machine's clock is 600 seconds ahead of Slack's\\. .*",
          "  - slack: Slack refused SLACK_BOT_TOKEN \\(token_revoked\\).* SLACK_APP_TOKEN \\(invalid_auth\\).*",
        ].join("\n"),
      ),
    );
  });

  it("lets the bot start with what is a warning only", () => {
    expect(() =>
      assertCanStart([{ name: "clock", status: "warning", finding: [], advice: null }]),
    ).not.toThrow();
  });

  it("is the database server, without words of its password", async () => {
    const url = "postgresql://ana:secret-word@127.0.0.1:1/mainstay";
    const state = await stateOf("database", { DATABASE_URL: url });
    expect(state).toMatchObject({ status: "failed", text: expect.stringContaining("ECONNREFUSED") });
    expect(state?.text).not.toContain("secret-word");
  });

  it("is whether another process that lives has the embedded database", async () => {
    mkdirSync(join(folder, "data"));
    const lock = (pid: number) =>
      writeFileSync(join(folder, "data", "lock.json"), JSON.stringify({ pid, socketFolder: "/nowhere" }));
    lock(process.ppid);
    expect(await stateOf("database")).toMatchObject({
      status: "failed",
      text: expect.stringContaining(`in use by process ${process.ppid}.`),
    });
    lock(2 ** 22 + 1); // Above the highest number a process can have.
    expect(await stateOf("database")).toMatchObject({ status: "ok" });
  });

  it.each([
    [60, "ok", "agree"],
    [61, "warning", "61 seconds ahead of"],
    [-240, "warning", "240 seconds behind"],
    [-241, "failed", "241 seconds behind"],
  ])("is a clock that is %i s off: %s", async (seconds, status, text) => {
    const expected = { status, text: expect.stringContaining(text) };
    expect(await stateOf("clock", {}, SLACK_AT + seconds * SECOND)).toMatchObject(expected);
  });

  it("says nothing of the clock where Slack does not answer, nor where there is no Slack", async () => {
    expect(await stateOf("clock", { SLACK_API_URL: "http://127.0.0.1:1/api/" })).toBeUndefined();
    expect(await stateOf("clock", { SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: "" })).toBeUndefined();
  });
});
