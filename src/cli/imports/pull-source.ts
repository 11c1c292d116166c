import type { PulledStream } from "../../domain/imports/pulls.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { inEnglish } from "../in-english.ts";
import type { Output } from "../output.ts";
import { ExitCode, Refusal } from "../refusal.ts";
import { runWithApp } from "../run-command.ts";
import { momentText } from "./moment-text.ts";

const FAILED = 1;
/** As an import ends of which some lines were rejected. */
const DONE_IN_PART = 3;

/** `source pull NAME`: all that is new, however long that takes. */
export async function pullCommand(name: string, { json }: { readonly json?: boolean }): Promise<void> {
  let exitCode: number | null = null;
  await runWithApp({ json }, async ({ app, config, output }) => {
    const pulled = await app.flows.pullSource({ name });
    if (pulled.kind === "unknown") throw new Refusal(say("cli.source.unknown", { name }));
    if (pulled.kind === "unready") throw new Refusal(pulled.problems.map(commandLineText).join("\n"));
    if (pulled.kind === "busy") {
      const told = (at: Date | null) => (at === null ? "none" : momentText(at, config.timeZone));
      throw new Refusal(
        say("cli.source.busy", { name, since: told(pulled.since), until: told(pulled.until) }),
      );
    }
    for (const stream of pulled.streams) describePulled(name, stream, output);
    exitCode = exitCodeOf(pulled.streams);
    return inEnglish(pulled);
  });
  if (exitCode !== null) throw new ExitCode(exitCode);
}

function exitCodeOf(streams: readonly PulledStream[]): number | null {
  if (streams.some(({ failure }) => failure !== null)) return FAILED;
  return streams.some(({ rejected }) => rejected > 0) ? DONE_IN_PART : null;
}

function describePulled(name: string, pulled: PulledStream, output: Output): void {
  const { stream, added, changed, unchanged, rejected, deleted, closed, customers, imports, failure } =
    pulled;
  output.heading(say("cli.source.pull.heading", { name, stream }));
  output.line(`  ${say("cli.source.pull.counts", { added, changed, unchanged, rejected, deleted })}`);
  if (closed > 0) output.line(`  ${say("cli.source.pull.closed", { rows: closed })}`);
  if (customers > 0) output.line(`  ${say("cli.source.pull.customers", { rows: customers })}`);
  if (rejected > 0)
    for (const id of imports) output.line(`  ${say("cli.source.pull.rejected", { id: String(id) })}`);
  if (failure !== null) output.line(`  ${commandLineText(failure)}`);
}
