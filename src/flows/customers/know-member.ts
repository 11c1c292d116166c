import { type Clock, MS_PER_HOUR } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { MemberStore } from "../../store/customers/members.ts";
import type { Workspace } from "../workspace.ts";
import { keptPerson } from "./kept-person.ts";

export type KnowMemberDeps = {
  readonly members: Pick<MemberStore, "find" | "save">;
  readonly workspace: Pick<Workspace, "person">;
  readonly clock: Clock;
};

const CHECK_AGAIN_AFTER_MS = 24 * MS_PER_HOUR;

/**
 * The member behind a Slack user: as kept, or asked for again after a day. Administrators of the workspace start as
 * managers, everyone else as reps. Where the workspace gives no answer, what was kept counts, else a rep who owns
 * nothing.
 */
export async function knowMember(deps: KnowMemberDeps, slackUserId: string): Promise<Member> {
  const now = deps.clock();
  const kept = await deps.members.find(slackUserId);
  if (kept && now.getTime() - kept.checkedAt.getTime() < CHECK_AGAIN_AFTER_MS) return kept;
  const person = await deps.workspace.person(slackUserId);
  if (person === null) return kept ?? stranger(slackUserId);
  return deps.members.save(keptPerson(person), now);
}

function stranger(slackUserId: string): Member {
  return { slackUserId, name: "someone", email: null, role: "rep", timeZone: "UTC" };
}
