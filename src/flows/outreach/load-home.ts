import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { ACCOUNTS_ON_HOME, HIGH_RISK, type HomePage, homePage } from "../../domain/outreach/home.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";

export type LoadHomeDeps = {
  readonly customers: Pick<CustomerStore, "accountsOf" | "totals">;
  readonly clock: Clock;
};

/** A member's home page: own accounts by risk, and totals for those who steer. */
export async function loadHome(deps: LoadHomeDeps, member: Member): Promise<{ page: HomePage; now: Date }> {
  const now = deps.clock();
  const own =
    member.email === null
      ? { accounts: [], inAll: 0 }
      : await deps.customers.accountsOf(member.email, ACCOUNTS_ON_HOME, now);
  return { page: homePage(member, own, await deps.customers.totals(HIGH_RISK)), now };
}
