import type { Person } from "../../store/customers/members.ts";
import type { WorkspacePerson } from "../workspace.ts";

/** How a person is kept: administrators of the workspace start as managers, everyone else as reps. */
export function keptPerson({ administers, ...facts }: WorkspacePerson): Person {
  return { ...facts, role: administers ? "manager" : "rep" };
}
