import type { Clock } from "../../domain/clock.ts";
import type { MemberStore } from "../../store/customers/members.ts";
import type { Workspace } from "../workspace.ts";
import { keptPerson } from "./kept-person.ts";

export type SaveMemberDeps = {
  readonly members: Pick<MemberStore, "save">;
  readonly workspace: Pick<Workspace, "personIn">;
  readonly clock: Clock;
};

/**
 * Keeps a person who joined or changed, as the event describes them.
 * @throws for what describes nobody
 */
export async function saveMember(deps: SaveMemberDeps, description: unknown): Promise<void> {
  await deps.members.save(keptPerson(await deps.workspace.personIn(description)), deps.clock());
}
