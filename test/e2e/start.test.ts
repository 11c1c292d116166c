import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { DEMO_CUSTOMERS } from "../../src/demo/demo-data.ts";
import { HIGH_RISK } from "../../src/domain/risk/bands.ts";
import { builtProgram } from "../support/built-program.ts";
import { beginMigrated } from "../support/migrated-database.ts";

const ROOT = resolve(import.meta.dirname, "../..");

describe("npm start", () => {
  let folder: string;
  let child: ChildProcess | null = null;
  let said = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-start-"));
    said = "";
  });
  afterEach(() => {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  /** As `npm start` does. */
  const AS_USERS_DO = ["scripts/mainstay.mjs"];
  const start = (environment: Record<string, string>, program = AS_USERS_DO) => {
    const env = { PATH: process.env.PATH ?? "", DATA_DIR: folder, LOG_LEVEL: "error", ...environment };
    child = spawn(process.execPath, [...program, "start"], { cwd: ROOT, env });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (said += String(text)));
    return child;
  };
  /** The same program from one file, on a folder that has its tables: neither decides what Slack's refusal leads to. */
  const startAtSlack = async (environment: Record<string, string>) => {
    await beginMigrated(folder);
    return start(environment, [await builtProgram("scripts/mainstay.ts")]);
  };
  const says = (child: ChildProcess, pattern: RegExp): Promise<string> =>
    new Promise((done, fail) => {
      const look = () => {
        const found = pattern.exec(said)?.[0];
        if (found !== undefined) done(found);
      };
      child.stdout?.on("data", look);
      child.once("exit", () => fail(new Error(`It ended before it said ${pattern}: ${said}`)));
    });

  it("opens the local workspace where there are no tokens, on loopback alone, and ends when told", async () => {
    const running = start({ PORT: "0" });
    const address = await says(running, /http:\/\/127\.0\.0\.1:\d+\//);
    expect(said.match(/http:/g)).toHaveLength(1);
    expect(await (await fetch(address)).text()).toContain("Mainstay – local workspace");
    for (const other of addressesOfTheMachine())
      await expect(fetch(address.replace("127.0.0.1", other))).rejects.toThrow();
    running.kill("SIGTERM");
    expect(await once(running, "exit")).toEqual([0, null]);
    expect(said).toMatch(/from the install|Making the invented customers/);
    const { customers, serves } = await firstStartLeft(folder);
    expect(customers).toBe(DEMO_CUSTOMERS);
    // The invented history ends when the install does, and on some of them the baseline is the better of the two.
    expect(["network", "baseline"]).toContain(serves);
  }, 400_000);

  it("never opens it where tokens are set, even where Slack refuses them", async () => {
    const slack = createServer((_request, response) =>
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ ok: false, error: "invalid_auth" })),
    ).listen(0, "127.0.0.1");
    await once(slack, "listening");
    const port = await freePort();
    const refused = await startAtSlack({
      PORT: String(port),
      SLACK_BOT_TOKEN: "xoxb-refused",
      SLACK_APP_TOKEN: "xapp-refused",
      SLACK_API_URL: `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`,
    });
    const [code] = await once(refused, "exit");
    slack.close();
    expect(code).toBe(1);
    expect(said).toMatch(/Slack refused SLACK_BOT_TOKEN \(invalid_auth\).*begins with xoxb-/);
    expect(said).not.toMatch(/stand-in|127\.0\.0\.1:\d+\/ /);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  }, 60_000);

  it("says that Slack does not answer, and blames no database", async () => {
    const alone = await startAtSlack({
      SLACK_BOT_TOKEN: "xoxb-any",
      SLACK_APP_TOKEN: "xapp-any",
      SLACK_API_URL: `http://127.0.0.1:${await freePort()}/api/`,
    });
    expect((await once(alone, "exit"))[0]).toBe(1);
    expect(said).toMatch(/Slack does not answer \(.*ECONNREFUSED.*\)/);
    expect(said).not.toContain("DATABASE_URL");
  }, 60_000);
});

/** What is in the data folder after a start ended. */
async function firstStartLeft(dataFolder: string) {
  const app = await openApp(parseConfig({ DATA_DIR: dataFolder, LOG_LEVEL: "fatal" }));
  try {
    const { customers } = await app.store.homeAccounts.totals(HIGH_RISK, new Date());
    return { customers, serves: (await app.store.modelVersions.champion())?.serves };
  } finally {
    await app.close();
  }
}

const addressesOfTheMachine = () =>
  Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => address);

async function freePort(): Promise<number> {
  const server = createSocketServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
