import type { CustomerErasureStore, NamedContact } from "../../store/messages/customer-erasure.ts";

export type FindContactsDeps = { readonly customerErasure: Pick<CustomerErasureStore, "contactsNamed"> };

/** Contacts by e-mail, own id, "system:id" or whole name. */
export function findContacts({ customerErasure }: FindContactsDeps, typed: string): Promise<NamedContact[]> {
  return customerErasure.contactsNamed(typed);
}
