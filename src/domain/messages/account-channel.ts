import type { Day } from "../calendar.ts";
import type { CustomerCard } from "../outreach/customer-card.ts";
import type { Phrase } from "../phrase.ts";
import type { RiskPoint } from "../risk/risk-movement.ts";

/** The channel of the team that is about a customer. */
export type AccountChannel = {
  readonly channelId: string;
  /** Whoever it is about, also where they were joined into another customer since. */
  readonly customerId: number;
  /** Whether the bot says there what concerns them. */
  readonly notices: boolean;
  /** Slack user id. */
  readonly linkedBy: string;
  readonly stoppedBecause: StoppedBecause | null;
  readonly toldMovedAt: Date | null;
  readonly toldDueAt: Date | null;
};

/** Why nothing may be said in a channel. `not-in`: the bot was not invited, or cannot see the channel. */
export type StoppedBecause = "shared" | "guests" | "archived" | "not-in";

/** What concerns a customer, for their channel. Holds no amounts. */
export type AccountNoticeMessage = {
  readonly kind: "account-notice";
  readonly channelId: string;
  readonly customerId: number;
  readonly name: string;
  readonly day: Day;
  readonly createdAt: string;
  /** How the risk moved within seven days, 0–1; null: it did not, or it was told. */
  readonly moved: { readonly before: number; readonly now: number; readonly reason: Phrase | null } | null;
  /** What to do now; null: nothing, or it was told. */
  readonly due: { readonly action: Phrase; readonly reason: Phrase } | null;
};

/** Tells the customer's owner, or who linked the channel, that nothing more is said there. */
export type AccountChannelNoteMessage = {
  readonly kind: "account-channel-note";
  readonly channelId: string;
  readonly customerId: number;
  readonly name: string;
  readonly because: StoppedBecause;
  readonly at: string;
};

/** The same is said again after a week at the soonest. Chosen by the product, as digests come. */
export const SAID_AGAIN_AFTER_DAYS = 7;

/** What was said of the customer within those days. */
export type SaidElsewhere = {
  /** In that channel, by another kind of message. */
  readonly inChannel: boolean;
  /** To their owner, who was nudged. */
  readonly toOwner: boolean;
};

/** What concerns a customer today; null: nothing, or it was said already to the same people. */
export function accountNotice(
  channel: AccountChannel,
  known: {
    readonly card: CustomerCard;
    /** Null: their risk did not move, or nobody can say so. */
    readonly moved: (RiskPoint & { readonly reason: Phrase | null }) | null;
    /** Left without nudges, so that what nudges bring can be told. */
    readonly isHeldOut: boolean;
    readonly said: SaidElsewhere;
    /** From here on a thing counts as said. */
    readonly since: Date;
  },
): Pick<AccountNoticeMessage, "moved" | "due"> | null {
  const { card, said, since } = known;
  if (said.inChannel || card.ending !== null) return null;
  const moved = wasTold(channel.toldMovedAt, since) ? null : movedOf(known.moved);
  const isSaid = said.toOwner || known.isHeldOut || wasTold(channel.toldDueAt, since);
  const due = isSaid ? null : dueOf(card);
  return moved === null && due === null ? null : { moved, due };
}

const wasTold = (at: Date | null, since: Date): boolean => at !== null && at > since;

function movedOf(
  point: (RiskPoint & { readonly reason: Phrase | null }) | null,
): AccountNoticeMessage["moved"] {
  if (point === null || point.probability === null || point.previousProbability === null) return null;
  return { before: point.previousProbability, now: point.probability, reason: point.reason };
}

/** What colleagues put off, or left alone, is not due. */
function dueOf({ advice, snooze, doNotDisturb }: CustomerCard): AccountNoticeMessage["due"] {
  if (advice.kind !== "act" || snooze !== null || (doNotDisturb?.every ?? null) !== null) return null;
  return { action: advice.action, reason: advice.reason };
}
