import type { Command } from "commander";
import type { ListedSource } from "../../flows/imports/list-sources.ts";
import type { TestedStream } from "../../flows/imports/test-source.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { inEnglish } from "../in-english.ts";
import type { Output } from "../output.ts";
import { ExitCode, Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import { momentText } from "./moment-text.ts";
import { pullCommand } from "./pull-source.ts";
import { addressOf, describeTraffic, registerDeliveries } from "./source-traffic.ts";
import { registerWriteBack } from "./write-back.ts";

type Options = { readonly json?: boolean };
type AddOptions = Options & { readonly kind?: string; readonly setting: Readonly<Record<string, string>> };

const FAILED = 1;

/** `source add|test|pull|list|status|remove`: systems whose rows come by themselves. */
export function registerSource(program: Command): void {
  const command = program.command("source").description("pull a company's history from its systems");
  const named = (name: string) =>
    withJson(command.command(name).argument("<name>", "the source, as `source list` says it"));
  named("add")
    .description("note a system to pull from; it is asked nothing yet")
    .option("--kind <kind>", "which system it is (default: its name)")
    .option("--setting <key=value>", "what its definition wants to know; as often as needed", addSetting, {})
    .action(add);
  named("test")
    .description("say what is missing, and read the first page of each list without writing")
    .action(test);
  named("pull").description("bring in what is new now, from where the last pull ended").action(pullCommand);
  named("status").description("how fresh each list is, and what is wrong").action(status);
  named("remove").description("pull from it no longer; what it told stays").action(remove);
  registerDeliveries(command);
  registerWriteBack(command);
  withJson(command.command("list").description("the systems that are pulled from")).action(list);
}

function addSetting(given: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = given.indexOf("=");
  if (at < 1) throw new Refusal(say("cli.source.bad-setting", { given }));
  return { ...before, [given.slice(0, at)]: given.slice(at + 1) };
}

const NAME = /^[a-z0-9][a-z0-9_-]{0,59}$/;

function add(name: string, { kind = name, setting: settings, json }: AddOptions): Promise<void> {
  if (!NAME.test(name)) throw new Refusal(say("cli.source.bad-name", { name }));
  return runWithApp({ json }, async ({ app, config, output }) => {
    const added = await app.flows.addSource({ name, kind, settings });
    if (added.kind === "unknown-kind")
      throw new Refusal(say("cli.source.unknown-kind", { kind, kinds: added.kinds.join(", ") }));
    if (added.kind === "bad-settings")
      throw new Refusal(say("cli.source.bad-settings", { name, problem: added.problem }));
    if (added.kind === "there-already") throw new Refusal(say("cli.source.there-already", { name }));
    output.line(say("cli.source.added", { name }));
    for (const { name: variable, isSet } of added.secrets)
      output.line(
        `  ${say(isSet ? "cli.source.secret.set" : "cli.source.secret.missing", { name: variable })}`,
      );
    if (added.delivers) output.line(say("cli.source.added.hook", { address: addressOf(config, name) }));
    output.line(say("cli.source.added.next", { name }));
    return added;
  });
}

async function test(name: string, { json }: Options): Promise<void> {
  let isReadable = false;
  await runWithApp({ json }, async ({ app, output }) => {
    const tested = await app.flows.testSource({ name });
    if (tested.kind === "unknown") throw new Refusal(say("cli.source.unknown", { name }));
    if (tested.kind === "unready")
      for (const problem of tested.problems) output.line(commandLineText(problem));
    else {
      for (const stream of tested.streams) describeTested(stream, output);
      if (tested.scopes.length > 0)
        output.line(say("cli.source.test.scopes", { scopes: tested.scopes.join(", ") }));
      isReadable = tested.streams.every(({ failure }) => failure === null);
    }
    output.line(say(isReadable ? "cli.source.test.fine" : "cli.source.test.failed", { name }));
    return inEnglish(tested);
  });
  if (!isReadable) throw new ExitCode(FAILED);
}

function describeTested({ stream, records, kinds, failure }: TestedStream, output: Output): void {
  if (failure !== null) {
    output.heading(stream);
    output.line(`  ${commandLineText(failure)}`);
    return;
  }
  output.heading(say("cli.source.test.heading", { stream, records }));
  for (const { called, rows, rejected, first } of kinds) {
    output.line(`  ${say("cli.source.test.kind", { called, rows, rejected })}`);
    if (first === null) continue;
    const problem = first.problems.map(commandLineText).join(" ");
    output.line(`    ${say("cli.source.test.first", { problem })}`);
  }
}

function list({ json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const sources = await app.flows.listSources();
    if (sources.length === 0) output.line(say("cli.source.none"));
    else for (const line of sourceTable(sources, config.timeZone)) output.line(line);
    const strays = await app.flows.countStrayDeliveries();
    if (strays !== null)
      output.line(
        say("cli.source.deliveries.unknown", {
          ...{ deliveries: strays.deliveries, last: momentText(strays.lastAt, config.timeZone) },
        }),
      );
    return inEnglish({ sources, strays });
  });
}

function sourceTable(sources: readonly ListedSource[], timeZone: string): string[] {
  const rows = sources.map(({ name, kind, title, streams }) => {
    const pulled = streams.flatMap(({ pulledAt }) => pulledAt ?? []).map((at) => at.getTime());
    const failed = streams.find(({ failure }) => failure !== null)?.failure;
    return [
      name,
      title ?? kind,
      pulled.length === 0 ? say("cli.source.never") : momentText(new Date(Math.max(...pulled)), timeZone),
      failed ? commandLineText(failed) : say("cli.source.ok"),
    ];
  });
  const head = (["name", "kind", "pulled", "problem"] as const).map((one) => say(`cli.source.head.${one}`));
  return textTable(head, rows, [0, 1, 2, 3]);
}

function status(name: string, { json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const source = (await app.flows.listSources()).find((one) => one.name === name);
    if (source === undefined) throw new Refusal(say("cli.source.unknown", { name }));
    for (const line of streamTable(source, config.timeZone)) output.line(line);
    for (const { stream, failure, failedSince } of source.streams) {
      if (failure === null || failedSince === null) continue;
      const since = momentText(failedSince, config.timeZone);
      output.line(
        say("cli.source.failing", {
          stream: NO_LISTS.includes(stream) ? "none" : stream,
          ...{ problem: failure, since },
        }),
      );
    }
    const traffic = await app.flows.readSourceTraffic({ name });
    if (traffic !== null) describeTraffic(traffic, name, config, output);
    return inEnglish({ ...source, ...traffic });
  });
}

/** What is kept beside the lists: of the source as a whole, of what it delivers, and of what is written into it. */
const NO_LISTS: readonly string[] = ["", "deliveries", "write-back"];

const COUNTS = ["added", "changed", "unchanged", "rejected", "deleted"] as const;

/** Of each list: when it was pulled last, how new its newest row is, and what that pull came to. */
function streamTable({ streams }: ListedSource, timeZone: string): string[] {
  const head = ["stream", "pulled", "newest", ...COUNTS].map((one) => say(`cli.source.head.${one}`));
  const rows = streams
    .filter(({ stream }) => !NO_LISTS.includes(stream))
    .map((one) => [
      one.stream,
      one.pulledAt === null ? say("cli.source.never") : momentText(one.pulledAt, timeZone),
      one.newestAt === null ? say("cli.source.no-moment") : momentText(one.newestAt, timeZone),
      ...COUNTS.map((count) => say("cli.source.count", { rows: one[count] })),
    ]);
  return textTable(head, rows, [0, 1, 2]);
}

function remove(name: string, { json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    if (!(await app.flows.removeSource({ name }))) throw new Refusal(say("cli.source.unknown", { name }));
    output.line(say("cli.source.removed", { name }));
    return { removed: name };
  });
}
