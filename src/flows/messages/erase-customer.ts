import type { Clock } from "../../domain/clock.ts";
import type { CustomerErasureStore, Erased } from "../../store/messages/customer-erasure.ts";

export type EraseCustomerDeps = {
  readonly customerErasure: Pick<CustomerErasureStore, "erase">;
  readonly clock: Clock;
};

export type EraseCustomer = {
  readonly customerId: number;
  /** Null: all that is kept of the customer; otherwise what is kept of this contact. */
  readonly contactId: number | null;
  /** False: it is counted, and nothing is changed. */
  readonly isReal: boolean;
  readonly by: string;
};

/** Erases the personal data of a customer and of those joined into them, or of one contact; what figures are made of stays. */
export function eraseCustomer(
  { customerErasure, clock }: EraseCustomerDeps,
  asked: EraseCustomer,
): Promise<Erased> {
  return customerErasure.erase({ ...asked, at: clock() });
}
