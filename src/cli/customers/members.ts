import { type Command, Option } from "commander";
import { localTime } from "../../domain/calendar.ts";
import { MEMBER_ROLES, type MemberRole } from "../../domain/customer.ts";
import type { MemberRoleSet } from "../../flows/customers/set-member-role.ts";
import type { KnownPerson } from "../../store/customers/members.ts";
import { say } from "../../words/command-line.ts";
import { personRefusal } from "../found-person.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";

type Options = { readonly json?: boolean };
type Role = MemberRole | "from-slack";

/** `member list|set`: who may see and change what. */
export function registerMembers(program: Command): void {
  const command = program.command("member").description("who may see and change what");
  withJson(command.command("list"))
    .description("everybody of the workspace with their role, and whether it was set by hand")
    .option("--all", "also guests, bots, people of other organisations and whoever left")
    .action(list);
  withJson(command.command("set"))
    .description("set a member's role; it holds from their next act on, whatever Slack says")
    .argument("<person>", "e-mail, Slack id or whole name")
    .addOption(
      new Option("--role <role>", "what they may; from-slack gives the role back")
        .choices([...MEMBER_ROLES, "from-slack"])
        .makeOptionMandatory(),
    )
    .action(set);
}

function list(options: Options & { readonly all?: boolean }): Promise<void> {
  return runWithApp(options, async ({ app, config, output }) => {
    const people = await app.flows.listMembers();
    const shown = options.all ? people : people.filter(({ account }) => account === "member");
    if (shown.length > 0) {
      const head = HEAD.map((column) => say(`cli.members.head.${column}`));
      const rows = shown.map((person) => rowOf(person, config.timeZone));
      for (const line of textTable(head, rows, [0, 1, 2, 3, 4, 5])) output.line(line);
    }
    const others = people.length - shown.length;
    if (people.length === 0) output.line(say("cli.members.nobody"));
    if (others > 0) output.line(say("cli.members.others", { people: others }));
    return { members: shown.map(jsonOf), notShown: others };
  });
}

const HEAD = ["name", "email", "id", "role", "from", "account"] as const;

const rowOf = (
  { name, email, slackUserId, role, roleSetAt, roleGroup, account }: KnownPerson,
  timeZone: string,
) => [
  ...[name, email ?? "–", slackUserId, role],
  roleSetAt === null
    ? fromSlack(roleGroup ?? null)
    : say("cli.members.by-hand", { day: { day: localTime(roleSetAt, timeZone).day } }),
  account,
];

const fromSlack = (group: string | null) =>
  group === null ? say("cli.members.from-slack") : say("cli.members.from-group", { group });

const jsonOf = ({ slackUserId, name, email, role, roleSetAt, roleGroup, ...person }: KnownPerson) => ({
  ...{ slackUserId, name, email, role, roleSetAt, roleGroup: roleGroup ?? null },
  ...{ account: person.account, timeZone: person.timeZone },
});

function set(typed: string, { role, json = false }: Options & { readonly role: Role }): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const told = await app.flows.setMemberRole({ typed, role, by: "command line" });
    output.line(setText(told, role, typed));
    if (told.kind !== "changed" && told.kind !== "unchanged") return {};
    const { slackUserId, name } = told.person;
    const isChanged = told.kind === "changed";
    const isByHand = role !== "from-slack";
    return { slackUserId, name, before: told.before, role: isByHand ? role : "rep", isByHand, isChanged };
  });
}

/** @throws Refusal where nothing can be set */
function setText(told: MemberRoleSet, role: Role, typed: string): string {
  if (told.kind === "none" || told.kind === "several") throw personRefusal(told, typed);
  const { name, account } = told.person;
  if (told.kind === "no-member") throw new Refusal(say("cli.members.no-member", { name, account }));
  if (role === "from-slack")
    return told.kind === "changed"
      ? say("cli.members.given-back", { name })
      : say("cli.members.unchanged-back", { name });
  if (told.kind === "unchanged") return say("cli.members.unchanged", { name, role });
  const { before } = told;
  return before === role
    ? say("cli.members.pinned", { name, role })
    : say("cli.members.set", { name, role, before });
}
