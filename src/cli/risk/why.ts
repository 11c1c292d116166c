import type { Command } from "commander";
import type { App } from "../../compose.ts";
import { type Customer, hasContract } from "../../domain/customer.ts";
import { phrase } from "../../domain/phrase.ts";
import { featurePhrase } from "../../domain/risk/features.ts";
import { type Reason, reasonDirection } from "../../domain/risk/scores/reasons.ts";
import { unexplainedPhrase } from "../../domain/risk/scores/score-explanation.ts";
import { tellReason } from "../../domain/risk/scores/sentences/stories.ts";
import { withDirection } from "../../domain/risk/scores/told-reasons.ts";
import type { AuditedVersion, Replay, ScoreAudit } from "../../flows/risk/explanation/audit-score.ts";
import { commandLineText } from "../../words/command-line.ts";
import { parseSince } from "../arguments.ts";
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
      throw new Refusal(`${customer.name} has not been scored yet. Run: npm run mainstay -- score`);
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

async function foundCustomer(app: App, typed: string): Promise<Customer> {
  const found = await app.flows.lookUpCustomer(typed);
  switch (found.kind) {
    case "found": {
      const customer = await app.flows.findCustomer(found.customerId);
      if (customer === null) throw new Refusal("This customer was just removed.");
      return customer;
    }
    case "choice":
      throw new Refusal(
        `Several customers fit "${typed}": ${found.matches.map(labelOf).join(", ")}. Name one of them.`,
      );
    case "none":
      throw new Refusal(
        found.nearest.length === 0
          ? `No customer is called "${typed}".`
          : `No customer is called "${typed}". Nearest: ${found.nearest.map(labelOf).join(", ")}.`,
      );
    default:
      throw new Refusal("Give a customer's name, alias, domain or number.");
  }
}

const labelOf = ({ name, externalId }: { name: string; externalId: string }) => `${name} (${externalId})`;

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
  const when = `scored as of ${instant(score.asOf)}`;
  if (score.probability === null)
    return `No risk figure: ${commandLineText(score.silence ?? phrase("no-score.unknown"))}; ${when}`;
  const range =
    score.low === null || score.high === null ? "" : ` (${percents(score.low)}–${percents(score.high)})`;
  const horizon = version === null ? "" : ` within ${version.horizonDays} days`;
  return `${percents(score.probability)} %${range} risk of leaving${horizon}, ${when}`;
}

function versionLine({ id, serves, trainedAt, artifactHash }: AuditedVersion): string {
  return `Model version ${id} (${servesWords(serves)}), trained ${instant(trainedAt)}, artifact SHA-256 ${artifactHash}`;
}

function replayLine(replay: Replay): string {
  switch (replay.kind) {
    case "same":
      return "Replayed: today's data and the stored model give the same probability.";
    case "differs":
      return `Does not replay: it would be ${percents(replay.recomputed)} % now; data from before the score came in or changed after it.`;
    case "impossible":
      return `Cannot be replayed. ${commandLineText(replay.reason)}`;
    case "no-probability":
      return "Nothing to replay: there is no probability.";
  }
}

function movementLines({ note }: Audited): string[] {
  if (note === null) return ["No earlier probability to compare with."];
  if (note.kind === "untold") return [`Why it moved cannot be told. ${commandLineText(note.because)}`];
  const caveat = note.caveat === null ? [] : [commandLineText(note.caveat)];
  return [`Since ${instant(note.since)}: ${commandLineText(note.sentence)}`, ...caveat];
}

const instant = (date: Date) =>
  date
    .toISOString()
    .replace("T", " ")
    .replace(/:\d{2}\.\d{3}Z$/, " UTC");
const percents = (probability: number) => (probability * 100).toFixed(1);
