import { maySeeMoney } from "../../domain/access.ts";
import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Customer } from "../../domain/customer.ts";
import type { NudgeItem, NudgeMessage } from "../../domain/messages/messages.ts";
import { withoutAmounts } from "../../domain/messages/nudge-effect.ts";
import { nudgesOverSince } from "../../domain/outreach/nudge-answer.ts";
import type { NewSuggestion, Suggestion } from "../../domain/outreach/suggestion.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { MemberStore, Person } from "../../store/customers/members.ts";
import type { HandoverStore } from "../../store/messages/handovers.ts";
import type { NewOutboxMessage, OutboxStore } from "../../store/messages/outbox.ts";
import type { SuggestionStore } from "../../store/outreach/suggestions.ts";
import { isOver, type SettleResult } from "../outreach/settle-suggestion.ts";

export type HandOverDeps = {
  readonly suggestions: Pick<SuggestionStore, "find">;
  readonly outbox: Pick<OutboxStore, "find">;
  readonly members: Pick<MemberStore, "find">;
  readonly customers: Pick<CustomerStore, "find">;
  readonly handovers: Pick<HandoverStore, "handOver">;
  readonly clock: Clock;
};

export type HandOverResult =
  | SettleResult
  /** Whoever was chosen has no account of the company's, or has it already. */
  | { readonly kind: "not-possible" };

type Handing = { readonly key: string; readonly to: string; readonly by: string };

/**
 * Makes a nudge somebody else's: they get it as their own, and whoever had it is told, unless they did it themselves. The
 * first who answers, takes or hands it over wins.
 * @param handing Slack user ids: to whom, and who decides it, the same where somebody takes it
 */
export async function handOver(deps: HandOverDeps, handing: Handing): Promise<HandOverResult> {
  const now = deps.clock();
  const found = await findNudge(deps, handing.key);
  if (found === null) return { kind: "unknown" };
  const { suggestion, item, message, customer } = found;
  const taker = await deps.members.find(handing.to);
  if (taker === null || taker.account !== "member" || taker.slackUserId === suggestion.memberId)
    return suggestion.status === "open" ? { kind: "not-possible" } : settledBefore(suggestion);
  const handed = { ...handing, at: now, madeAfter: nudgesOverSince(now) };
  const nudge = nudgeFor(taker, { suggestion, item, message, customer }, handing, now);
  const note = noteTo(suggestion, item, handing, now);
  const isDone = await deps.handovers.handOver(handed, nudge.entry, nudge.suggestion, note);
  const after = (await deps.suggestions.find(handing.key)) ?? suggestion;
  return isDone ? { kind: "settled", suggestion: after } : settledBefore(after);
}

const settledBefore = (suggestion: Suggestion): HandOverResult => ({
  kind: isOver(suggestion) ? "too-old" : "settled-before",
  suggestion,
});

type Found = {
  readonly suggestion: Suggestion;
  readonly message: NudgeMessage;
  readonly item: NudgeItem;
  readonly customer: Customer;
};

async function findNudge(deps: HandOverDeps, key: string): Promise<Found | null> {
  const suggestion = await deps.suggestions.find(key);
  if (suggestion === null || suggestion.messageKey === null) return null;
  const [message, customer] = await Promise.all([
    deps.outbox.find(suggestion.messageKey),
    deps.customers.find(suggestion.customerId),
  ]);
  if (message?.kind !== "nudge" || customer === null) return null;
  const item = message.items.find(({ suggestionKey }) => suggestionKey === key);
  return item === undefined ? null : { suggestion, message, item, customer };
}

/** The same nudge as the taker's own; without amounts where the account is not theirs to see. */
function nudgeFor(
  taker: Person,
  { suggestion, item, message, customer }: Found,
  { to, by }: Handing,
  now: Date,
): { readonly entry: NewOutboxMessage; readonly suggestion: NewSuggestion } {
  // Handed on and back again, it stays as long as one hand-over made it.
  const key = `${suggestion.key.split(":to:")[0]}:to:${to}:${now.getTime()}`;
  const seen = maySeeMoney(taker, customer, "direct") ? item : withoutAmounts(item);
  const items = [{ ...seen, suggestionKey: key, handedOverBy: by }];
  const day = localTime(now, taker.timeZone).day;
  const { playbook, customerId, action, reason, probability } = suggestion;
  return {
    entry: {
      key: `handover:${key}`,
      recipient: to,
      message: { ...message, memberId: to, day, createdAt: now.toISOString(), items, overBudget: 0 },
      createdAt: now,
    },
    suggestion: {
      ...{ key, kind: "nudge", customerId, memberId: to, playbook, action, reason, probability },
      createdAt: now,
    },
  };
}

function noteTo(
  { memberId, customerId, key }: Suggestion,
  { name }: NudgeItem,
  { by, to }: Handing,
  now: Date,
): NewOutboxMessage | null {
  if (memberId === null || memberId === by) return null;
  return {
    key: `handover-note:${key}`,
    recipient: memberId,
    message: { kind: "handover-note", customerId, name, by, to, at: now.toISOString() },
    createdAt: now,
  };
}
