import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { MEMBER_LIST_JOB } from "../../domain/customers/member-list.ts";
import {
  ACCOUNTS_ON_HOME,
  type HomePage,
  homePage,
  type NeedOwner,
  needOwner,
  OWNERLESS_ON_HOME,
  steers,
} from "../../domain/outreach/home.ts";
import { HIGH_RISK } from "../../domain/risk/bands.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";
import type { HomeAccountStore } from "../../store/outreach/home-accounts.ts";
import type { OwnerlessStore } from "../../store/outreach/ownerless.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";

export type LoadHomeDeps = FindRestingSourcesDeps & {
  readonly homeAccounts: HomeAccountStore;
  readonly ownerless: OwnerlessStore;
  readonly jobRuns: Pick<JobRunStore, "lastDoneAt">;
  readonly clock: Clock;
};

/** A member's home page: own accounts by risk; for those who steer also totals, and who needs a new owner. */
export async function loadHome(deps: LoadHomeDeps, member: Member): Promise<{ page: HomePage; now: Date }> {
  const now = deps.clock();
  const own =
    member.email === null
      ? { accounts: [], inAll: 0 }
      : await deps.homeAccounts.ofOwner(member.email, ACCOUNTS_ON_HOME, now);
  const { resting, stopped } = await findRestingSources(deps, now);
  const atRest = resting.map(({ source }) => source);
  const totals = await deps.homeAccounts.totals(HIGH_RISK, atRest);
  const ownerless = steers(member) ? await findOwnerless(deps, now) : null;
  return { page: { ...homePage(member, own, totals, ownerless), stopped }, now };
}

async function findOwnerless({ ownerless, jobRuns }: LoadHomeDeps, now: Date): Promise<NeedOwner> {
  if ((await jobRuns.lastDoneAt(MEMBER_LIST_JOB)) === null) return { kind: "unknown" };
  return needOwner(await ownerless.riskiest(OWNERLESS_ON_HOME, now));
}
