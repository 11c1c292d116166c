import type { Command } from "commander";
import { ADVOCATE_DAYS, ADVOCATE_LEAST, MENTION_DAYS } from "../../domain/outreach/mentions.ts";
import { say } from "../../words/command-line.ts";
import { momentText } from "../imports/moment-text.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";

type Options = { readonly json?: boolean };

/** As many as one reads in a terminal; `--json` has the same. */
const SHOWN = 50;
const TEXT_LENGTH = 80;

/** `mentions list|advocates`: what is said of us in public. */
export function registerMentions(program: Command): void {
  const command = program.command("mentions").description("what is said of us in public");
  withJson(command.command("list").description("complaints nobody answered, the most urgent first")).action(
    list,
  );
  withJson(command.command("advocates").description("who praised us again and again")).action(advocates);
}

function list({ json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const { list } = await app.flows.listMentions({ reader: "everybody", page: 0, perPage: SHOWN });
    const { items, inAll, counts } = list;
    if (inAll === 0) output.line(say("cli.mentions.none"));
    else {
      const rows = items.map(({ id, at, customer, network, author, reach, text }) => [
        say("cli.mentions.number", { number: id }),
        momentText(at, config.timeZone),
        customer?.name ?? "",
        network,
        author ?? "",
        reachText(reach),
        shortened(text),
      ]);
      const head = ["id", "when", "customer", "network", "author", "reach", "text"] as const;
      for (const line of textTable(head.map(headOf), rows, [1, 2, 3, 4, 6])) output.line(line);
      if (inAll > items.length) output.line(say("cli.mentions.more", { mentions: inAll - items.length }));
    }
    output.line(say("cli.mentions.counts", { ...counts, days: MENTION_DAYS }));
    return list;
  });
}

function advocates({ json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const { advocates: found } = await app.flows.listAdvocates({ reader: "everybody", limit: SHOWN });
    const rule = { least: ADVOCATE_LEAST, days: ADVOCATE_DAYS };
    if (found.length === 0) output.line(say("cli.mentions.no-advocates", rule));
    else {
      const rows = found.map(({ author, network, customer, positive, reach, lastAt, lastText }) => [
        author ?? "",
        network ?? "",
        customer?.name ?? "",
        say("cli.mentions.number", { number: positive }),
        reachText(reach),
        momentText(lastAt, config.timeZone),
        shortened(lastText),
      ]);
      const head = ["author", "network", "customer", "positive", "reach", "last", "text"] as const;
      for (const line of textTable(head.map(headOf), rows, [0, 1, 2, 5, 6])) output.line(line);
    }
    return { advocates: found };
  });
}

const headOf = (column: string) => say(`cli.mentions.head.${column}`);
const reachText = (reach: number | null) =>
  reach === null ? say("cli.mentions.unknown") : say("cli.mentions.number", { number: reach });

function shortened(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, " ").trim();
  return line.length > TEXT_LENGTH ? `${[...line].slice(0, TEXT_LENGTH).join("")}…` : line;
}
