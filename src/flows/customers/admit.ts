import type { Account } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { KnownPerson, MemberStore, Person } from "../../store/customers/members.ts";
import type { Workspace } from "../workspace.ts";
import { keptPerson } from "./kept-person.ts";
import { type ReadRoleGroupsDeps, readRoleGroups } from "./read-role-groups.ts";

export type AdmitDeps = ReadRoleGroupsDeps & {
  readonly members: Pick<MemberStore, "find" | "save">;
  readonly workspace: Pick<Workspace, "person">;
  readonly clock: Clock;
};

/** Whoever asks for something, before it is known whether they may have it. */
export type Visitor = Member & { readonly account: Account };

/**
 * Who a Slack user is at this moment, by what Slack says now. Where Slack gives no answer, what was kept of them counts; somebody never seen stays unknown.
 */
export async function admit(deps: AdmitDeps, slackUserId: string): Promise<Visitor> {
  const [person, kept, groups] = await Promise.all([
    deps.workspace.person(slackUserId),
    deps.members.find(slackUserId),
    readRoleGroups(deps, false),
  ]);
  if (person === null) return kept ?? unknown(slackUserId);
  const told = keptPerson(person, groups);
  return kept !== null && saysNothingNew(told, kept) ? kept : deps.members.save(told, deps.clock());
}

/** Most acts are by people of whom nothing has changed: then nothing is written. A role that was given stays. */
function saysNothingNew(told: Person, kept: KnownPerson): boolean {
  const facts = ["name", "email", "timeZone", "locale", "account"] as const;
  return roleStays(told, kept) && facts.every((fact) => told[fact] === kept[fact]);
}

function roleStays({ role, roleGroup = null, roleRule }: Person, kept: KnownPerson): boolean {
  if (kept.roleSetAt !== null || roleRule === "unread") return true;
  const keptGroup = kept.roleGroup ?? null;
  if (roleRule === "groups") return role === kept.role && roleGroup === keptGroup;
  return keptGroup === null && (role === "rep" || kept.role !== "rep");
}

function unknown(slackUserId: string): Visitor {
  return { slackUserId, name: "someone", email: null, role: "rep", timeZone: "UTC", account: "unknown" };
}
