import type { CustomerFile } from "../../domain/customer-records.ts";
import { calendarOf } from "../calendar.ts";
import { demoCosts } from "../costs.ts";
import type { DemoData } from "../demo-data.ts";
import { inventCustomers } from "../generate-demo.ts";
import { budgets } from "../ledger.ts";
import { type Life, lifeAhead } from "./life-ahead.ts";
import { newcomers } from "./newcomers.ts";
import { storyAhead } from "./story-ahead.ts";
import { type Contact, lifeStreams, type Timeline, timelineOf } from "./timeline.ts";

export type LifeRequest = {
  /** Those with which the demo was loaded. */
  readonly seed: number;
  readonly customers: number;
  /** When it was loaded. */
  readonly startedAt: Date;
  /** What is told already: the records up to then. */
  readonly since: Date;
  readonly now: Date;
  /** Whom people have reached since the start. */
  readonly contacts: readonly Contact[];
};

export type LivedOn = Pick<DemoData, "files" | "costs" | "budgets">;

/**
 * What has happened to the invented customers after `since` and up to `now`: every customer's profile as it is now, and
 * the records that are new or, of tickets, have changed. However many steps lead from one moment to another, they give
 * the same records.
 */
export function demoSince(request: LifeRequest): LivedOn {
  const { seed, customers, startedAt, since, now } = request;
  const timeline = timelineOf(startedAt, now);
  const { began, taken } = atTheStart(request);
  const everybody = [...began, ...newcomers(seed, customers, new Set(taken), timeline)];
  const contactsOf = byCustomer(request.contacts);
  const files = everybody.map(({ invented, index, firstWeek }) => {
    const contactedAt = contactsOf.get(invented.file.profile.externalId) ?? [];
    const life: Life = { invented, firstWeek, contactedAt };
    return newIn(since, lifeAhead(withStory(life, timeline), timeline, lifeStreams(seed, index)));
  });
  return { files, ...moneySince(request) };
}

type Start = ReturnType<typeof beginnings>;
type StartRequest = Pick<LifeRequest, "seed" | "customers" | "startedAt">;

/** Every step begins with the same, whose making takes three times as long as the step: the last one is kept. */
let kept: { readonly of: string; readonly start: Start } | null = null;

function atTheStart({ seed, customers, startedAt }: StartRequest): Start {
  const of = JSON.stringify([seed, customers, startedAt]);
  if (kept?.of !== of) kept = { of, start: beginnings({ seed, customers, startedAt }) };
  return kept.start;
}

function beginnings({ seed, customers, startedAt }: StartRequest) {
  const taken = new Set<string>();
  const began = inventCustomers({ seed, customers, asOf: startedAt }, taken).map((invented, index) => ({
    ...{ invented, index },
    firstWeek: 0,
  }));
  return { began, taken: taken as ReadonlySet<string> };
}

function byCustomer(contacts: readonly Contact[]): ReadonlyMap<string, readonly Date[]> {
  const dates = new Map<string, Date[]>();
  for (const { customer, at } of contacts) dates.set(customer, [...(dates.get(customer) ?? []), at]);
  return dates;
}

function withStory(life: Life, timeline: Timeline): Life {
  const { standing, file } = life.invented;
  const traits = storyAhead(standing.plan, file, life.contactedAt, timeline);
  return traits === null ? life : { ...life, traits };
}

function newIn(since: Date, file: CustomerFile): CustomerFile {
  const isNew = (at: Date | null) => at !== null && at > since;
  return {
    ...file,
    activities: file.activities.filter(({ at }) => isNew(at)),
    feedback: file.feedback.filter(({ at }) => isNew(at)),
    touches: file.touches.filter(({ at }) => isNew(at)),
    tickets: file.tickets.filter((ticket) =>
      [ticket.openedAt, ticket.firstReplyAt, ticket.solvedAt].some(isNew),
    ),
  };
}

/** Costs and budgets of the months that have begun. */
function moneySince({ customers, startedAt, since, now }: LifeRequest): Pick<LivedOn, "costs" | "budgets"> {
  const calendar = calendarOf(startedAt);
  const months = monthsBetween(startedAt, now);
  const hasBegun = ({ fromDay }: { readonly fromDay: string }) =>
    fromDay > dayOf(since) && fromDay <= dayOf(now);
  return {
    costs: demoCosts(calendar, customers, months).filter(hasBegun),
    budgets: budgets(calendar, customers, Math.ceil(months / 3)).filter(hasBegun),
  };
}

const monthsBetween = (from: Date, to: Date) =>
  12 * (to.getUTCFullYear() - from.getUTCFullYear()) + to.getUTCMonth() - from.getUTCMonth();
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
