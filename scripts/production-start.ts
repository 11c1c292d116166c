// Installs this working copy as production does, without the packages of development, in a folder of its own, says how large
// that is, and starts the bot from it: on PostgreSQL, then on the embedded database with no more than an image has.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startNativePostgres } from "./chaos/native-postgres.ts";
import { imageFiles } from "./packages/image-files.ts";
import { assertWithoutDevelopment, folderMegabytes } from "./packages/production-folder.ts";
import { startAndStop } from "./packages/start-and-stop.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** Chosen by the product: an install for production takes no more, prepared database included. */
const MOST_MEGABYTES = 350;
/** Without what an npm that runs this tells those below it, such as which scripts it was allowed. */
const OWN_ENV = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
const POSTGRES_PORT = 20_000 + (process.pid % 20_000);

const folder = mkdtempSync(join(tmpdir(), "mainstay-production-"));
try {
  copyWorkingCopy(folder);
  const flags = ["--omit=dev", "--strict-allow-scripts", "--prefer-offline", "--no-audit", "--no-fund"];
  execFileSync("npm", ["ci", ...flags], {
    cwd: folder,
    env: OWN_ENV,
    stdio: ["ignore", "ignore", "inherit"],
  });
  assertWithoutDevelopment(folder);
  sayAndHoldSize(folderMegabytes(join(folder, "node_modules")));
  await startOnServer();
  await startAsImage();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Every file that git knows or would add, as it is now. */
function copyWorkingCopy(to: string): void {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const deleted = new Set(gitPaths(["ls-files", "-z", "--deleted"]));
  for (const path of gitPaths(list))
    if (!deleted.has(path)) cpSync(join(ROOT, path), join(to, path), { recursive: true });
}

function gitPaths(args: readonly string[]): string[] {
  const told = execFileSync("git", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return told.split("\0").filter((path) => path !== "" && !path.startsWith("test/"));
}

function sayAndHoldSize(megabytes: number): void {
  say(`npm ci --omit=dev: node_modules has ${megabytes} MB.`);
  if (megabytes > MOST_MEGABYTES)
    throw new Error(`An install for production may have ${MOST_MEGABYTES} MB (docs/install-size.md).`);
}

async function startOnServer(): Promise<void> {
  const server = await startNativePostgres(POSTGRES_PORT);
  try {
    await startAndStop(folder, "scripts/mainstay.mjs", {
      DATABASE_URL: server.url("postgres"),
      DATA_DIR: join(folder, "none"),
    });
  } finally {
    await server.stop();
  }
  say("The bot starts from it on PostgreSQL.");
}

async function startAsImage(): Promise<void> {
  for (const script of [["scripts/trim-packages.mjs"], ["scripts/program/build-once.mjs", "program"]])
    execFileSync(process.execPath, script, { cwd: folder, stdio: "inherit" });
  keepImageFiles();
  await startAndStop(folder, "program/mainstay.cjs", { DATA_DIR: join(folder, "data") });
  const megabytes = folderMegabytes(join(folder, "node_modules"));
  say(`It starts on the embedded database with the files that an image has: node_modules ${megabytes} MB.`);
}

/** Of our own files those alone that the Dockerfile copies. */
function keepImageFiles(): void {
  const kept = [...imageFiles(readFileSync(join(ROOT, "deploy/Dockerfile"), "utf8")), "program"];
  const isKept = (path: string) => kept.some((one) => one === path || one.startsWith(`${path}/`));
  const ours = [
    ...readdirSync(folder),
    ...readdirSync(join(folder, "scripts")).map((name) => `scripts/${name}`),
  ];
  for (const path of ours.filter((name) => name !== "node_modules" && !isKept(name)))
    rmSync(join(folder, path), { recursive: true, force: true });
  rmSync(join(folder, "node_modules/.cache"), { recursive: true, force: true });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
