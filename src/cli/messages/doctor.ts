import { styleText } from "node:util";
import type { Command } from "commander";
import { startBackend } from "../../../model/backend.ts";
import type { Config } from "../../config.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { HealthCheck } from "../../flows/messages/check-health.ts";
import { checkSlack } from "../../slack/frame/check-slack.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";

type Options = { json?: boolean };

const SIGNS = { ok: "✓", warning: "!", failed: "✗" } as const;
const COLOURS = { ok: "green", warning: "yellow", failed: "red" } as const;

export function registerDoctor(program: Command): void {
  withJson(
    program
      .command("doctor")
      .description("check the database, the data, the model and the connection to Slack"),
  ).action(doctor);
}

function doctor({ json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const found = [
      fine("database", databaseFinding(config)),
      ...(await app.flows.checkHealth()),
      fine("backend", phrase("health.backend", { backend: await startBackend() })),
      await checkSlack(config.slack, config.slackApiUrl, config.importInSlack),
    ];
    const checks = found.map(asText);
    for (const check of checks) output.line(describe(check));
    if (checks.some(({ status }) => status === "failed")) throw new Refusal(say("cli.doctor.mend"));
    return { checks };
  });
}

const fine = (name: string, finding: Phrase): HealthCheck => ({
  name,
  status: "ok",
  finding: [finding],
  advice: null,
});

const asText = ({ name, status, finding, advice }: HealthCheck) => ({
  name,
  status,
  finding: finding.map(commandLineText).join("; "),
  advice: advice === null ? null : commandLineText(advice),
});

function describe({ name, status, finding, advice }: ReturnType<typeof asText>): string {
  const sign = styleText(COLOURS[status], SIGNS[status]);
  return `${sign} ${name.padEnd(9)} ${finding}${advice === null ? "" : `\n            ${advice}`}`;
}

function databaseFinding({ databaseUrl, dataFolder }: Config): Phrase {
  return databaseUrl ? phrase("health.database") : phrase("health.database.embedded", { folder: dataFolder });
}
