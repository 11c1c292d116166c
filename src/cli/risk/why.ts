import type { Command } from "commander";
import { type Customer, hasContract } from "../../domain/customer.ts";
import { phrase } from "../../domain/phrase.ts";
import { featurePhrase } from "../../domain/risk/features.ts";
import { type Reason, reasonDirection } from "../../domain/risk/scores/reasons.ts";
import { unexplainedPhrase } from "../../domain/risk/scores/score-explanation.ts";
import { tellReason } from "../../domain/risk/scores/sentences/stories.ts";
import { withDirection } from "../../domain/risk/scores/told-reasons.ts";
import type { AuditedVersion, Replay, ScoreAudit } from "../../flows/risk/explanation/audit-score.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { parseSince } from "../arguments.ts";
import { foundCustomer, labelOf } from "../found-customer.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { servesWords } from "./model-figures.ts";

type Options = { json?: boolean; since?: Date };
type Audited = Extract<ScoreAudit, { kind: "audited" }>;

export function registerWhy(program: Command): void {
  withJson(
    program
      .command("why")
      .description(
        "what stands behind a customer's score, whether it can be computed again, and why it moved",
      )
      .argument("<customer...>", "name, alias, domain or number")
      .option(
        "--since <day>",
        "compare with the newest score up to the end of this day (default: a week earlier)",
        parseSince,
      ),
  ).action(why);
}

function why(typed: string[], { json, since }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const customer = await foundCustomer(app, typed.join(" "));
    const audit = await app.flows.auditScore({
      customerId: customer.id,
      ...(since === undefined ? {} : { since }),
    });
    if (audit.kind === "not-scored") {
      throw new Refusal(say("cli.why.not-scored", { name: customer.name }));
    }
    const { score, version, replay, movement } = audit;
    const sentences = score.reasons.map((reason) => reasonLine(reason, customer));
    print({ customer, audit, sentences }, output);
    return { customer, score: { ...score, sentences }, version, replay, movement };
  });
}

/** Whoever checks a score is told of every reason; of one that makes no sentence by what its feature is called. */
function reasonLine(reason: Reason, customer: Customer): string {
  const about = { hasContract: hasContract(customer), answers: {} };
  const sentence = tellReason(reason, about) ?? featurePhrase(reason.feature);
  return commandLineText(withDirection({ direction: reasonDirection(reason), sentence }));
}

function print(
  { customer, audit, sentences }: { customer: Customer; audit: Audited; sentences: readonly string[] },
  output: Output,
): void {
  output.heading(labelOf(customer));
  output.line(`  ${riskLine(audit)}`);
  if (audit.version) output.line(`  ${versionLine(audit.version)}`);
  output.line(`  ${replayLine(audit.replay)}`);
  if (audit.score.unexplained !== null)
    output.line(`  ${commandLineText(unexplainedPhrase(audit.score.unexplained))}`);
  for (const sentence of sentences) output.line(`  • ${sentence}`);
  for (const line of movementLines(audit)) output.line(`  ${line}`);
}

function riskLine({ score, version }: Audited): string {
  const at = instant(score.asOf);
  const { probability, low, high } = score;
  if (probability === null)
    return say("cli.why.no-figure", { reason: score.silence ?? phrase("no-score.unknown"), at });
  const range = { low: percent(low ?? 0), high: percent(high ?? 0) };
  return say("cli.why.risk", {
    ...{ percent: percent(probability), at },
    range: low === null || high === null ? "" : say("cli.why.risk.range", range),
    horizon: version === null ? "" : say("cli.why.risk.horizon", { days: version.horizonDays }),
  });
}

const versionLine = ({ id, serves, trainedAt, artifactHash: hash }: AuditedVersion) =>
  say("cli.why.version", { version: String(id), serves: servesWords(serves), at: instant(trainedAt), hash });

function replayLine(replay: Replay): string {
  switch (replay.kind) {
    case "same":
      return say("cli.why.replay.same");
    case "differs":
      return say("cli.why.replay.differs", { percent: percent(replay.recomputed) });
    case "impossible":
      return say("cli.why.replay.impossible", { why: replay.reason });
    case "no-probability":
      return say("cli.why.replay.nothing");
  }
}

function movementLines({ note }: Audited): string[] {
  if (note === null) return [say("cli.why.no-earlier")];
  if (note.kind === "untold") return [say("cli.why.untold", { why: note.because })];
  const caveat = note.caveat === null ? [] : [commandLineText(note.caveat)];
  return [say("cli.why.since", { at: instant(note.since), movement: note.sentence }), ...caveat];
}

const instant = (date: Date) =>
  date
    .toISOString()
    .replace("T", " ")
    .replace(/:\d{2}\.\d{3}Z$/, " UTC");
const percent = (probability: number) => probability * 100;
