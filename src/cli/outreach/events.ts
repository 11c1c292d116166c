import { type Command, Option } from "commander";
import { audiencePhrase, problemPhrase } from "../../domain/outreach/event-phrases.ts";
import { AUDIENCES, type EventErrors, type TypedEvent } from "../../domain/outreach/events.ts";
import { say } from "../../words/command-line.ts";
import { parseRowId } from "../arguments.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";

type Options = { readonly json?: boolean };
type AddOptions = Options &
  Pick<TypedEvent, "day" | "for"> & { readonly place?: string; readonly which?: string };

/** `events add|list|remove`: what the team plans and whom it invites. */
export function registerEvents(program: Command): void {
  const command = program.command("events").description("what the team plans and invites customers to");
  withJson(command.command("add").argument("<name>", "what it is called"))
    .description("plan an event; owners are told which customers to invite, 14 to 3 days before")
    .requiredOption("--day <day>", "when it is (2026-12-31)")
    .option("--place <place>", "an address or a link")
    .addOption(new Option("--for <audience>", "whom to invite").choices([...AUDIENCES]).default("all"))
    .option("--which <name>", "the segment, country or product category, as the files name it")
    .action(add);
  withJson(command.command("list")).description("from today on, the next first").action(list);
  withJson(command.command("remove").argument("<id>", "the number in the list", parseRowId))
    .description("invite nobody to it any more")
    .action(remove);
}

function add(name: string, options: AddOptions): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const { day, place = "", which = "" } = options;
    const added = await app.flows.addEvent({
      typed: { name, day, place, for: options.for, which },
      by: null,
    });
    if (added.kind === "known") throw new Refusal(say("cli.events.known", { name: name.trim() }));
    if (added.kind === "wrong") throw new Refusal(sentencesOf(added.errors));
    const { event } = added;
    const { code, parameters } = audiencePhrase(event.audience);
    output.line(
      say("cli.events.added", {
        ...{ name: event.name, day: { day: event.day }, customers: event.customers },
        audience: say(code, parameters),
      }),
    );
    if (event.customers === 0) output.line(say("events.nobody", { name: event.name }));
    return event;
  });
}

const sentencesOf = (errors: EventErrors): string =>
  Object.entries(errors)
    .map(([field, code]) => {
      const { code: problem, parameters } = problemPhrase(code);
      return say("cli.events.wrong", { field, problem: say(problem, parameters) });
    })
    .join("\n");

function list({ json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const { events } = await app.flows.listEvents();
    if (events.length === 0) output.line(say("cli.events.none"));
    else {
      const rows = events.map(({ id, day, name, place, audience, customers }) => {
        const { code, parameters } = audiencePhrase(audience);
        const [number, count] = [id, customers].map((one) => say("cli.events.number", { number: one }));
        return [number ?? "", day, name, place ?? "", say(code, parameters), count ?? ""];
      });
      const head = ["id", "day", "name", "place", "for", "customers"].map((one) =>
        say(`cli.events.head.${one}`),
      );
      for (const line of textTable(head, rows, [1, 2, 3, 4])) output.line(line);
    }
    return { events };
  });
}

function remove(id: number, options: Options): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const { name } = await app.flows.removeEvent({ id, by: null });
    if (name === null) throw new Refusal(say("cli.events.gone", { id: String(id) }));
    output.line(say("cli.events.removed", { name }));
    return { id, name };
  });
}
