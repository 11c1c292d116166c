import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { type Day, localTime } from "../../domain/calendar.ts";
import type { KeptPointsEntry } from "../../domain/value/loyalty/points-entry.ts";
import { type StatedProgramme, worthOf } from "../../domain/value/loyalty/programme.ts";
import { parsePoints } from "../../domain/value/loyalty/standing.ts";
import { tableFile } from "../../slack/blocks/table-file.ts";
import type { OutstandingPoints } from "../../store/value/loyalty/loyalty-due.ts";
import { moneyOnCommandLine, say } from "../../words/command-line.ts";
import { COMMAND_LINE } from "../costs/ledger-arguments.ts";
import { foundCustomer } from "../found-customer.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import { readProgrammeFile } from "./loyalty-file.ts";
import { parseDay } from "./value-options.ts";

type Json = { json?: boolean };

/** `loyalty …`: the programme, one customer's points, and what all of them stand for. */
export function registerLoyalty(program: Command): void {
  const loyalty = program.command("loyalty").description("points that customers earn and redeem");
  withJson(
    loyalty
      .command("set")
      .description("state the rules of the programme, from a day on")
      .argument("<file>", "a YAML file; docs/loyalty.md shows one")
      .option("--from <day>", "the first day they count (default: today)", parseDay),
  ).action(set);
  withJson(loyalty.command("show").description("the rules in force, and those to come")).action(show);
  withJson(
    loyalty.command("run").description("book what is missing now; the bot does so every night"),
  ).action(runNow);
  withJson(
    loyalty
      .command("points")
      .description("what a customer has, and every movement")
      .argument("<customer>", "a name, domain or number"),
  ).action(points);
  registerByHand(loyalty);
  withJson(
    loyalty
      .command("liability")
      .description("what outstanding points are expected to cost")
      .requiredOption("--at <day>", "at the end of this day", parseDay)
      .option("--csv <file>", "write each customer's points to a file"),
  ).action(liability);
}

function registerByHand(loyalty: Command): void {
  for (const kind of ["redeem", "adjust"] as const)
    withJson(
      loyalty
        .command(kind)
        .description(kind === "redeem" ? "use points of a customer" : "give or take points by hand")
        .argument("<customer>", "a name, domain or number")
        .argument("<points>", kind === "redeem" ? "such as 200" : "such as 100, or +100; -- -100 takes them")
        .requiredOption("--reason <text>", "what for; it stays on record")
        .option("--reference <text>", "your own number of it: the same twice is booked once"),
    ).action((customer: string, typed: string, options: ByHandOptions) =>
      byHand(kind, customer, typed, options),
    );
}

function set(file: string, { json, from }: Json & { from?: Day }): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const rules = await readProgrammeFile(file);
    const result = await app.flows.stateProgramme({ rules, from: from ?? null, by: COMMAND_LINE });
    if (result.kind === "in-the-past")
      throw new Refusal(say("cli.loyalty.in-the-past", { today: result.today }));
    describe(result.programme, output);
    output.line(say("cli.loyalty.set", { day: result.programme.validFrom }));
    return result.programme;
  });
}

function show(options: Json): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const shown = await app.flows.showProgramme({});
    if (shown.current === null && shown.ahead.length === 0) output.line(say("cli.loyalty.none"));
    if (shown.current !== null) {
      output.heading(say("cli.loyalty.show.title", { day: shown.current.validFrom }));
      describe(shown.current, output);
    }
    for (const ahead of shown.ahead) {
      output.heading(say("cli.loyalty.show.ahead", { day: ahead.validFrom }));
      describe(ahead, output);
    }
    return shown;
  });
}

function describe(programme: StatedProgramme, output: Output): void {
  const { earnsOn: on, pointsPerUnit, expiresAfter, worth, redeemedPercent: share, tiers } = programme;
  const rates = Object.entries(pointsPerUnit).map(([currency, rate]) => `${currency} ${rate}`);
  output.line(`  ${say("cli.loyalty.show.earn", { on, rates: rates.join(", ") })}`);
  output.line(
    `  ${expiresAfter === null ? say("cli.loyalty.show.never") : say("cli.loyalty.show.expires", expiresAfter)}`,
  );
  output.line(`  ${say("cli.loyalty.show.worth", { points: worth.points, worth: worth.money, share })}`);
  const levels = tiers?.levels.map(({ name, fromMinor: minor }) =>
    say("cli.loyalty.show.level", { name, amount: { minor, currency: tiers.currency } }),
  );
  output.line(
    `  ${levels === undefined ? say("cli.loyalty.show.no-tiers") : say("cli.loyalty.show.tiers", { levels: levels.join(", ") })}`,
  );
}

function runNow(options: Json): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const result = await app.flows.settlePoints({ by: COMMAND_LINE });
    if (result.kind === "no-programme") throw new Refusal(say("cli.loyalty.none"));
    const { customers, entries, withoutPoints } = result;
    output.line(say("cli.loyalty.ran", { customers, entries }));
    if (withoutPoints.length > 0)
      output.line(say("cli.loyalty.ran.without", { currencies: withoutPoints.join(", ") }));
    return result;
  });
}

function points(typed: string, options: Json): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const customer = await foundCustomer(app, typed);
    const shown = await app.flows.showPoints({
      customerId: customer.id,
      reader: null,
      place: "direct",
      most: null,
    });
    if (shown.kind === "gone") throw new Refusal(say("cli.customer-removed"));
    if (shown.kind === "no-programme") throw new Refusal(noProgramme(shown.beginsOn));
    const { standing, programme } = shown;
    const { balance, tier } = standing;
    const named = { name: customer.name, points: balance, worth: worthOf(balance, programme) };
    output.heading(say("cli.loyalty.points.title", named));
    if (tier !== null)
      output.line(`  ${say("cli.loyalty.points.tier", { name: tier.name ?? say("loyalty.tier.none") })}`);
    printEntries(shown.movements, output);
    return { ...standing, entries: shown.movements };
  });
}

const noProgramme = (beginsOn: Day | null) =>
  beginsOn === null ? say("cli.loyalty.none") : say("cli.loyalty.begins", { day: beginsOn });

const COLUMNS = ["day", "points", "kind", "of", "expires", "by"];

function printEntries(entries: readonly KeptPointsEntry[], output: Output): void {
  if (entries.length === 0) return;
  const rows = entries.map(({ day, points: count, kind, cause, reason, expiresOn, by }) => [
    ...[day, String(count), kind, cause?.externalId ?? reason ?? "", expiresOn ?? "", by],
  ]);
  const head = COLUMNS.map((column) => say(`cli.loyalty.points.column.${column}`));
  for (const line of textTable(head, rows, [0, 2, 3, 4, 5])) output.line(`  ${line}`);
}

type ByHandOptions = Json & { reason: string; reference?: string };

function byHand(
  kind: "redeem" | "adjust",
  name: string,
  typed: string,
  options: ByHandOptions,
): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const size = parsePoints(typed.replace(/^[+-]/, ""));
    if (size === null || (kind === "redeem" && /^[+-]/.test(typed)))
      throw new Refusal(say("cli.loyalty.bad-points"));
    const customer = await foundCustomer(app, name);
    const { reason, reference = app.clock().toISOString() } = options;
    const given = {
      customerId: customer.id,
      points: typed.startsWith("-") ? -size : size,
      reason,
      reference,
    };
    const result = await app.flows.redeemPoints({ kind, member: null, ...given });
    if (result.kind === "gone") throw new Refusal(say("cli.customer-removed"));
    if (!("balance" in result)) throw new Refusal(await whyNone(app));
    const { balance } = result;
    if (result.kind === "not-enough") throw new Refusal(say("cli.loyalty.not-enough", { points: balance }));
    output.line(say(result.kind === "booked" ? "cli.loyalty.booked" : "cli.loyalty.repeated", { balance }));
    return result;
  });
}

async function whyNone(app: CommandTools["app"]): Promise<string> {
  const { ahead } = await app.flows.showProgramme({});
  return noProgramme(ahead[0]?.validFrom ?? null);
}

function liability({ json, at: day, csv }: Json & { at: Day; csv?: string }): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const today = localTime(app.clock(), app.config.timeZone).day;
    const read = await app.flows.readLiability({ day, withRows: csv !== undefined || output.json });
    if (read === null) throw new Refusal(say("cli.loyalty.no-liability", { day }));
    const { points: count, customers, amount, programme, waiting, rows } = read;
    const { worth, redeemedPercent: share } = programme;
    output.line(
      say("cli.loyalty.liability", {
        ...{ points: count, customers, day, amount, share },
        ...{ unit: worth.points, worth: moneyOnCommandLine(worth.money) },
      }),
    );
    if (waiting > 0 && day <= today) output.line(say("cli.loyalty.waiting", { customers: waiting }));
    if (csv !== undefined) {
      await writeFile(csv, csvOf(rows));
      output.line(say("cli.loyalty.csv", { rows: rows.length, file: csv }));
    }
    return read;
  });
}

/** A table for a spreadsheet. */
const csvOf = (rows: readonly OutstandingPoints[]): string =>
  tableFile({
    head: ["customer", "name", "points"].map((column) => say(`cli.loyalty.csv.${column}`)),
    rows: rows.map(({ externalId, name, points: count }) => [
      { text: externalId },
      { text: name },
      { text: String(count), value: count },
    ]),
  });
