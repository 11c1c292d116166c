import { Command, CommanderError } from "commander";
import { phrase } from "../domain/phrase.ts";
import { PhrasedError } from "../domain/phrased-error.ts";
import { commandLineText, say } from "../words/command-line.ts";
import { registerBackup } from "./backup.ts";
import { registerCosts } from "./costs/costs.ts";
import { registerLedger } from "./costs/ledger.ts";
import { registerAudit } from "./customers/audit.ts";
import { registerMcp } from "./customers/mcp.ts";
import { registerMembers } from "./customers/members.ts";
import { registerPrivacy } from "./customers/privacy.ts";
import { registerDb } from "./db.ts";
import { registerCustomers } from "./imports/customers.ts";
import { registerImport } from "./imports/import.ts";
import { registerRejected } from "./imports/rejected.ts";
import { registerSource } from "./imports/sources.ts";
import { registerDoctor } from "./messages/doctor.ts";
import { registerJobs } from "./messages/jobs.ts";
import { registerOutbox } from "./messages/outbox.ts";
import { registerPreview } from "./messages/preview.ts";
import { registerReplay } from "./messages/replay.ts";
import { registerWhySent } from "./messages/why-sent.ts";
import { registerDrafts } from "./outreach/drafts.ts";
import { registerEvents } from "./outreach/events.ts";
import { registerFeedback } from "./outreach/feedback.ts";
import { registerMentions } from "./outreach/mentions.ts";
import { registerPlaybooks } from "./outreach/playbooks.ts";
import { registerSimulate } from "./outreach/simulate.ts";
import { registerUplift } from "./outreach/uplift.ts";
import { registerWhySilent } from "./outreach/why-silent.ts";
import { registerProducts } from "./products/products.ts";
import { ExitCode } from "./refusal.ts";
import { registerAttributes } from "./risk/attributes.ts";
import { registerEvaluate } from "./risk/evaluate.ts";
import { registerModel } from "./risk/model.ts";
import { registerScore } from "./risk/score.ts";
import { registerTrain } from "./risk/train.ts";
import { registerWhy } from "./risk/why.ts";
import { registerStart } from "./start.ts";
import { registerLoyalty } from "./value/loyalty.ts";
import { registerMetrics } from "./value/metrics.ts";
import { registerSegments } from "./value/segments.ts";
import { registerSpending } from "./value/spending.ts";
import { registerTrace } from "./value/trace.ts";
import { registerWhatIf } from "./value/what-if.ts";
import { registerWorker } from "./worker.ts";

const COMMANDS = [
  registerStart,
  registerWorker,
  registerImport,
  registerRejected,
  registerSource,
  registerCustomers,
  registerLedger,
  registerCosts,
  registerTrain,
  registerEvaluate,
  registerScore,
  registerModel,
  registerAttributes,
  registerPlaybooks,
  registerSimulate,
  registerUplift,
  registerWhy,
  registerWhySilent,
  registerWhySent,
  registerReplay,
  registerOutbox,
  registerJobs,
  registerMetrics,
  registerLoyalty,
  registerTrace,
  registerSegments,
  registerProducts,
  registerSpending,
  registerWhatIf,
  registerDrafts,
  registerFeedback,
  registerMentions,
  registerEvents,
  registerPreview,
  registerMembers,
  registerMcp,
  registerAudit,
  registerPrivacy,
  registerDoctor,
  registerDb,
  registerBackup,
];

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

/** The caller used a command wrongly: an unknown preset, a date that is none. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Runs one command line.
 * @param argv as `process.argv`
 * @returns 0 done, 1 failed, 2 wrong usage, 3 done in part: some lines of a file were rejected
 */
export async function runCli(argv: readonly string[]): Promise<number> {
  const program = createProgram();
  try {
    await program.parseAsync([...argv]);
    return DONE;
  } catch (error) {
    return report(error, argv.includes("--json"));
  }
}

/** Every command there is. */
export function createProgram(): Command {
  const program = new Command("mainstay")
    .description("Keeps customers: the customer file, churn risk, and what to do next, in Slack.")
    .exitOverride()
    .enablePositionalOptions()
    .showHelpAfterError("(--help lists what this command takes)");
  for (const register of COMMANDS) register(program);
  return program;
}

/** What went wrong, for people on standard error and with `--json` as an object on standard output. */
function report(error: unknown, json: boolean): number {
  if (error instanceof ExitCode) return error.code;
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
  const message = explain(error);
  process.stderr.write(`${message}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
  return error instanceof UsageError ? WRONG_USAGE : FAILED;
}

/** What the system and the database report by a code, and `src/words` has advice for. */
const ADVISED = ["ECONNREFUSED", "ENOTFOUND", "28P01", "28000", "3D000", "ENOENT", "EACCES"];

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof PhrasedError) return commandLineText(error.reason);
  const code = codeOf(error);
  if (code === undefined) return error.message;
  return say("cli.failed.with", { advice: phrase(`cli.failed.${code}`), error: error.message || code });
}

/** The system's or the database's error code, found in the error or in what caused it. */
function codeOf(error: Error): string | undefined {
  if ("code" in error && typeof error.code === "string" && ADVISED.includes(error.code)) return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return error.cause instanceof Error ? codeOf(error.cause) : undefined;
}
