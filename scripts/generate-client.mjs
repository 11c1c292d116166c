// Generates the Prisma client after an install. `prisma generate` never runs the native schema engine, but
// downloads it unless it is told where one is; naming any existing file keeps the install on the npm registry.
// Prisma's command is a package of development (200 MB with what it brings): an install without those packages
// takes it, in the versions of the lock file, into a temporary folder, unless the client is there already.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SCHEMA = join(ROOT, "prisma/schema.prisma");
const STAMP = join(ROOT, "src/store/generated/made-from");
const COMMAND = "prisma-cli";
const LOCK = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));

const installed = installedCommand();
if (installed !== null) generate(installed);
else if (!isCurrent()) generateWithout();

function installedCommand() {
  try {
    return createRequire(import.meta.url).resolve(`${COMMAND}/build/index.js`);
  } catch {
    return null;
  }
}

/** Of the schema and the version of Prisma: what the client is made from. */
function source() {
  const version = LOCK.packages[`node_modules/${COMMAND}`].version;
  return createHash("sha256").update(`${version}\n`).update(readFileSync(SCHEMA)).digest("hex");
}

function isCurrent() {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === source();
}

function generateWithout() {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-prisma-"));
  try {
    installCommandInto(folder);
    generate(join(folder, "node_modules", COMMAND, "build/index.js"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Exactly what the lock file says, with its checksums; no package of it runs a script. */
function installCommandInto(folder) {
  const root = { name: "prisma-for-mainstay", private: true, devDependencies: undefined };
  const dependencies = { [COMMAND]: `npm:prisma@${LOCK.packages[`node_modules/${COMMAND}`].version}` };
  const packages = { ...LOCK.packages, "": { ...root, dependencies } };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...root, dependencies }));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ ...LOCK, name: root.name, packages }));
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  run([...npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
}

function generate(prisma) {
  run([process.execPath, prisma, "generate", "--schema", SCHEMA], {
    cwd: ROOT,
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  writeFileSync(STAMP, source());
}

/** Ends with what the program ended with where it failed, and then shows what it said. */
function run([program, ...args], options) {
  const result = spawnSync(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    ...options,
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}${result.error ?? ""}\n`);
  process.exitCode = result.status ?? 1;
  throw new Error(`The Prisma client was not generated: ${program} ${args.join(" ")} failed.`);
}
