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

/** Who may decide what a channel receives. */
export function mayManageChannels(member: Pick<Member, "role">): boolean {
  return member.role !== "rep";
}
