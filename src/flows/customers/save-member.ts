import type { Clock } from "../../domain/clock.ts";
import type { MemberStore } from "../../store/customers/members.ts";
import type { Workspace } from "../workspace.ts";
import { keptPerson } from "./kept-person.ts";
import { type ReadRoleGroupsDeps, readRoleGroups } from "./read-role-groups.ts";

export type SaveMemberDeps = ReadRoleGroupsDeps & {
  readonly members: Pick<MemberStore, "save">;
  readonly workspace: Pick<Workspace, "personIn">;
  readonly clock: Clock;
};

/**
 * Keeps a person who joined or changed, as the event describes them.
 * @throws for what describes nobody
 */
export async function saveMember(deps: SaveMemberDeps, description: unknown): Promise<void> {
  const [person, groups] = await Promise.all([
    deps.workspace.personIn(description),
    readRoleGroups(deps, false),
  ]);
  await deps.members.save(keptPerson(person, groups), deps.clock());
}
