import type { Command } from "commander";
import type { App } from "../../compose.ts";
import type { ListedPair } from "../../domain/customers/joins/listed-pair.ts";
import type { JoinedCustomer, NamedCustomer } from "../../store/imports/customer-joins.ts";
import { say } from "../../words/command-line.ts";
import { parseLimit } from "../arguments.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import { momentText } from "./moment-text.ts";

type Options = { readonly json?: boolean; readonly limit: number };

/** What a terminal shows; chosen. */
const MOST_LINES = 50;
const BY = "command line";

/** `customers duplicates|join|apart|joined`: one customer from many systems. */
export function registerCustomers(program: Command): void {
  const command = program
    .command("customers")
    .description("one customer from many systems: who is one, and who is not");
  const listing = (name: string) =>
    withJson(
      command.command(name).option("--limit <count>", "at most so many lines", parseLimit, MOST_LINES),
    );
  const ofTwo = (name: string) =>
    withJson(
      command
        .command(name)
        .argument("<customer>", "an id, system:id, or a name")
        .argument("<other>", "likewise"),
    );
  listing("duplicates")
    .description("look for customers who are one: what is certain is joined, what is doubtful listed")
    .action(duplicates);
  ofTwo("join").description("join two customers: both count as one").action(join);
  ofTwo("apart").description("take two customers apart, or keep them apart for good").action(apart);
  listing("joined").description("who counts for whom").action(joined);
}

function duplicates({ json, limit }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const found = await app.flows.findDuplicates({});
    const { pairs, more } = await app.flows.listDuplicates({ limit });
    if (found !== null && found.joined > 0)
      output.line(say("cli.customers.found-certain", { pairs: found.joined }));
    if (pairs.length === 0)
      output.line(say("cli.customers.no-duplicates", { customers: found?.customers ?? 0 }));
    for (const pair of pairs) describePair(pair, (text) => output.line(text));
    if (more > 0) output.line(say("cli.customers.more", { more }));
    if (pairs.length > 0) output.line(say("cli.customers.next"));
    return { ...found, pairs, more };
  });
}

function describePair({ first, second, why }: ListedPair, print: (text: string) => void): void {
  print(say("cli.customers.pair", { first: labelOf(first), second: labelOf(second) }));
  for (const which of ["agrees", "differs"] as const) {
    const signs = why[which].map(({ sign, first, second }) =>
      say(`duplicates.sign.${sign}`, { how: which, first, second }),
    );
    if (signs.length > 0) print(`  ${say(`duplicates.${which}`, { signs: signs.join(", ") })}`);
  }
}

const labelOf = ({ name, source, externalId }: Omit<NamedCustomer, "customerId">) =>
  say("cli.customers.label", { name, id: `${source}:${externalId}` });

function join(first: string, second: string, { json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const [a, b] = await bothOf(app, first, second);
    const done = await app.flows.joinCustomers({ firstId: a.customerId, secondId: b.customerId, by: BY });
    if (done.kind === "closed")
      throw new Refusal(say("duplicates.closed", { through: { day: done.through } }));
    if (done.kind === "points") throw new Refusal(say("duplicates.points"));
    if (done.kind === "unknown") throw new Refusal(say("cli.customers.same", { customer: labelOf(a) }));
    const kept = done.keptId === b.customerId ? b : a;
    const other = kept === a ? b : a;
    const code = done.kind === "already" ? "cli.customers.joined-already" : "cli.customers.joined";
    output.line(say(code, { kept: labelOf(kept), other: labelOf(other) }));
    return done;
  });
}

function apart(first: string, second: string, { json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const [a, b] = await bothOf(app, first, second);
    const done = await app.flows.partCustomers({ firstId: a.customerId, secondId: b.customerId, by: BY });
    if (done.kind === "closed")
      throw new Refusal(say("duplicates.closed-undo", { through: { day: done.through } }));
    if (done.kind === "unknown") throw new Refusal(say("cli.customers.same", { customer: labelOf(a) }));
    const code = done.kind === "not-joined" ? "cli.customers.kept-apart" : "cli.customers.apart";
    output.line(say(code, { first: labelOf(a), second: labelOf(b) }));
    return done;
  });
}

async function bothOf(app: App, first: string, second: string): Promise<[NamedCustomer, NamedCustomer]> {
  return [await oneNamed(app, first), await oneNamed(app, second)];
}

/** @throws Refusal where nobody or several are called so */
async function oneNamed(app: App, typed: string): Promise<NamedCustomer> {
  const [only, ...others] = await app.flows.nameCustomer(typed);
  if (only === undefined) throw new Refusal(say("cli.customers.nobody", { typed }));
  const isExact = `${only.source}:${only.externalId}` === typed.trim();
  if (others.length > 0 && !isExact)
    throw new Refusal(
      say("cli.customers.several", { typed, customers: [only, ...others].map(labelOf).join(", ") }),
    );
  return only;
}

function joined({ json, limit }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const list = await app.flows.listJoined({ limit });
    if (list.joined.length === 0) output.line(say("cli.customers.none-joined"));
    else for (const line of joinedTable(list.joined, config.timeZone)) output.line(line);
    const more = list.inAll - list.joined.length;
    if (more > 0) output.line(say("cli.customers.more-joined", { more }));
    return list;
  });
}

function joinedTable(rows: readonly JoinedCustomer[], timeZone: string): string[] {
  const head = (["customer", "counts-for", "since", "by"] as const).map((one) =>
    say(`cli.customers.head.${one}`),
  );
  const lines = rows.map((row) => [
    labelOf(row),
    labelOf({ name: row.headName, source: row.headSource, externalId: row.headExternalId }),
    momentText(row.joinedAt, timeZone),
    row.joinedBy,
  ]);
  return textTable(head, lines, [0, 1, 2, 3]);
}
