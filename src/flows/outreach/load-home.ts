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
  UNDELIVERED_ON_HOME,
} from "../../domain/outreach/home.ts";
import type { NewSuggestion } from "../../domain/outreach/suggestion.ts";
import { HIGH_RISK } from "../../domain/risk/bands.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";
import type { HomeAccountStore } from "../../store/outreach/home-accounts.ts";
import type { OwnerlessStore } from "../../store/outreach/ownerless.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";
import { type FindUndeliveredDeps, findUndelivered } from "./find-undelivered.ts";
import { type ListAtRiskDeps, listAtRisk } from "./list-at-risk.ts";

export type LoadHomeDeps = FindRestingSourcesDeps &
  FindUndeliveredDeps &
  ListAtRiskDeps & {
    readonly homeAccounts: HomeAccountStore;
    readonly ownerless: OwnerlessStore;
    readonly jobRuns: Pick<JobRunStore, "lastDoneAt">;
  };

export type HomeRequest = {
  readonly member: Member;
  /** Of the list of those at high risk, from 0 on. */
  readonly atRiskPage?: number;
};

export type LoadedHome = {
  readonly page: HomePage;
  /** What the page suggests, to be kept once it is shown. */
  readonly suggestions: readonly NewSuggestion[];
  readonly now: Date;
};

/**
 * A member's home page: who is at high risk, most at stake first, own accounts by risk; for those who steer also totals,
 * and who needs a new owner.
 */
export async function loadHome(
  deps: LoadHomeDeps,
  { member, atRiskPage = 0 }: HomeRequest,
): Promise<LoadedHome> {
  const now = deps.clock();
  const own =
    member.email === null
      ? { accounts: [], inAll: 0 }
      : await deps.homeAccounts.ofOwner(member.email, ACCOUNTS_ON_HOME, now);
  const { resting, stopped } = await findRestingSources(deps, now);
  const atRest = resting.map(({ source }) => source);
  const totals = await deps.homeAccounts.totals(HIGH_RISK, now, atRest);
  const { list, suggestions } = await listAtRisk(
    { ...deps, clock: () => now },
    { reader: member, place: "direct", scope: null, page: atRiskPage },
  );
  const ownerless = steers(member) ? await findOwnerless(deps, now) : null;
  const undelivered = steers(member) ? await findUndelivered(deps, UNDELIVERED_ON_HOME, now) : null;
  const page = { ...homePage(member, { own, atRisk: list, ownerless }, totals), stopped, undelivered };
  return { page, suggestions, now };
}

async function findOwnerless({ ownerless, jobRuns }: LoadHomeDeps, now: Date): Promise<NeedOwner> {
  if ((await jobRuns.lastDoneAt(MEMBER_LIST_JOB)) === null) return { kind: "unknown" };
  return needOwner(await ownerless.riskiest(OWNERLESS_ON_HOME, now));
}
