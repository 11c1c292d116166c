import type { KnownPerson, MemberStore } from "../../store/customers/members.ts";
import { keptPerson } from "./kept-person.ts";
import { type ReadRoleGroupsDeps, readRoleGroups } from "./read-role-groups.ts";

export type FollowGroupsDeps = ReadRoleGroupsDeps & {
  readonly members: Pick<MemberStore, "all" | "saveAll">;
};

/** Nothing was asked about the people themselves: when they were is left as it is. */
const NOT_ASKED = new Date(0);

/**
 * Gives everybody the role of their user group at once, after Slack said that somebody came or went. Whoever left a group is a
 * rep; one who administers the workspace is raised again at their next act, where that counts.
 * @returns how many may something else now
 */
export async function followGroups(deps: FollowGroupsDeps): Promise<number> {
  const groups = await readRoleGroups(deps, true);
  if (groups.kind !== "read") return 0;
  const known = (await deps.members.all()).filter(({ account }) => account === "member");
  const told = known.map((kept) => ({ kept, now: keptPerson({ ...kept, administers: false }, groups) }));
  const moved = told.filter(({ kept, now }) => mayMove(kept, groups.managers !== null, now.roleGroup));
  return (
    await deps.members.saveAll(
      moved.map(({ now }) => now),
      NOT_ASKED,
    )
  ).changed;
}

/** A role that no group gave and none gives is the workspace's or the team's. */
function mayMove(
  { roleSetAt, roleGroup }: KnownPerson,
  managersByGroup: boolean,
  group: string | null | undefined,
): boolean {
  return roleSetAt === null && (managersByGroup || (roleGroup ?? null) !== null || (group ?? null) !== null);
}
