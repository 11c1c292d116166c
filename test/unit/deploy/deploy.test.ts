import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { imageFiles, instructions } from "../../../scripts/packages/image-files.ts";
import { createProgram } from "../../../src/cli/program.ts";
import { environmentSchema, parseConfig } from "../../../src/config.ts";

/*
 * What stands in deploy/ against the program it starts. No image is built here: that the parts fit is held, that Docker and
 * systemd take them is not.
 */

const ROOT = resolve(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

const dockerfile = read("deploy/Dockerfile");
const units = readdirSync(join(ROOT, "deploy")).filter((name) => name.endsWith(".service"));
const serviceSchema = z.looseObject({
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  env_file: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  deploy: z.object({ replicas: z.number() }).optional(),
});
const services = z
  .object({ services: z.record(z.string(), serviceSchema) })
  .parse(parse(read("deploy/compose.yml"), { merge: true })).services;
const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);

/** Names that Node reads itself. */
const OF_NODE = ["NODE_ENV", "NODE_OPTIONS"];
const known = [...Object.keys(environmentSchema.shape), ...OF_NODE];
const commands = createProgram().commands.map((command) => command.name());
const values = (unit: string, key: string) =>
  [...read(`deploy/${unit}`).matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].map(([, value = ""]) => value);

describe("the image", () => {
  it("runs the Node we develop with, which package.json supports", () => {
    const bases = instructions(dockerfile).filter((line) => line.startsWith("FROM "));
    expect(bases.map((line) => /node:(\d+)-/.exec(line)?.[1])).toEqual(
      bases.map(() => read(".nvmrc").trim()),
    );
    const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
    expect(Number(read(".nvmrc"))).toBeGreaterThanOrEqual(
      Number.parseInt(engines.node.replace(">=", ""), 10),
    );
  });

  it("is made of files that are there and that .dockerignore lets through", () => {
    const copied = imageFiles(dockerfile);
    expect(copied).toContain("src");
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const [everything, ...rest] = lines(read(".dockerignore"));
    expect(everything).toBe("*");
    const letThrough = rest.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
    expect(copied.toSorted()).toEqual(letThrough.toSorted());
  });

  it("leaves secrets, data and packages of this machine out", () => {
    const left = lines(read(".dockerignore")).slice(1);
    expect(left.filter((line) => /\.env|\.data|deploy|\.git/.test(line))).toEqual(["**/.env*"]);
    expect(left).toContain("**/node_modules");
    for (const line of instructions(dockerfile)) {
      expect(line).not.toMatch(/xox[bp]-|xapp-|postgres(ql)?:\/\/|--build-arg/);
      if (/^(ARG|ENV)/.test(line)) expect(line).not.toMatch(/TOKEN|SECRET|PASSWORD|KEY|URL/);
    }
  });

  it("runs as another user than root, starts a command that exists and is asked at the port of health", () => {
    const told = instructions(dockerfile);
    expect(told.filter((line) => line.startsWith("USER "))).toEqual(["USER node"]);
    const [node, program = ""] = argumentsOf("ENTRYPOINT");
    expect(node).toBe("node");
    const built = /^RUN node scripts\/program\/build-once\.mjs (\w+)$/m.exec(dockerfile)?.[1];
    expect(program, "what the build left, and not the loader of TypeScript").toBe(`${built}/mainstay.cjs`);
    expect(commands).toContain(argumentsOf("CMD")[0]);
    expect(told.find((line) => line.startsWith("HEALTHCHECK"))).toContain("/readyz");
    expect(told.find((line) => line.startsWith("HEALTHCHECK"))).toContain(String(healthPort()));
    const set = told.filter((line) => line.startsWith("ENV ")).flatMap((line) => line.slice(4).split(" "));
    for (const pair of set) expect(known).toContain(pair.split("=")[0]);
  });
});

describe("the image's health check", () => {
  it.each([
    [200, 0],
    [503, 1],
  ])("answered with %s, ends with %s", async (status, code) => {
    const server = createServer((request, response) =>
      response.writeHead(request.url === "/readyz" ? status : 404).end(),
    );
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    expect(await checkHealthAt((server.address() as AddressInfo).port)).toBe(code);
    server.close();
    expect(await checkHealthAt((server.address() as AddressInfo | null)?.port ?? 1), "nobody answers").toBe(
      1,
    );
  });
});

describe("the compose file", () => {
  it("starts the bot and two workers of one image, which they can only read", () => {
    expect(ours.map(([name]) => name)).toEqual(["mainstay", "worker"]);
    for (const [, { build, read_only }] of ours) {
      expect(existsSync(join(ROOT, "deploy", build?.context ?? "", build?.dockerfile ?? "missing"))).toBe(
        true,
      );
      expect(read_only).toBe(true);
    }
    expect(services.worker?.deploy?.replicas).toBe(2);
    for (const [, { command = ["start"] }] of ours) expect(commands).toContain(command[0]);
  });

  it("sets what the configuration reads and nothing else, with no secret written down", () => {
    for (const [, { environment = {} }] of ours)
      expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
    const written = Object.values(services).flatMap(({ environment = {} }) => Object.entries(environment));
    for (const [name, value] of written)
      if (/PASSWORD|SECRET|TOKEN|KEY|URL/.test(name)) expect(value, name).toMatch(/\$\{[A-Z_]+:\?/);
  });

  it("gives workers the settings of the bot, and none of its tokens", () => {
    const { mainstay, worker } = services;
    expect(worker?.env_file).toBeUndefined();
    expect(Object.keys(worker?.environment ?? {}).filter((name) => /^SLACK|TOKEN|KEY/.test(name))).toEqual(
      [],
    );
    expect(worker?.environment).toMatchObject(mainstay?.environment ?? { missing: "" });
  });

  it("passes settings that are empty as not set", () => {
    const blank = Object.entries(services.worker?.environment ?? {}).filter(([, value]) =>
      /:-\}$/.test(value),
    );
    expect(blank.length).toBeGreaterThan(3);
    const environment = Object.fromEntries(blank.map(([name]) => [name, ""]));
    expect(parseConfig(environment)).toEqual(parseConfig({}));
  });
});

describe("the units of systemd", () => {
  it.each(units)("%s starts a command that exists, with Node itself, as a user of its own", (unit) => {
    const [start = ""] = values(unit, "ExecStart");
    expect(start).toMatch(/^\/usr\/bin\/node (--\S+=\S+ )?scripts\/mainstay\.mjs \w+$/);
    expect(commands).toContain(start.split(" ").at(-1));
    expect(existsSync(join(ROOT, "scripts/mainstay.mjs"))).toBe(true);
    expect(values(unit, "User")).toEqual(["mainstay"]);
    const set = values(unit, "Environment").flatMap((line) => line.split(" "));
    for (const pair of set) expect(known).toContain(pair.split("=")[0]);
  });

  it.each(units)("%s leaves the bot the time it takes to end, and may write nothing but its own", (unit) => {
    expect(Number(values(unit, "TimeoutStopSec")[0])).toBeGreaterThan(25);
    expect(values(unit, "ProtectSystem")).toEqual(["strict"]);
    expect(values(unit, "NoNewPrivileges")).toEqual(["yes"]);
    // Node compiles while it runs and would end at once.
    expect(values(unit, "MemoryDenyWriteExecute")).toEqual([]);
    const [folder] = values(unit, "StateDirectory");
    const data = values(unit, "Environment")
      .join(" ")
      .match(/DATA_DIR=(\S+)/)?.[1];
    expect(data).toBe(folder === undefined ? undefined : `/var/lib/${folder}`);
  });

  it("are there for the bot and its workers", () => {
    expect(units.toSorted()).toEqual(["mainstay-worker@.service", "mainstay.service"]);
  });
});

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

function argumentsOf(instruction: string): string[] {
  const line = instructions(dockerfile).find((one) => one.startsWith(`${instruction} [`));
  return z.array(z.string()).parse(JSON.parse(line?.slice(instruction.length + 1) ?? "null"));
}

async function checkHealthAt(port: number): Promise<number> {
  const line = instructions(dockerfile).find((one) => one.startsWith("HEALTHCHECK")) ?? "";
  const [program = "", ...args] = z.array(z.string()).parse(JSON.parse(line.slice(line.indexOf("["))));
  expect(program).toBe("node");
  const child = spawn(process.execPath, args, { env: { HEALTH_PORT: String(port) }, stdio: "ignore" });
  const [code] = await once(child, "exit");
  return Number(code);
}

const healthPort = () =>
  parseConfig({ SLACK_BOT_TOKEN: "xoxb-any", SLACK_APP_TOKEN: "xapp-any" }).health?.port;
