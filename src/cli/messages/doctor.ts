import { styleText } from "node:util";
import type { Command } from "commander";
import { startBackend } from "../../../model/backend.ts";
import { loadConfig } from "../../config.ts";
import { linkHealth } from "../../domain/customers/link-health.ts";
import type { HealthCheck } from "../../domain/health-check.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { checkStart } from "../../start-checks.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { createOutput } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { readUnfurlDomains } from "./unfurl-domains.ts";

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

/** What a start looks at is told also where the database cannot be opened. */
async function doctor({ json }: Options): Promise<void> {
  const { line } = createOutput(json ?? false);
  const config = loadConfig();
  const links = linkHealth(config, readUnfurlDomains());
  const ofStart = [...(await checkStart(config)), links].map(asText);
  for (const check of ofStart) line(describe(check));
  if (ofStart.some(({ name, status }) => status === "failed" && name !== "slack" && name !== "clock"))
    throw new Refusal(say("cli.doctor.mend"));
  await runWithApp({ json }, async ({ app, output }) => {
    const found = [
      ...(await app.flows.checkHealth()),
      fine("backend", phrase("health.backend", { backend: await startBackend() })),
    ].map(asText);
    for (const check of found) output.line(describe(check));
    const checks = [...ofStart, ...found];
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
