import { type CustomerLinkSettings, customerLink } from "../../domain/customers/customer-links.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";

export type ReadCustomerLinkDeps = {
  readonly customerLinks: CustomerLinkSettings;
  readonly customers: Pick<CustomerStore, "find">;
};

export type CustomerLinkRead =
  | { readonly kind: "link"; readonly name: string; readonly link: string }
  | { readonly kind: "gone" }
  /** The bot has no address of its own. */
  | { readonly kind: "no-address" };

/** The address by which a customer can be linked to. */
export async function readCustomerLink(
  { customerLinks, customers }: ReadCustomerLinkDeps,
  customerId: number,
): Promise<CustomerLinkRead> {
  const customer = await customers.find(customerId);
  if (customer === null) return { kind: "gone" };
  const link = customerLink(customerLinks, customer.id);
  return link === null ? { kind: "no-address" } : { kind: "link", name: customer.name, link };
}
