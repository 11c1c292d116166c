import type { Customer, Member } from "./customer.ts";

/**
 * Who may see what a customer is worth: managers and operations every customer, reps their own accounts.
 * A member without a known e-mail owns nothing.
 */
export function maySeeMoney(
  member: Pick<Member, "role" | "email">,
  customer: Pick<Customer, "ownerEmail">,
): boolean {
  return member.role !== "rep" || owns(member, customer);
}

export function owns(member: Pick<Member, "email">, customer: Pick<Customer, "ownerEmail">): boolean {
  if (member.email === null || customer.ownerEmail === null) return false;
  return member.email.toLowerCase() === customer.ownerEmail.toLowerCase();
}

/** Who may see what all customers together cost and are worth. */
export function maySeeCompanyMoney(member: Pick<Member, "role">): boolean {
  return member.role !== "rep";
}

/** Who keeps the cost ledger: records any cost, corrects, closes, states rates and budgets. */
export function mayKeepLedger(member: Pick<Member, "role">): boolean {
  return member.role !== "rep";
}

/**
 * Whether a rep may record a cost: what they spent directly on customers they all own. They know such a cost best and
 * see it on the card; what is shared out over others' customers, or changes a figure that was recorded, is left to
 * managers and operations.
 * @param ownerEmails of the customers the cost is for; null where somebody or something else is among them
 */
export function mayRecordOwnCost(
  member: Pick<Member, "email">,
  kind: "direct" | "indirect",
  ownerEmails: ReadonlyArray<string | null> | null,
): boolean {
  if (kind === "indirect" || ownerEmails === null || ownerEmails.length === 0) return false;
  return ownerEmails.every((ownerEmail) => owns(member, { ownerEmail }));
}

/** Who may decide what a channel receives. */
export function mayManageChannels(member: Pick<Member, "role">): boolean {
  return member.role !== "rep";
}
