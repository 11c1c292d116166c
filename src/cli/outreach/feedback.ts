import { type Command, Option } from "commander";
import type { App } from "../../compose.ts";
import type { Customer } from "../../domain/customer.ts";
import { ASKED_KINDS, type AskedKind } from "../../domain/outreach/feedback/feedback-kinds.ts";
import { daysBetween } from "../../domain/outreach/feedback/feedback-request.ts";
import { PAGE_LANGUAGES, type PageLanguage } from "../../domain/outreach/feedback/page-language.ts";
import { COMMAND_LINE_LOCALE, say } from "../../words/command-line.ts";
import { feedbackDraft, languageName } from "../../words/pages/page-text.ts";
import { foundCustomer } from "../found-customer.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";

type Options = { readonly json?: boolean };
type AskOptions = Options & {
  readonly kind: AskedKind;
  readonly contact?: string;
  readonly ticket?: string;
  readonly language?: PageLanguage;
};

/** More than anybody works off in a day; how many there are besides is said. */
const MOST_LISTED = 50;

/** `feedback ask|list`: links by which customers answer, and what came of them. */
export function registerFeedback(program: Command): void {
  const command = program.command("feedback").description("ask customers by one-time links");
  withJson(command.command("ask").argument("<customer>", "the name, domain or number"))
    .description("make a link that one customer can answer once; nothing is sent")
    .addOption(new Option("--kind <kind>", "what to ask").choices([...ASKED_KINDS]).makeOptionMandatory())
    .option("--contact <name>", "whom to ask, by name")
    .option("--ticket <reference>", "the solved ticket it is about")
    .addOption(
      new Option(
        "--language <language>",
        "of the page (default: the contact's, else the customer's)",
      ).choices([...PAGE_LANGUAGES]),
    )
    .action(ask);
  withJson(command.command("list"))
    .description("links that wait for an answer, and unhappy answers that wait for us")
    .action(list);
}

function ask(typed: string, options: AskOptions): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const customer = await foundCustomer(app, typed);
    const chosen = await chosenFrom(app, customer, options);
    const { kind, language = null } = options;
    const asked = await app.flows.askFeedback({
      ...{ customerId: customer.id, kind, language, askedBy: null },
      ...chosen,
    });
    if (asked.kind === "not-set-up") throw notSetUp(asked.missing);
    if (asked.kind === "gone") throw new Refusal(say("cli.customer-removed"));
    const { before, contact, url, expiresAt, now } = asked;
    if (before !== null)
      output.line(
        say("cli.feedback.before", {
          days: daysBetween(before.askedAt, now),
          answered: before.answeredAt === null ? "no" : "yes",
        }),
      );
    output.line(
      say("cli.feedback.asked", {
        customer: customer.name,
        language: languageName(asked.language, COMMAND_LINE_LOCALE),
      }),
    );
    output.line();
    output.line(feedbackDraft(asked.language, { name: contact?.name ?? null, url, expiresAt }));
    return { customer: customer.externalId, kind, url, language: asked.language, expiresAt };
  });
}

const notSetUp = (missing: readonly string[]) =>
  new Refusal(say("cli.feedback.not-set-up", { missing: missing.join(", ") }));

/** The contact and the ticket that options name. @throws Refusal where there are none such */
async function chosenFrom(app: App, { id: customerId }: Customer, { contact, ticket }: AskOptions) {
  const form = await app.flows.openFeedbackForm({ customerId });
  if (form.kind === "not-set-up") throw notSetUp(form.missing);
  if (form.kind === "gone") throw new Refusal(say("cli.customer-removed"));
  const { contacts, tickets } = form;
  const meant = contacts.filter(({ name }) => name.toLowerCase() === contact?.trim().toLowerCase());
  if (contact !== undefined && meant.length !== 1)
    throw new Refusal(
      say("cli.feedback.no-contact", {
        contact,
        found: meant.length,
        names: contacts.map(({ name }) => name).join(", ") || "–",
      }),
    );
  const solved = tickets.find(({ reference }) => reference === ticket);
  if (ticket !== undefined && solved === undefined)
    throw new Refusal(
      say("cli.feedback.no-ticket", {
        ticket,
        tickets: tickets.map(({ reference }) => reference).join(", ") || "–",
      }),
    );
  return { contactId: meant[0]?.id ?? null, ticketId: solved?.id ?? null };
}

function list(options: Options): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const { waiting, open, now } = await app.flows.listFeedback({ limit: MOST_LISTED + 1 });
    const labels = ({ customer, externalId }: { customer: string; externalId: string }) =>
      `${customer} (${externalId})`;
    const kindOf = (kind: AskedKind) => say(`feedback.kind.${kind}`);
    const days = (from: Date, to: Date) => say("cli.feedback.days", { days: daysBetween(from, to) });
    const print = (title: string, head: readonly string[], rows: ReadonlyArray<readonly string[]>) => {
      output.heading(say(title));
      if (rows.length === 0) return output.line(`  ${say("cli.feedback.nothing")}`);
      const shown = textTable(
        head.map((one) => say(`cli.feedback.head.${one}`)),
        rows.slice(0, MOST_LISTED),
        [0, 1, 2],
      );
      for (const line of shown) output.line(`  ${line}`);
      if (rows.length > MOST_LISTED) output.line(`  ${say("cli.feedback.more", { shown: MOST_LISTED })}`);
    };
    print(
      "cli.feedback.open",
      ["customer", "kind", "contact", "answer", "open"],
      open.map((one) => [
        ...[labels(one), kindOf(one.kind), one.contactName ?? "–"],
        say("cli.feedback.score", { score: one.score, most: one.scaleMax }),
        days(one.at, now),
      ]),
    );
    print(
      "cli.feedback.waiting",
      ["customer", "kind", "contact", "asked", "left"],
      waiting.map((one) => [
        ...[labels(one), kindOf(one.kind), one.contactName ?? "–"],
        ...[days(one.askedAt, now), days(now, one.expiresAt)],
      ]),
    );
    return { open: open.slice(0, MOST_LISTED), waiting: waiting.slice(0, MOST_LISTED) };
  });
}
