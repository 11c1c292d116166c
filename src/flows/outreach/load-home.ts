import type { Member } from "../../domain/customer.ts";
import { MEMBER_LIST_JOB } from "../../domain/customers/member-list.ts";
import {
  ACCOUNTS_ON_HOME,
  type HomeAccounts,
  type HomePage,
  type HomeSettings,
  homePage,
  type NeedOwner,
  needOwner,
  OWNERLESS_ON_HOME,
  SNOOZES_ON_HOME,
  steers,
  UNDELIVERED_ON_HOME,
} from "../../domain/outreach/home.ts";
import {
  HOME_AT_FIRST,
  type HomeList,
  type HomeState,
  pageOn,
  turnedTo,
} from "../../domain/outreach/home-state.ts";
import { freshnessOf, LISTED_ON_HOME } from "../../domain/outreach/my-day.ts";
import { pageOfFirst } from "../../domain/outreach/page-of-first.ts";
import type { NewSuggestion } from "../../domain/outreach/suggestion.ts";
import { HIGH_RISK } from "../../domain/risk/bands.ts";
import type { SnoozeStore } from "../../store/customers/snoozes.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";
import type { HomeAccountStore } from "../../store/outreach/home-accounts.ts";
import type { HomeVisitStore } from "../../store/outreach/home-visits.ts";
import type { OwnerlessStore } from "../../store/outreach/ownerless.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";
import { type FindUndeliveredDeps, findUndelivered } from "./find-undelivered.ts";
import { type ListAtRiskDeps, listAtRisk } from "./list-at-risk.ts";
import { type LoadMyDayDeps, loadMyDay } from "./load-my-day.ts";
import { type ReadNudgeSettingsDeps, readNudgeSettings } from "./read-nudge-settings.ts";

export type LoadHomeDeps = FindRestingSourcesDeps &
  FindUndeliveredDeps &
  ListAtRiskDeps &
  LoadMyDayDeps &
  ReadNudgeSettingsDeps & {
    readonly homeAccounts: HomeAccountStore;
    readonly homeVisits: Pick<HomeVisitStore, "explainedAt">;
    readonly ownerless: OwnerlessStore;
    readonly snoozes: Pick<SnoozeStore, "begunBy">;
    readonly jobRuns: Pick<JobRunStore, "lastDoneAt">;
  };

export type HomeRequest = {
  readonly member: Member;
  /** What its reader turned it to; left out: nothing yet. */
  readonly state?: HomeState;
};

export type LoadedHome = {
  readonly page: HomePage;
  /** What the page suggests, to be kept once it is shown. */
  readonly suggestions: readonly NewSuggestion[];
  readonly now: Date;
};

/**
 * A member's home page: what waits for them, who is at high risk, most at stake first, own accounts by risk, and how they
 * are told; for those who steer also totals, who needs a new owner, and what did not arrive.
 */
export async function loadHome(
  deps: LoadHomeDeps,
  { member, state = HOME_AT_FIRST }: HomeRequest,
): Promise<LoadedHome> {
  const now = deps.clock();
  const own = await readOwn(deps, member, state, now);
  const { resting, stopped } = await findRestingSources(deps, now);
  const atRest = resting.map(({ source }) => source);
  const totals = await deps.homeAccounts.totals(HIGH_RISK, now, atRest);
  const { list, suggestions } = await listAtRisk(
    { ...deps, clock: () => now },
    { reader: member, place: "direct", scope: null, page: pageOn(state, "at-risk"), perPage: LISTED_ON_HOME },
  );
  const page = {
    ...homePage(
      member,
      { own, atRisk: list, ownerless: await findOwnerless(deps, member, state, now) },
      totals,
    ),
    undelivered: await findFailed(deps, member, state, now),
    day: await loadMyDay(deps, { member, pageOf: (one) => pageOn(state, one) }, now),
    settings: await loadSettings(deps, member, state, now),
    explains: (await deps.homeVisits.explainedAt(member.slackUserId)) === null,
    freshness: freshnessOf(totals.scoredAt, now),
    state: turnedTo(state, "accounts", own.page),
    stopped,
  };
  return { page, suggestions, now };
}

/** Who has no e-mail owns nothing that one could tell. */
async function readOwn(
  { homeAccounts }: LoadHomeDeps,
  { email }: Member,
  state: HomeState,
  now: Date,
): Promise<HomeAccounts> {
  const { band } = state;
  if (email === null) return { band, owned: 0, items: [], page: 0, pages: 1, inAll: 0 };
  const wanted = { band, page: pageOn(state, "accounts"), perPage: ACCOUNTS_ON_HOME };
  return homeAccounts.ofOwner(email, wanted, now);
}

async function findOwnerless(
  { ownerless, jobRuns }: LoadHomeDeps,
  member: Member,
  state: HomeState,
  now: Date,
): Promise<NeedOwner | null> {
  if (!steers(member)) return null;
  if ((await jobRuns.lastDoneAt(MEMBER_LIST_JOB)) === null) return { kind: "unknown" };
  const { customers, inAll } = await ownerless.riskiest(upTo(state, "ownerless", OWNERLESS_ON_HOME), now);
  const { items } = pageOfFirst({ items: customers, inAll }, pageOn(state, "ownerless"), OWNERLESS_ON_HOME);
  return needOwner({ customers: items, inAll });
}

async function findFailed(deps: LoadHomeDeps, member: Member, state: HomeState, now: Date) {
  if (!steers(member)) return null;
  const found = await findUndelivered(deps, upTo(state, "undelivered", UNDELIVERED_ON_HOME), now);
  const { items, inAll } = pageOfFirst(found, pageOn(state, "undelivered"), UNDELIVERED_ON_HOME);
  return { items, inAll };
}

async function loadSettings(
  deps: LoadHomeDeps,
  member: Member,
  state: HomeState,
  now: Date,
): Promise<HomeSettings> {
  const snoozes = await deps.snoozes.begunBy(
    member.slackUserId,
    upTo(state, "snoozes", SNOOZES_ON_HOME),
    now,
  );
  return {
    ...(await readNudgeSettings(deps, member, now)),
    snoozes: pageOfFirst(snoozes, pageOn(state, "snoozes"), SNOOZES_ON_HOME),
  };
}

/** Rows up to the end of the page of a list that is wanted. */
const upTo = (state: HomeState, list: HomeList, perPage: number) => (pageOn(state, list) + 1) * perPage;
