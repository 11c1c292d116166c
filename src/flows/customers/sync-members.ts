import type { Clock } from "../../domain/clock.ts";
import type { MemberStore } from "../../store/customers/members.ts";
import type { Workspace, WorkspacePerson } from "../workspace.ts";
import { keptPerson } from "./kept-person.ts";

export type SyncMembersDeps = {
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
 */
export async function syncMembers({ members, workspace, clock }: SyncMembersDeps): Promise<SyncedMembers> {
  const startedAt = clock();
  const sums = { seen: 0, added: 0, changed: 0 };
  let anyMember = false;
  for await (const page of workspace.people()) {
    const { added, changed } = await members.saveAll(page.map(keptPerson), startedAt);
    sums.seen += page.length;
    sums.added += added;
    sums.changed += changed;
    anyMember ||= page.some(isMember);
  }
  if (!anyMember) throw new Error(`The workspace listed ${sums.seen} people and no member among them.`);
  return { ...sums, deactivated: await members.deactivateUnlisted(startedAt) };
}

const isMember = ({ account }: WorkspacePerson) => account === "member";
