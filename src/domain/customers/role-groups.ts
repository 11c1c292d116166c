import type { MemberRole } from "../customer.ts";

/** Which user groups of the workspace give a role, each by its handle or its id; null: none does. */
export type RoleGroupSettings = { readonly managers: string | null; readonly operations: string | null };

/** A user group of the workspace with everybody in it; one that was switched off is none. */
export type UserGroup = {
  readonly id: string;
  /** Without the @. */
  readonly handle: string;
  readonly userIds: readonly string[];
};

/** The groups that give roles, as they are at one moment. */
export type RoleGroups =
  /** Roles come from who administers the workspace and from the team's own hand. */
  | { readonly kind: "not-set" }
  /** Nobody's role is known anew: each keeps the one they had. */
  | { readonly kind: "unread"; readonly missing: readonly string[] }
  | {
      readonly kind: "read";
      readonly managers: UserGroup | null;
      readonly operations: UserGroup | null;
    };

/** What decides a role: who administers the workspace, the groups, or nobody at the moment. */
export type RoleRule = "administers" | "groups" | "unread";

/** The role of a person, and the handle of the group that gives it. */
export type ToldRole = {
  readonly role: MemberRole;
  readonly roleGroup: string | null;
  readonly roleRule: RoleRule;
};

/** @param groups all of the workspace; null: they could not be read */
export function roleGroupsOf(settings: RoleGroupSettings, groups: readonly UserGroup[] | null): RoleGroups {
  const { managers, operations } = settings;
  if (managers === null && operations === null) return { kind: "not-set" };
  if (groups === null) return { kind: "unread", missing: [] };
  const found = { managers: named(managers, groups), operations: named(operations, groups) };
  const missing = [managers, operations].filter((name) => name !== null && named(name, groups) === null);
  return missing.length > 0
    ? { kind: "unread", missing: missing.flatMap((name) => name ?? []) }
    : { kind: "read", ...found };
}

function named(name: string | null, groups: readonly UserGroup[]): UserGroup | null {
  if (name === null) return null;
  const handle = name.replace(/^@/, "").toLowerCase();
  return groups.find((group) => group.id === name || group.handle.toLowerCase() === handle) ?? null;
}

/**
 * What a person may, by their groups. Where a group of managers is set, who administers the workspace decides nothing any
 * more; somebody in both groups is operations.
 */
export function toldRole(
  groups: RoleGroups,
  { slackUserId, administers }: { readonly slackUserId: string; readonly administers: boolean },
): ToldRole {
  if (groups.kind === "unread") return { role: "rep", roleGroup: null, roleRule: "unread" };
  const byHand = { role: administers ? "manager" : "rep", roleGroup: null } as const;
  if (groups.kind === "not-set") return { ...byHand, roleRule: "administers" };
  const { managers, operations } = groups;
  const isIn = (group: UserGroup | null) => group?.userIds.includes(slackUserId) ?? false;
  if (isIn(operations))
    return { role: "operations", roleGroup: operations?.handle ?? null, roleRule: "groups" };
  if (isIn(managers)) return { role: "manager", roleGroup: managers?.handle ?? null, roleRule: "groups" };
  return managers === null
    ? { ...byHand, roleRule: "groups" }
    : { role: "rep", roleGroup: null, roleRule: "groups" };
}
