import { type RoleGroups, toldRole } from "../../domain/customers/role-groups.ts";
import type { Person } from "../../store/customers/members.ts";
import type { WorkspacePerson } from "../workspace.ts";

/** How a person is kept: with the role of their user group; without such groups administrators start as managers. */
export function keptPerson(person: WorkspacePerson, groups: RoleGroups): Person {
  const { administers, ...facts } = person;
  return { ...facts, ...toldRole(groups, person) };
}
