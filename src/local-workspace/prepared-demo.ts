import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type AppOptions, openApp } from "../compose.ts";
import { type Config, parseConfig } from "../config.ts";
import { DEMO_CUSTOMERS } from "../demo/demo-data.ts";
import { type Clock, MS_PER_DAY } from "../domain/clock.ts";
import { DATABASE_FOLDER } from "../store/database/embedded-database.ts";
import { say } from "../words/command-line.ts";
import { fillWithDemo } from "./demo.ts";

/*
 * The install makes the demo's database once, for first starts to copy: filling, training and scoring take much longer
 * than a copy. See docs/decisions/2026-11-28-demo.md.
 */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Where the install leaves the demo. */
export const PREPARED_DEMO_FOLDER = join(ROOT, "node_modules/.cache/mainstay/demo");
/** What the demo is made by and of; anything else in the repository leaves it as it is. */
const MADE_BY = [
  "model",
  "prisma",
  "src/demo",
  "src/domain",
  "src/flows",
  "src/store",
  "src/compose.ts",
  "src/local-workspace/demo.ts",
  "src/local-workspace/seed.ts",
  "src/typescript-worker.ts",
  "src/typescript-worker-entry.mjs",
  "package-lock.json",
];
const GENERATED = join("src", "store", "generated");
const LABEL = "label.json";
/** Its records lead up to when it was made: a day later they are no longer those of today. */
const CUSTOMERS_KEEP_MS = MS_PER_DAY;
/** Chosen: the step between training snapshots; from then on a new training would learn from a snapshot more. */
const MODEL_KEEPS_MS = 30 * MS_PER_DAY;

const labelSchema = z.object({
  madeAt: z.iso.datetime().transform((text) => new Date(text)),
  code: z.string(),
  customers: z.number().int(),
  horizonDays: z.number().int(),
  seed: z.number().int(),
});

export type PreparedDemo =
  /** `of-before`: its model can serve, its customers' records end before today. */
  | { readonly kind: "of-today" | "of-before"; readonly database: string; readonly madeAt: Date }
  | { readonly kind: "unusable"; readonly reason: string };

export type DemoWanted = {
  readonly customers: number;
  readonly horizonDays: number;
  /** Of the training. */
  readonly seed: number;
  readonly now: Date;
};

/** How far the demo in `folder` is what a start would make by itself now. */
export function findPreparedDemo(folder: string, wanted: DemoWanted): PreparedDemo {
  if (!existsSync(folder)) return unusable(say("cli.demo.unusable.none"));
  const label = readLabel(folder);
  if (label === null) return unusable(say("cli.demo.unusable.unreadable"));
  if (label.code !== codeFingerprint()) {
    return unusable(say("cli.demo.unusable.other-code"));
  }
  const { customers, horizonDays, seed, now } = wanted;
  if (label.customers !== customers || label.horizonDays !== horizonDays || label.seed !== seed) {
    return unusable(say("cli.demo.unusable.other-settings"));
  }
  const age = now.getTime() - label.madeAt.getTime();
  if (age < 0 || age >= MODEL_KEEPS_MS)
    return unusable(say("cli.demo.unusable.too-old", { day: dayOf(label.madeAt) }));
  const kind = age < CUSTOMERS_KEEP_MS ? "of-today" : "of-before";
  return { kind, database: join(folder, DATABASE_FOLDER), madeAt: label.madeAt };
}

type PreparedOptions = Pick<AppOptions, "model"> & { readonly clock: Clock; readonly customers?: number };

/**
 * Makes the demo in `folder`, in place of what is there; on failure that stays.
 * @param input.clock everything is made as of its time
 */
export async function prepareDemo(
  folder: string,
  { customers = DEMO_CUSTOMERS, ...options }: PreparedOptions,
): Promise<void> {
  const beside = `${folder}.new`;
  const config = parseConfig({ DATA_DIR: beside, LOG_LEVEL: "fatal" });
  try {
    rmSync(beside, { recursive: true, force: true });
    const madeAt = options.clock();
    const code = codeFingerprint();
    await makeDatabase(config, options, customers);
    const { horizonDays, seed } = config;
    writeFileSync(join(beside, LABEL), JSON.stringify({ madeAt, code, customers, horizonDays, seed }));
    rmSync(folder, { recursive: true, force: true });
    renameSync(beside, folder);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

async function makeDatabase(config: Config, options: AppOptions, customers: number): Promise<void> {
  const app = await openApp(config, options);
  try {
    await fillWithDemo(app, customers, () => {});
    if ((await app.store.modelVersions.champion()) === null) throw new Error("no model came of the training");
  } finally {
    await app.close();
  }
}

function readLabel(folder: string): z.output<typeof labelSchema> | null {
  try {
    return labelSchema.parse(JSON.parse(readFileSync(join(folder, LABEL), "utf8")));
  } catch {
    return null; // Not for us to read, or written by other code.
  }
}

/** SHA-256 of every file that has a part in the demo: other code may make other rows, another schema, another model. */
function codeFingerprint(): string {
  const hash = createHash("sha256");
  for (const file of MADE_BY.flatMap(filesIn)) {
    hash
      .update(`${file.split(sep).join("/")}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  if (statSync(join(ROOT, path)).isFile()) return [path];
  const entries = readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(GENERATED))
    .sort();
}

const unusable = (reason: string): PreparedDemo => ({ kind: "unusable", reason });
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
