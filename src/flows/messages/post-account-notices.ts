import type { Day } from "../../domain/calendar.ts";
import { type Clock, daysAfter } from "../../domain/clock.ts";
import {
  type AccountChannel,
  accountNotice,
  SAID_AGAIN_AFTER_DAYS,
  type SaidElsewhere,
  type StoppedBecause,
} from "../../domain/messages/account-channel.ts";
import { CARD_NEEDS, type CardFacts, customerCard } from "../../domain/outreach/customer-card.ts";
import { mainReason } from "../../domain/outreach/main-reason.ts";
import { type HoldOut, isHeldOut } from "../../domain/outreach/proof/hold-out.ts";
import { defaultPreferences } from "../../domain/outreach/turns/nudge-preferences.ts";
import { dayOff } from "../../domain/outreach/turns/nudge-turn.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { RiskPoint } from "../../domain/risk/risk-movement.ts";
import type { AccountChannelStore } from "../../store/messages/account-channels.ts";
import type { NewOutboxMessage } from "../../store/messages/outbox.ts";
import type { SentMessageStore } from "../../store/messages/sent-messages.ts";
import { type FindMovementDeps, findMovement } from "../outreach/find-movement.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "../outreach/read-explained-facts.ts";
import { type WhyNotInChannelDeps, whyNotInChannel } from "./why-not-in-channel.ts";

export type PostAccountNoticesDeps = WhyNotInChannelDeps &
  FindMovementDeps &
  ReadExplainedFactsDeps & {
    readonly accountChannels: Pick<AccountChannelStore, "inTimeZone" | "stop" | "tell">;
    readonly sentMessages: Pick<SentMessageStore, "about">;
    readonly holidays: PublicHolidays;
    readonly holdOut?: HoldOut;
    readonly clock: Clock;
  };

type Occasion = { readonly timeZone: string; readonly day: Day };
export type PostedAccountNotices = { readonly messages: number; readonly stopped: number };

/**
 * Says in the channels of a time zone what concerns their customers, where that is wanted, on working days; and stops where
 * others have come to read along, or nothing can be posted, which the owner is told.
 */
export async function postAccountNotices(
  deps: PostAccountNoticesDeps,
  occasion: Occasion,
): Promise<PostedAccountNotices> {
  const now = deps.clock();
  const linked = await deps.accountChannels.inTimeZone(occasion.timeZone);
  const wanted = linked.filter(({ notices, stoppedBecause }) => notices && stoppedBecause === null);
  if (wanted.length === 0) return { messages: 0, stopped: 0 };
  const ids = wanted.map(({ customerId }) => customerId);
  const facts = await readExplainedFacts(deps, CARD_NEEDS, ids, now);
  const open: AccountChannel[] = [];
  for (const channel of wanted) {
    const because = await whyNotInChannel(deps, channel.channelId);
    if (because === null) open.push(channel);
    else await stop(deps, channel, because, facts.get(channel.customerId), now);
  }
  const stopped = wanted.length - open.length;
  const { holidays } = deps;
  const usual = defaultPreferences(holidays.countryOf(occasion.timeZone));
  if (dayOff(usual, occasion.day, occasion.timeZone, holidays) !== null) return { messages: 0, stopped };
  return { messages: await tell(deps, open, facts, { ...occasion, now }), stopped };
}

async function stop(
  { accountChannels }: PostAccountNoticesDeps,
  channel: AccountChannel,
  because: StoppedBecause,
  facts: CardFacts | undefined,
  at: Date,
): Promise<void> {
  const { channelId, customerId, linkedBy } = channel;
  const owner = facts?.owner?.account === "member" ? facts.owner.slackUserId : linkedBy;
  const name = facts?.customer.name ?? "";
  const note: NewOutboxMessage = {
    key: `account-channel-note:${channelId}:${customerId}:${at.toISOString()}`,
    recipient: owner,
    message: { kind: "account-channel-note", channelId, customerId, name, because, at: at.toISOString() },
    createdAt: at,
  };
  await accountChannels.stop(channel, because, note, at);
}

async function tell(
  deps: PostAccountNoticesDeps,
  channels: readonly AccountChannel[],
  facts: ReadonlyMap<number, CardFacts>,
  occasion: Occasion & { readonly now: Date },
): Promise<number> {
  if (channels.length === 0) return 0;
  const { moved } = await findMovement(deps, occasion.now);
  const points = new Map([...moved.risers, ...moved.fallers].map((point) => [point.customerId, point]));
  let messages = 0;
  for (const channel of channels) {
    const known = facts.get(channel.customerId);
    const point = points.get(channel.customerId) ?? null;
    const entry = known === undefined ? null : await noticeFor(deps, channel, known, point, occasion);
    if (entry === null) continue;
    const { moved, due } = entry.message;
    const told = { channelId: channel.channelId, moved: moved !== null, due: due !== null };
    if (await deps.accountChannels.tell(entry, told)) messages += 1;
  }
  return messages;
}

async function noticeFor(
  deps: PostAccountNoticesDeps,
  channel: AccountChannel,
  facts: CardFacts,
  point: RiskPoint | null,
  { day, now }: Occasion & { readonly now: Date },
) {
  const { channelId, customerId } = channel;
  const since = daysAfter(now, -SAID_AGAIN_AFTER_DAYS);
  const said = await saidElsewhere(deps, channel, facts, { since, now });
  const card = customerCard(facts, "everyone", "channel", now);
  const { holdOut } = deps;
  const playbook = card.advice.kind === "act" ? card.advice.playbook : null;
  const isOut = holdOut !== undefined && playbook !== null && isHeldOut(customerId, playbook, day, holdOut);
  const moved = point && { ...point, reason: reasonOf(point, facts) };
  const notice = accountNotice(channel, { card, moved, isHeldOut: isOut, said, since });
  if (notice === null) return null;
  const { name } = facts.customer;
  return {
    key: `account-notice:${channelId}:${customerId}:${day}`,
    recipient: channelId,
    message: {
      ...{ kind: "account-notice" as const, channelId, customerId, name, day, createdAt: now.toISOString() },
      ...notice,
    },
    createdAt: now,
  };
}

function reasonOf({ probability, previousProbability }: RiskPoint, facts: CardFacts) {
  return mainReason(facts, (probability ?? 0) > (previousProbability ?? 0) ? "raises" : "lowers");
}

/** What was said of the customer lately, but by messages of this kind, which the channel itself keeps. */
async function saidElsewhere(
  { sentMessages }: PostAccountNoticesDeps,
  { channelId, customerId }: AccountChannel,
  { owner }: CardFacts,
  { since, now }: { readonly since: Date; readonly now: Date },
): Promise<SaidElsewhere> {
  const about = await sentMessages.about(customerId, since, now);
  const others = about.filter(
    ({ message, status }) => message.kind !== "account-notice" && status !== "failed",
  );
  return {
    inChannel: others.some(({ recipient }) => recipient === channelId),
    toOwner: others.some(
      ({ message, recipient }) => message.kind === "nudge" && recipient === owner?.slackUserId,
    ),
  };
}
