import type { Command } from "commander";
import { AUDIT_ACTIONS } from "../../domain/audit-action.ts";
import type { Day } from "../../domain/calendar.ts";
import type { AuditRow } from "../../store/customers/audit-trail.ts";
import { say } from "../../words/command-line.ts";
import { parseLimit } from "../arguments.ts";
import { foundCustomer } from "../found-customer.ts";
import { personRefusal } from "../found-person.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";
import { parseDay } from "../value/value-options.ts";

type Options = {
  readonly json?: boolean;
  readonly of?: string;
  readonly by?: string;
  readonly since?: Day;
  readonly limit: number;
};

/** Lines a terminal shows; chosen. */
const MOST_EVENTS = 50;
/** Of details that are long, such as a whole row before and after; `--json` prints all of them. Chosen by the product. */
const MOST_LETTERS = 200;

/** `audit`: who did what. */
export function registerAudit(program: Command): void {
  withJson(
    program
      .command("audit")
      .description("who did what, the newest first")
      .option("--of <customer>", "about one customer: name, alias, domain or number")
      .option("--by <person>", 'e-mail, Slack id or whole name; also "command line" or "import 12"')
      .option("--since <day>", "from the beginning of that day on, where the team is", parseDay)
      .option("--limit <count>", "at most so many", parseLimit, MOST_EVENTS),
  ).action((options: Options) => runWithApp(options, (tools) => read(tools, options)));
}

async function read({ app, output }: CommandTools, options: Options): Promise<object> {
  const { of, by = null, since = null, limit } = options;
  const customerId = of === undefined ? null : (await foundCustomer(app, of)).id;
  const told = await app.flows.readAudit({ customerId, by, since, limit });
  if (told.kind !== "read") throw personRefusal(told, by ?? "");
  const isNarrowed = of !== undefined || by !== null || since !== null;
  if (told.total === 0) output.line(say(isNarrowed ? "cli.audit.none" : "cli.audit.empty"));
  for (const event of told.events) output.line(auditLine(event));
  const more = told.total - told.events.length;
  if (more > 0) output.line(say("cli.audit.more", { events: more }));
  return { total: told.total, events: told.events.map((event) => ({ ...event, did: didOf(event) })) };
}

/** Who did what, when, and of whom. */
export function auditLine(event: AuditRow): string {
  const { at, actor, actorName, customerId, customerName } = event;
  const details = detailsOf(event.details);
  const did = details === "" ? didOf(event) : say("cli.audit.details", { did: didOf(event), details });
  const line = {
    at: at.toISOString(),
    actor: actorName === null ? actor : say("cli.audit.person", { name: actorName, id: actor }),
    did,
  };
  if (customerId === null) return say("cli.audit.line", line);
  const customer = customerName ?? say("cli.audit.removed-customer", { id: String(customerId) });
  return say("cli.audit.line-of", { ...line, customer });
}

function didOf({ action }: AuditRow): string {
  const known = AUDIT_ACTIONS.some((one) => one === action);
  return known ? say(`cli.audit.did.${action}`) : say("cli.audit.unknown", { action });
}

/** "until 2026-12-01, channel phone": the keys in words, the values as they were noted. */
function detailsOf(details: AuditRow["details"]): string {
  const parts = Object.entries(details).flatMap(([key, value]) =>
    value === null || value === "" ? [] : [`${inWords(key)} ${plain(value)}`],
  );
  const letters = Array.from(parts.join(", "));
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join("")}…` : letters.join("");
}

const inWords = (key: string) => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const plain = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value));
