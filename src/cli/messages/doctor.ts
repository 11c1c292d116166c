import { styleText } from "node:util";
import type { Command } from "commander";
import { startBackend } from "../../../model/backend.ts";
import type { Config } from "../../config.ts";
import type { HealthCheck } from "../../flows/messages/check-health.ts";
import { checkSlack } from "../../slack/frame/check-slack.ts";
import { commandLineText } from "../../words/command-line.ts";
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
    const checks = [
      { name: "database", status: "ok", finding: databaseFinding(config), advice: null } as const,
      ...(await app.flows.checkHealth()),
      {
        name: "backend",
        status: "ok",
        finding: `TensorFlow.js computes on ${await startBackend()}`,
        advice: null,
      } as const,
      await checkSlack(config.slack, config.slackApiUrl),
    ];
    for (const check of checks) output.line(describe(check));
    if (checks.some(({ status }) => status === "failed"))
      throw new Refusal("Something has to be mended first; see above.");
    return { checks };
  });
}

function describe({ name, status, finding, advice }: HealthCheck): string {
  const sign = styleText(COLOURS[status], SIGNS[status]);
  return `${sign} ${name.padEnd(9)} ${findingText(finding)}${advice === null ? "" : `\n            ${advice}`}`;
}

function databaseFinding({ databaseUrl, dataFolder }: Config): string {
  return databaseUrl
    ? "PostgreSQL at DATABASE_URL, schema up to date"
    : `embedded, in ${dataFolder}, schema up to date`;
}

const findingText = (finding: HealthCheck["finding"]): string =>
  typeof finding === "string" ? finding : finding.map(commandLineText).join("; ");
