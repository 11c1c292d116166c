import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { LogExperiment } from "./catalogue.ts";
import type { ProductAnswer } from "./measurement.ts";
import { type CommandOutput, lastJson, lastWords, runMainstay } from "./run-mainstay.ts";

const NO_SIGNAL = /no signal/i;
const SERVING = /\bserves?\b/;
const trainedSchema = z.object({ version: z.object({ serves: z.string() }) });

/** Imports the log into a file of its own and trains as of the test's day, as somebody who installs the product would. */
export async function askProduct(
  { file, testAt, horizonDays }: LogExperiment,
  data: string,
): Promise<ProductAnswer> {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-answer-"));
  // A blank DATABASE_URL means the embedded database, whatever stands in .env.
  const env = { DATA_DIR: folder, DATABASE_URL: "" };
  try {
    const imported = await runMainstay(["import", join(data, file), "--preset", "online-retail-ii"], env);
    // 3: some lines of the log were rejected, as lines without a customer are.
    if (imported.code !== 0 && imported.code !== 3) return answerOf(imported);
    const horizon = String(horizonDays);
    return answerOf(await runMainstay(["train", "--as-of", testAt, "--horizon", horizon, "--json"], env));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function answerOf(output: CommandOutput): ProductAnswer {
  const lines = `${output.err}\n${output.out}`.split("\n");
  const telling = (words: RegExp) => lines.find((line) => words.test(line) && !line.startsWith("{"));
  return {
    saysNoSignal: lines.some((line) => NO_SIGNAL.test(line)),
    serves: output.code === 0 ? servingOf(output) : null,
    words: (telling(NO_SIGNAL) ?? telling(SERVING) ?? lastWords(output)).trim(),
  };
}

function servingOf(output: CommandOutput): string {
  const trained = trainedSchema.safeParse(lastJson(output));
  return trained.success ? trained.data.version.serves : "unknown";
}
