import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { ACCOUNTS_ON_HOME, type HomePage, homePage } from "../../domain/outreach/home.ts";
import { HIGH_RISK } from "../../domain/risk/bands.ts";
import type { HomeAccountStore } from "../../store/outreach/home-accounts.ts";

export type LoadHomeDeps = {
  readonly homeAccounts: HomeAccountStore;
  readonly clock: Clock;
};

/** A member's home page: own accounts by risk, and totals for those who steer. */
export async function loadHome(deps: LoadHomeDeps, member: Member): Promise<{ page: HomePage; now: Date }> {
  const now = deps.clock();
  const own =
    member.email === null
      ? { accounts: [], inAll: 0 }
      : await deps.homeAccounts.ofOwner(member.email, ACCOUNTS_ON_HOME, now);
  return { page: homePage(member, own, await deps.homeAccounts.totals(HIGH_RISK)), now };
}
