import type { Command } from "commander";
import type { App } from "../../compose.ts";
import { unratedPhrase } from "../../domain/risk/model-money.ts";
import { NO_SIGNAL_FOUND } from "../../domain/risk/versions/signal.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { parseInstant } from "../arguments.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";

type Options = { json?: boolean; asOf?: Date };

export function registerScore(program: Command): void {
  withJson(
    program
      .command("score")
      .description("give every customer a churn probability, or the reason for having none")
      .option(
        "--as-of <day>",
        "know nothing later than this (default: now, or the end of older data)",
        parseInstant,
      ),
  ).action(score);
}

/** Chosen: below one figure in a hundred it says nothing about a scoring. */
const NOTEWORTHY_SHARE = 0.01;

function score({ json, asOf }: Options): Promise<void> {
  return runWithApp({ json }, ({ app, output }) => scoreAndTell(app, output, asOf));
}

/** @param asOf left out: now, or the end of older data */
export async function scoreAndTell(app: App, output: Output, asOf?: Date): Promise<Scored> {
  const progress = output.progress(say("cli.score.progress"));
  const moment = asOf ?? (await app.flows.readAsOf()).scoring;
  const result = await app.flows
    .scoreCustomers({ asOf: moment, onProgress: progress.update })
    .finally(progress.stop);
  // Cards show the tier of today: a scoring of the past leaves it alone.
  if (asOf === undefined) await app.flows.rankByValue({ asOf: moment });
  if (result.kind !== "scored") throw new Refusal(commandLineText(result.reason));
  describeScoring(result, output);
  return result;
}

type Scored = Extract<Awaited<ReturnType<App["flows"]["scoreCustomers"]>>, { kind: "scored" }>;

function describeScoring(result: Scored, output: Output): void {
  const { scored: customers, seconds, version } = result;
  const noSignal = version.serves === "constant";
  const day = result.asOf.toISOString().slice(0, 10);
  output.heading(say("cli.score.done", { customers, day, seconds }));
  const { unscored } = result;
  if (noSignal)
    output.line(`  ${say("cli.score.no-signal", { found: NO_SIGNAL_FOUND, customers: unscored })}`);
  else if (unscored > 0) output.line(`  ${say("cli.score.short-history", { customers: unscored })}`);
  describeStopped(result, output);
  if (result.outOfRangeShare >= NOTEWORTHY_SHARE && !noSignal)
    output.line(`  ${say("cli.score.out-of-range", { percent: 100 * result.outOfRangeShare })}`);
  const unknownMoney = unratedPhrase(result.unrated, result.currency);
  if (unknownMoney !== null) output.line(`  ${commandLineText(unknownMoney)}`);
  if (version.serves !== "network" && !noSignal)
    output.line(`  ${say("cli.score.not-network", { serves: version.serves })}`);
  output.line(say(noSignal ? "cli.score.next-no-signal" : "cli.score.next"));
}

function describeStopped({ kept, stopped }: Scored, output: Output): void {
  if (kept > 0) output.line(`  ${say("cli.score.kept", { customers: kept })}`);
  if (stopped.length === 0) return;
  for (const source of stopped) output.line(`  ${say("cli.score.stopped", { source })}`);
  output.line(`  ${say("cli.score.stopped.advice")}`);
}
