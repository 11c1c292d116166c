import type { Clock } from "../../domain/clock.ts";
import type { MemberRole } from "../../domain/customer.ts";
import { type FoundPerson, findPerson } from "../../domain/customers/find-person.ts";
import type { MemberRoleStore } from "../../store/customers/member-roles.ts";
import type { KnownPerson, MemberStore } from "../../store/customers/members.ts";

export type SetMemberRoleDeps = {
  readonly members: Pick<MemberStore, "all">;
  readonly memberRoles: Pick<MemberRoleStore, "set">;
  readonly clock: Clock;
};

export type SetMemberRole = {
  /** An e-mail, a Slack id or a whole name. */
  readonly typed: string;
  readonly role: MemberRole | "from-slack";
  /** Who says so, for the audit. */
  readonly by: string;
};

export type MemberRoleSet =
  | { readonly kind: "changed" | "unchanged"; readonly person: KnownPerson; readonly before: MemberRole }
  | { readonly kind: "no-member"; readonly person: KnownPerson }
  | Exclude<FoundPerson<KnownPerson>, { kind: "found" }>;

/**
 * Sets what a member may see and change, from their next act on. A role given back begins as a rep's: Slack raises an
 * administrator to manager at their next act or at the next reading of the list, whichever comes first.
 */
export async function setMemberRole(
  { members, memberRoles, clock }: SetMemberRoleDeps,
  { typed, role, by }: SetMemberRole,
): Promise<MemberRoleSet> {
  const found = findPerson(typed, await members.all());
  if (found.kind !== "found") return found;
  const { person } = found;
  const byHand = role !== "from-slack";
  if (byHand && person.account !== "member") return { kind: "no-member", person };
  const wanted = { slackUserId: person.slackUserId, role: byHand ? role : "rep", byHand } as const;
  const set = await memberRoles.set({ ...wanted, by, at: clock() });
  return set.kind === "gone" ? { kind: "none", nearest: [] } : { ...set, person };
}
