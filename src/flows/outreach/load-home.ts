import type { Member } from "../../domain/customer.ts";
import { MEMBER_LIST_JOB } from "../../domain/customers/member-list.ts";
import {
  accountsOnHome,
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
import type { UndeliveredList } from "../../domain/outreach/undelivered.ts";
import { isUnread } from "../../domain/part.ts";
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
import { type LoadMyWeekDeps, loadWeekAhead, loadWeekBehind } from "./load-my-week.ts";
import { type ReadNudgeSettingsDeps, readNudgeSettings } from "./read-nudge-settings.ts";
import { type ReadPartDeps, readPart } from "./read-part.ts";

export type LoadHomeDeps = FindRestingSourcesDeps &
  FindUndeliveredDeps &
  ListAtRiskDeps &
  LoadMyDayDeps &
  LoadMyWeekDeps &
  ReadNudgeSettingsDeps &
  ReadPartDeps & {
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
 * are told; for those who steer also totals, who needs a new owner, and what did not arrive. What cannot be read is
 * missing alone.
 */
export async function loadHome(
  deps: LoadHomeDeps,
  { member, state = HOME_AT_FIRST }: HomeRequest,
): Promise<LoadedHome> {
  const now = deps.clock();
  const asked = { member, state, now };
  const part = <Value>(name: string, read: () => Promise<Value>) => readPart(deps, name, read);
  const own = await part("accounts", () => readOwn(deps, asked));
  const file = await part("totals", () => readFile(deps, now));
  const atRisk = await part("at-risk", () => readAtRisk(deps, asked));
  const ownerless = steers(member) ? await part("owners", () => findOwnerless(deps, asked)) : null;
  const lists = { own, ownerless, atRisk: isUnread(atRisk) ? atRisk : atRisk.list };
  const page = {
    ...homePage(member, lists, isUnread(file) ? file : file.totals),
    undelivered: steers(member) ? await part("undelivered", () => findFailed(deps, asked)) : null,
    day: await loadMyDay(deps, { member, pageOf: (one) => pageOn(state, one) }, now),
    week: {
      behind: await part("week", () => loadWeekBehind(deps, member, now)),
      ahead: await part("ahead", () => loadWeekAhead(deps, member, now)),
    },
    settings: await loadSettings(deps, asked),
    explains: (await part("welcome", () => deps.homeVisits.explainedAt(member.slackUserId))) === null,
    freshness: isUnread(file) ? file : freshnessOf(file.totals.scoredAt, now),
    state: isUnread(own) ? state : turnedTo(state, "accounts", own.page),
    stopped: isUnread(file) ? null : file.stopped,
  };
  return { page, suggestions: isUnread(atRisk) ? [] : atRisk.suggestions, now };
}

type Asked = { readonly member: Member; readonly state: HomeState; readonly now: Date };

/** The whole file, and which sources have stopped: without these the totals would leave their customers out. */
async function readFile(deps: LoadHomeDeps, now: Date) {
  const { resting, stopped } = await findRestingSources(deps, now);
  const atRest = resting.map(({ source }) => source);
  return { stopped, totals: await deps.homeAccounts.totals(HIGH_RISK, now, atRest) };
}

const readAtRisk = (deps: LoadHomeDeps, { member, state, now }: Asked) =>
  listAtRisk(
    { ...deps, clock: () => now },
    { reader: member, place: "direct", scope: null, page: pageOn(state, "at-risk"), perPage: LISTED_ON_HOME },
  );

/** Who has no e-mail owns nothing that one could tell. */
async function readOwn({ homeAccounts }: LoadHomeDeps, { member, state, now }: Asked): Promise<HomeAccounts> {
  const { email } = member;
  const { band } = state;
  if (email === null) return { band, owned: 0, items: [], page: 0, pages: 1, inAll: 0 };
  const wanted = { band, page: pageOn(state, "accounts"), perPage: accountsOnHome(member) };
  return homeAccounts.ofOwner(email, wanted, now);
}

async function findOwnerless(
  { ownerless, jobRuns }: LoadHomeDeps,
  { state, now }: Asked,
): Promise<NeedOwner> {
  if ((await jobRuns.lastDoneAt(MEMBER_LIST_JOB)) === null) return { kind: "unknown" };
  const { customers, inAll } = await ownerless.riskiest(upTo(state, "ownerless", OWNERLESS_ON_HOME), now);
  const { items } = pageOfFirst({ items: customers, inAll }, pageOn(state, "ownerless"), OWNERLESS_ON_HOME);
  return needOwner({ customers: items, inAll });
}

async function findFailed(deps: LoadHomeDeps, { state, now }: Asked): Promise<UndeliveredList> {
  const found = await findUndelivered(deps, upTo(state, "undelivered", UNDELIVERED_ON_HOME), now);
  const { items, inAll } = pageOfFirst(found, pageOn(state, "undelivered"), UNDELIVERED_ON_HOME);
  return { items, inAll };
}

async function loadSettings(deps: LoadHomeDeps, { member, state, now }: Asked): Promise<HomeSettings> {
  const limit = upTo(state, "snoozes", SNOOZES_ON_HOME);
  return {
    told: await readPart(deps, "settings", () => readNudgeSettings(deps, member, now)),
    snoozes: await readPart(deps, "snoozes", async () =>
      pageOfFirst(
        await deps.snoozes.begunBy(member.slackUserId, limit, now),
        pageOn(state, "snoozes"),
        SNOOZES_ON_HOME,
      ),
    ),
  };
}

/** Rows up to the end of the page of a list that is wanted. */
const upTo = (state: HomeState, list: HomeList, perPage: number) => (pageOn(state, list) + 1) * perPage;
