import type { Clock } from "../../domain/clock.ts";
import type { MemberStore } from "../../store/customers/members.ts";
import type { Workspace, WorkspacePerson } from "../workspace.ts";
import { keptPerson } from "./kept-person.ts";
import { type ReadRoleGroupsDeps, readRoleGroups } from "./read-role-groups.ts";

export type SyncMembersDeps = ReadRoleGroupsDeps & {
  readonly members: Pick<MemberStore, "saveAll" | "deactivateUnlisted">;
  readonly workspace: Pick<Workspace, "people">;
  readonly clock: Clock;
};

/** What a complete listing came to. */
export type SyncedMembers = {
  readonly seen: number;
  readonly added: number;
  readonly changed: number;
  /** Kept before, and no longer listed. */
  readonly deactivated: number;
};

/**
 * Keeps everybody the workspace lists, a page at a time; whom it no longer lists is deactivated, once the whole list is
 * read. A list that breaks off leaves what it brought and deactivates nobody.
 * @throws where the list breaks off, or holds no member, which cannot be
 * @throws UnreadGroupsError once all of it is done, where the user groups that give roles could not be read
 */
export async function syncMembers(deps: SyncMembersDeps): Promise<SyncedMembers> {
  const { members, workspace, clock } = deps;
  const startedAt = clock();
  const groups = await readRoleGroups(deps, true);
  const sums = { seen: 0, added: 0, changed: 0 };
  let anyMember = false;
  for await (const page of workspace.people()) {
    const { added, changed } = await members.saveAll(
      page.map((person) => keptPerson(person, groups)),
      startedAt,
    );
    sums.seen += page.length;
    sums.added += added;
    sums.changed += changed;
    anyMember ||= page.some(isMember);
  }
  if (!anyMember) throw new Error(`The workspace listed ${sums.seen} people and no member among them.`);
  const deactivated = await members.deactivateUnlisted(startedAt);
  if (groups.kind === "unread") throw new UnreadGroupsError(groups.missing);
  return { ...sums, deactivated };
}

/** Roles stay as they are, which somebody has to hear of: the job fails, and is reported as such. */
export class UnreadGroupsError extends Error {
  override readonly name = "UnreadGroupsError";

  constructor(missing: readonly string[]) {
    super(
      missing.length > 0
        ? `No user group of the workspace is called ${missing.join(" or ")} (MANAGERS_GROUP, OPERATIONS_GROUP): roles stay as they were.`
        : "Slack did not give the user groups (MANAGERS_GROUP, OPERATIONS_GROUP): roles stay as they were. The app needs the scope usergroups:read.",
    );
  }
}

const isMember = ({ account }: WorkspacePerson) => account === "member";
