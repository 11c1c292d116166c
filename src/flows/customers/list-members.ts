import type { KnownPerson, MemberStore } from "../../store/customers/members.ts";

export type ListMembersDeps = { readonly members: Pick<MemberStore, "all"> };

/** Everybody the workspace has ever named, of whatever kind: members who may see more first, then by name. */
export async function listMembers({ members }: ListMembersDeps): Promise<readonly KnownPerson[]> {
  const rank = ({ account, role }: KnownPerson) => (account !== "member" ? 2 : role === "rep" ? 1 : 0);
  return [...(await members.all())].sort((a, b) => rank(a) - rank(b));
}
