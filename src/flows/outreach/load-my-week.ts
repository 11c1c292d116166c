import { addDays, isTimeZone, localTime } from "../../domain/calendar.ts";
import { daysAfter } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { customerRevenue } from "../../domain/figures/customer-revenue.ts";
import type { Money } from "../../domain/money.ts";
import { steers } from "../../domain/outreach/home.ts";
import {
  type ComingFeast,
  type FirstOf,
  NAMED_IN_WEEK,
  NOTHING_COMES,
  WEEK_DAYS,
  type WeekAhead,
  type WeekBehind,
  type WeekMover,
  weekAhead,
} from "../../domain/outreach/my-week.ts";
import { ALL_PLAYBOOKS, type HoldOut, isHeldOut } from "../../domain/outreach/proof/hold-out.ts";
import type { RiskPoint } from "../../domain/risk/risk-movement.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { CustomerHistoriesStore } from "../../store/figures/customer-histories.ts";
import type { MemberWeekStore } from "../../store/outreach/member-week.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import { type FindMovementDeps, type FoundMovement, findMovement } from "./find-movement.ts";

export type LoadMyWeekDeps = FindMovementDeps & {
  readonly memberWeek: MemberWeekStore;
  readonly customerHistories: Pick<CustomerHistoriesStore, "among">;
  readonly riskList: Pick<RiskListStore, "nudgeOutcomes" | "riskPoints">;
  readonly facts: FactStore;
  readonly holdOut?: HoldOut;
  /** The team's own: whose days revenue is of. */
  readonly timeZone: string;
};

/** The last seven days up to now, of a rep's customers; of the team's for those who steer. */
export async function loadWeekBehind(deps: LoadMyWeekDeps, member: Member, now: Date): Promise<WeekBehind> {
  const isTeam = steers(member);
  const from = daysAfter(now, -WEEK_DAYS);
  const memberId = isTeam ? null : member.slackUserId;
  const found = await findMovement(deps, now);
  return {
    whose: isTeam ? "team" : "mine",
    nudges: await deps.riskList.nudgeOutcomes(from, now, memberId),
    touches: await deps.memberWeek.touches(memberId, from, now),
    movers: await nameMovers(deps, found, member, now),
    boughtSince: await boughtSince(deps, member, { from, to: now }, found.basis),
    revenue: isTeam ? null : await ownRevenue(deps, member, now),
  };
}

/** The same as `/customer movers`, without reasons: a line of the week names no more than it has to. */
async function nameMovers(
  { facts, memberWeek }: LoadMyWeekDeps,
  { moved, basis }: FoundMovement,
  member: Member,
  now: Date,
): Promise<WeekBehind["movers"]> {
  const { high, medium, low } = moved.customersAtRisk;
  if (basis?.serves === "constant" || high + medium + low === 0) return null;
  const own = steers(member)
    ? null
    : new Set(member.email === null ? [] : await memberWeek.ownedBy(member.email));
  const wanted = (points: readonly RiskPoint[]) =>
    points.filter(({ customerId }) => own === null || own.has(customerId));
  const [risen, fallen] = [wanted(moved.risers), wanted(moved.fallers)];
  const first = (points: readonly RiskPoint[]) => points.slice(0, NAMED_IN_WEEK);
  const ids = [...first(risen), ...first(fallen)].map(({ customerId }) => customerId);
  const known = await facts.read([], ids, now);
  const named = (points: readonly RiskPoint[]): FirstOf<WeekMover> => ({
    items: first(points).flatMap(({ customerId, probability, previousProbability: before }) => {
      const name = known.get(customerId)?.customer.name;
      return name === undefined || probability === null || before === null
        ? []
        : [{ customerId, name, probability, before }];
    }),
    inAll: points.length,
  });
  return { risen: named(risen), fallen: named(fallen) };
}

/** Nobody where no signal was found: then nobody's risk is told, nor what it was. */
async function boughtSince(
  { memberWeek }: LoadMyWeekDeps,
  member: Member,
  moments: { readonly from: Date; readonly to: Date },
  basis: FoundMovement["basis"],
): Promise<WeekBehind["boughtSince"]> {
  const owner = ownerOf(member);
  if (basis?.serves === "constant" || owner === "nobody") return { items: [], inAll: 0 };
  return memberWeek.boughtSince(owner.email, moments, NAMED_IN_WEEK);
}

/** Whose customers they are: everybody's for those who steer; of a rep without an e-mail nobody's. */
function ownerOf(member: Member): { readonly email: string | null } | "nobody" {
  if (steers(member)) return { email: null };
  return member.email === null ? "nobody" : { email: member.email };
}

/** As every report counts it, by the team's days, today's included as far as it has come. A sum tells no customer's amount. */
async function ownRevenue(deps: LoadMyWeekDeps, member: Member, now: Date): Promise<readonly Money[]> {
  if (member.email === null) return [];
  const { timeZone } = deps;
  const toDay = localTime(now, timeZone).day;
  const days = { fromDay: addDays(toDay, 1 - WEEK_DAYS), toDay, timeZone };
  const sums = new Map<string, number>();
  const customerIds = await deps.memberWeek.ownedBy(member.email);
  await deps.customerHistories.among(days, customerIds, (history) => {
    for (const { currency, netMinor } of customerRevenue(history, days))
      sums.set(currency, (sums.get(currency) ?? 0) + netMinor);
  });
  return [...sums].filter(([, minor]) => minor !== 0).map(([currency, minor]) => ({ minor, currency }));
}

/** Known days of customers and feasts of their countries, from today on, as the reader's clock has it. */
export async function loadWeekAhead(deps: LoadMyWeekDeps, member: Member, now: Date): Promise<WeekAhead> {
  const owner = ownerOf(member);
  if (owner === "nobody") return NOTHING_COMES;
  const timeZone = isTimeZone(member.timeZone) ? member.timeZone : deps.timeZone;
  const fromDay = localTime(now, timeZone).day;
  const toDay = addDays(fromDay, WEEK_DAYS - 1);
  const all = await deps.memberWeek.coming(owner.email, { fromDay, toDay, timeZone }, now);
  const ids = [...new Set(all.map(({ customerId }) => customerId))];
  const known = await deps.facts.read(["doNotDisturb"], ids, now);
  const isLeftAlone = (customerId: number) => Boolean(known.get(customerId)?.doNotDisturb?.every);
  const { holdOut } = deps;
  const isOut = (customerId: number, playbook = ALL_PLAYBOOKS) =>
    holdOut !== undefined && isHeldOut(customerId, playbook, fromDay, holdOut);
  return weekAhead(all, await feastsWithin(deps, owner.email, { toDay, now }), isLeftAlone, isOut);
}

/** The next feast of each country that customers are in. */
async function feastsWithin(
  { memberWeek, facts }: LoadMyWeekDeps,
  ownerEmail: string | null,
  { toDay, now }: { readonly toDay: string; readonly now: Date },
): Promise<readonly ComingFeast[]> {
  const countries = await memberWeek.countries(ownerEmail, now);
  const ids = countries.map(({ customerId }) => customerId);
  const known = await facts.read(["nextFeast"], ids, now);
  const by = new Map<string, ComingFeast>();
  for (const { country, customerId } of countries) {
    const next = known.get(customerId)?.nextFeast;
    if (!next || next.day > toDay) continue;
    const key = `${next.day} ${next.feast}`;
    by.set(key, { ...next, countries: [...(by.get(key)?.countries ?? []), country] });
  }
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, feast]) => feast);
}
