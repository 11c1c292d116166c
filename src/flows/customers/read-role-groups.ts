import { type RoleGroupSettings, type RoleGroups, roleGroupsOf } from "../../domain/customers/role-groups.ts";
import type { Workspace } from "../workspace.ts";

export type ReadRoleGroupsDeps = {
  readonly workspace: Partial<Pick<Workspace, "userGroups">>;
  /** Left out: no group gives a role. */
  readonly roleGroups?: RoleGroupSettings;
};

/** The groups that give roles; Slack is asked only where the team has set one. @param fresh not what was kept for a moment */
export async function readRoleGroups(
  { workspace, roleGroups }: ReadRoleGroupsDeps,
  fresh: boolean,
): Promise<RoleGroups> {
  const asks = roleGroups !== undefined && (roleGroups.managers ?? roleGroups.operations) !== null;
  if (!asks) return { kind: "not-set" };
  return roleGroupsOf(roleGroups, (await workspace.userGroups?.({ fresh })) ?? null);
}
