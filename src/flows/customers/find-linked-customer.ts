import {
  type CustomerLinkSettings,
  customerInLink,
  type LinkedCustomer,
} from "../../domain/customers/customer-links.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";

export type FindLinkedCustomerDeps = {
  readonly customerLinks: CustomerLinkSettings;
  readonly customers: Pick<CustomerStore, "find" | "ofReference">;
};

export type FoundLink =
  /** `askedId`: whom the link names; another one than `customerId` where that was joined into it since. */
  | { readonly kind: "found"; readonly customerId: number; readonly askedId: number }
  /** A link of ours, or of a reference: nobody has it (any more). */
  | { readonly kind: "gone" }
  /** Customers of several sources have this reference: none is guessed. */
  | { readonly kind: "several" }
  /** No link to a customer. */
  | { readonly kind: "other" };

/** Whom a link names: by the bot's own address, or by an address in a system of the team's. */
export async function findLinkedCustomer(deps: FindLinkedCustomerDeps, link: string): Promise<FoundLink> {
  const named = customerInLink(link, deps.customerLinks);
  return named === null ? { kind: "other" } : find(deps, named);
}

async function find({ customers }: FindLinkedCustomerDeps, named: LinkedCustomer): Promise<FoundLink> {
  if (named.by === "id") {
    const customer = await customers.find(named.id);
    if (customer === null) return { kind: "gone" };
    return { kind: "found", customerId: customer.id, askedId: named.id };
  }
  const [first, second] = await customers.ofReference(named.reference, named.source, 2);
  if (first === undefined) return { kind: "gone" };
  return second === undefined ? { kind: "found", customerId: first, askedId: first } : { kind: "several" };
}
