import type { AccountKind, Person } from "../../page-protocol.ts";

const KIND_LABELS: Readonly<Record<AccountKind, string | null>> = {
  member: null,
  guest: "Guest",
  "single-channel-guest": "Guest",
  outsider: "Other company",
  deactivated: "Deactivated",
};

/** What kind of account it is, where it is not a member's. */
export const kindLabel = ({ account }: Pick<Person, "account">): string | null => KIND_LABELS[account];

/** Kind, company and role as far as there are any, e.g. `Other company · Acme`; empty for a plain member. */
export function describePerson(person: Pick<Person, "account" | "company" | "roleLabel">): string {
  return [kindLabel(person), person.company, person.roleLabel].filter((part) => part !== null).join(" · ");
}
