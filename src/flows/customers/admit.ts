import type { Account } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { MemberStore } from "../../store/customers/members.ts";
import type { Workspace } from "../workspace.ts";
import { keptPerson } from "./kept-person.ts";

export type AdmitDeps = {
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
  const person = await deps.workspace.person(slackUserId);
  if (person === null) return (await deps.members.find(slackUserId)) ?? unknown(slackUserId);
  return deps.members.save(keptPerson(person), deps.clock());
}

function unknown(slackUserId: string): Visitor {
  return { slackUserId, name: "someone", email: null, role: "rep", timeZone: "UTC", account: "unknown" };
}
