import { maySeeMoney } from "../../domain/access.ts";
import { isTimeZone, localTime } from "../../domain/calendar.ts";
import type { Member } from "../../domain/customer.ts";
import { pageOf } from "../../domain/outreach/at-risk.ts";
import {
  comesBack,
  type DueFollowUp,
  type DueFollowUps,
  LOOKED_AT_FOR_DUE,
  mostDueFirst,
  snoozesEndingOn,
} from "../../domain/outreach/due-follow-ups.ts";
import { decideNudges, type NudgeDecision, withoutHeldOut } from "../../domain/outreach/nudges.ts";
import { knownStake, type Stakes } from "../../domain/value/stake.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { DueFollowUpStore } from "../../store/outreach/due-follow-ups.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";
import { readStakes } from "../value/read-stakes.ts";
import { type KnownCandidatesDeps, knownCandidates } from "./known-candidates.ts";
import { type NudgeGivensDeps, nudgeGivens } from "./nudge-givens.ts";
import { type ReadTeamPolicyDeps, readTeamPolicy } from "./read-nudge-policy.ts";

export type ListDueFollowUpsDeps = KnownCandidatesDeps &
  NudgeGivensDeps &
  NoteMoneyReadDeps &
  ReadTeamPolicyDeps & {
    readonly dueFollowUps: DueFollowUpStore;
    readonly facts: FactStore;
  };

type Wanted = { readonly member: Member; readonly page: number; readonly perPage: number };

/**
 * Whom a member is to get back to: of whom this morning's rules would tell them if there were room for everybody, and whose
 * snooze ends today. Nobody whom the rules leave in peace, and nobody who is held out.
 */
export async function listDueFollowUps(
  deps: ListDueFollowUpsDeps,
  { member, page, perPage }: Wanted,
  now: Date,
): Promise<DueFollowUps> {
  if (member.email === null) return { ...pageOf([], page, perPage), lookedAt: 0, owned: 0 };
  const { customerIds, owned } = await deps.dueFollowUps.riskiestOf(member.email, LOOKED_AT_FOR_DUE, now);
  const due = await findDue(deps, { member, customerIds }, now);
  const listed = pageOf([...due].sort(mostDueFirst), page, perPage);
  const shown = listed.items.flatMap(({ customerId, stake }) => (stake === null ? [] : [customerId]));
  await noteMoneyRead(deps, { reader: member, surface: "home", customerIds: shown, at: now });
  return { ...listed, lookedAt: customerIds.length, owned };
}

type Asked = { readonly member: Member; readonly customerIds: readonly number[] };

async function findDue(
  deps: ListDueFollowUpsDeps,
  { member, customerIds }: Asked,
  now: Date,
): Promise<readonly DueFollowUp[]> {
  const { slackUserId: memberId } = member;
  const timeZone = isTimeZone(member.timeZone) ? member.timeZone : deps.timeZone;
  const { day } = localTime(now, timeZone);
  const listed = await deps.dueFollowUps.candidates({ memberId, customerIds, timeZone }, now);
  const snoozes = snoozesEndingOn(day, timeZone, listed);
  const awake = listed.map((one) => (snoozes.has(one.customerId) ? { ...one, snoozedUntil: null } : one));
  const policy = { ...(await readTeamPolicy(deps)), ...ROOM_FOR_ALL };
  const known = await knownCandidates(deps, awake, { policy, now, day });
  const { toldThisWeek: _, ...givens } = await nudgeGivens(deps, known, { policy, now, day, timeZone });
  const isOut = givens.isHeldOut ?? (() => false);
  const decisions = withoutHeldOut(decideNudges(known, policy, now, day, givens), (nudge) =>
    isOut(nudge.customerId, nudge.chosen.playbook),
  );
  const decided = new Map(decisions.map((one) => [one.customerId, one]));
  const back = known.filter(
    (one) => snoozes.has(one.customerId) && comesBack(one, decided.get(one.customerId), isOut),
  );
  const ids = back.map(({ customerId }) => customerId);
  const stakes = new Map([...(givens.stakes ?? []), ...(await readStakes(deps, now, ids))]);
  const nudges = decisions.filter((one) => one.kind === "nudge");
  return describeDue(deps, { member, nudges, back: ids, snoozes, stakes }, now);
}

/** So many that no budget keeps anybody out: half of a day's is kept for what is urgent. */
const ROOM_FOR_ALL = { dailyBudget: 2 * LOOKED_AT_FOR_DUE, weeklyBudget: 2 * LOOKED_AT_FOR_DUE };

type Nudge = Extract<NudgeDecision, { kind: "nudge" }>;

type Found = {
  readonly member: Member;
  readonly nudges: readonly Nudge[];
  /** Of whom no playbook speaks: only the end of a snooze brings them back. */
  readonly back: readonly number[];
  readonly snoozes: ReadonlyMap<number, Date>;
  readonly stakes: Stakes;
};

async function describeDue(
  deps: ListDueFollowUpsDeps,
  { member, nudges, back, snoozes, stakes }: Found,
  now: Date,
): Promise<readonly DueFollowUp[]> {
  const since = await dueSince(deps, nudges, now);
  const told = nudges.map(({ customerId, chosen: { reason, action } }) => ({
    ...{ customerId, says: { reason, action }, since: since.get(customerId) ?? now },
  }));
  const others = back.map((customerId) => ({
    ...{ customerId, says: null, since: snoozes.get(customerId) ?? now },
  }));
  const due = [...told, ...others];
  const ids = due.map(({ customerId }) => customerId);
  const facts = await deps.facts.read(["doNotDisturb"], ids, now);
  return due.flatMap((one): DueFollowUp[] => {
    const about = facts.get(one.customerId);
    if (about === undefined || (one.says === null && about.doNotDisturb?.every)) return [];
    const stake = knownStake(stakes, one.customerId);
    const snoozeEnds = snoozes.get(one.customerId) ?? null;
    const mayTell = maySeeMoney(member, about.customer, "direct");
    return [{ ...one, name: about.customer.name, snoozeEnds, stake: mayTell ? stake : null }];
  });
}

/** When each case arose; of one that names no moment, when a morning first found it. */
async function dueSince(
  { dueFollowUps }: ListDueFollowUpsDeps,
  nudges: readonly Nudge[],
  now: Date,
): Promise<ReadonlyMap<number, Date>> {
  const cases = nudges.map(({ customerId, chosen }) => ({ ...chosen, customerId }));
  const found = await dueFollowUps.foundAt(cases);
  const foundAt = new Map(found.map(({ customerId, at }) => [customerId, at]));
  return new Map(cases.map((one) => [one.customerId, one.since ?? foundAt.get(one.customerId) ?? now]));
}
