import type { Day, Month, Week } from "../calendar.ts";
import type { BudgetUse } from "../costs/budget-use.ts";
import type { CurrencyCosts, CustomerBase } from "../costs/month-costs.ts";
import type { Cohort } from "../customers/cohort.ts";
import type { ListedPair } from "../customers/joins/listed-pair.ts";
import type { Money } from "../money.ts";
import type { AtRiskCustomer } from "../outreach/at-risk.ts";
import type { AllFacts } from "../outreach/facts.ts";
import type { AskedKind } from "../outreach/feedback/feedback-kinds.ts";
import type { NudgeOutcomes } from "../outreach/nudge-outcomes.ts";
import type { ForeseenQuarter } from "../outreach/proof/foreseen-quarter.ts";
import type { Undelivered } from "../outreach/undelivered.ts";
import type { Phrase } from "../phrase.ts";
import type { Bounds } from "../risk/scores/bounds.ts";
import type { Lever } from "../risk/scores/levers.ts";
import type { ScoreBasis } from "../risk/scores/score-basis.ts";
import type { Pause } from "../risk/scores/stale-source.ts";
import type { StoppedData } from "../risk/scores/stopped-data.ts";
import type { ModelWarning } from "../risk/versions/model-watch.ts";
import type { StakeRanking } from "../value/stake.ts";
import type { ValueAtRisk } from "../value/value-at-risk.ts";
import type { AccountChannelNoteMessage, AccountNoticeMessage } from "./account-channel.ts";
import type { DaysNotScored } from "./days-not-scored.ts";
import type { DigestCharts } from "./digest-charts.ts";
import type { DigestFigure } from "./digest-figures.ts";
import type { DigestTurns } from "./digest-turns.ts";
import type { GivenUpAlertMessage, GivenUpNoteMessage } from "./given-up-messages.ts";
import type { EscalationMessage, HandoverNoteMessage } from "./handover-messages.ts";
import type { MentionAlertMessage } from "./mention-alert.ts";
import type { NudgeEffect } from "./nudge-effect.ts";
import type { OverrideNoteMessage, OverrideScoreMessage } from "./override-messages.ts";
import type { AboutLeaving } from "./post-mortem-messages.ts";
import type { SetupMessage } from "./setup.ts";

/**
 * What the bot says, as plain data: decided once, kept in the outbox as JSON, rendered when it is posted. Instants
 * are ISO 8601 in UTC. A new kind is one member here, one builder in `slack/blocks`, one line in `delivery/render`.
 */
export type Message =
  | NudgeMessage
  | ChannelNudgeMessage
  | SnoozeNoteMessage
  | AccountNoticeMessage
  | AccountChannelNoteMessage
  | OverrideNoteMessage
  | EscalationMessage
  | HandoverNoteMessage
  | OverrideScoreMessage
  | FeedbackNoteMessage
  | FeedbackAlertMessage
  | MentionAlertMessage
  | DigestMessage
  | CostSummaryMessage
  | ModelAlertMessage
  | JobAlertMessage
  | UndeliveredAlertMessage
  | DuplicatesMessage
  | GivenUpNoteMessage
  | GivenUpAlertMessage
  | SetupMessage
  | AboutLeaving;

/** A member's customers who need them today. */
export type NudgeMessage = {
  readonly kind: "nudge";
  readonly memberId: string;
  readonly day: Day;
  readonly createdAt: string;
  readonly basis: ScoreBasis | null;
  readonly items: readonly NudgeItem[];
  /** Customers who would have been named too, had the budgets of the day and the week allowed it. */
  readonly overBudget: number;
  /** Those of them at high risk; left out in messages from when all were. */
  readonly overBudgetAtRisk?: number;
  /** The scoring of the night was not through when it was made; left out: it was. */
  readonly isScoringLate?: true;
};

/** Customers without an owner who need somebody, for a channel: whoever reads it may take one. Holds no amounts. */
export type ChannelNudgeMessage = Omit<NudgeMessage, "kind" | "memberId"> & {
  readonly kind: "channel-nudge";
  readonly channelId: string;
};

export type NudgeItem = {
  readonly suggestionKey: string;
  readonly customerId: number;
  readonly name: string;
  /** P(churn within the horizon), 0–1; null where there is none to go by. */
  readonly probability: number | null;
  /** Messages kept before there were intervals have none. */
  readonly bounds?: Bounds | null;
  /** Too few were rated alike to tell whether the figure is right. */
  readonly isRough?: true;
  /** The year's margin expected to be lost; null or left out where it is not known. For the owner alone. */
  readonly stake?: Money | null;
  /** What a contact is expected to bring after its cost; null or left out where it is not known. For the owner alone. */
  readonly expectedValue?: Money | null;
  /** What a contact takes and is expected to keep; left out in messages from before it was told. */
  readonly effect?: NudgeEffect;
  /** Whom to get in touch with; null where the file names nobody, left out in messages from before it was told. */
  readonly contact?: AllFacts["contact"];
  /** Why it comes in spite of a snooze; null or left out where there was none. */
  readonly inSpiteOfSnooze?: Phrase | null;
  readonly reason: Phrase;
  /** What else there is about them today; left out: nothing, or from before it was told. */
  readonly also?: readonly Phrase[];
  readonly action: Phrase;
  /** What one step would lower it to, by the model that scored it; null or left out where it knows none. */
  readonly lever?: Lever | null;
  /** Slack user id of whoever handed it over, or took it themselves; left out of those that were made for their reader. */
  readonly handedOverBy?: string;
  /** The last day of the customer's data, where those have stopped; the risk is as of then. */
  readonly stoppedSince?: Day;
};

/** Tells an owner that somebody else snoozed one of their customers, or ended that. */
export type SnoozeNoteMessage = {
  readonly kind: "snooze-note";
  readonly customerId: number;
  readonly name: string;
  /** Slack user id of whoever did it. */
  readonly by: string;
  readonly at: string;
  /** The first day that is no longer quiet, where whoever did it is; null: the snooze was ended. */
  readonly untilDay: Day | null;
};

/** What a customer answered by a link. */
export type FeedbackAnswered = {
  readonly customerId: number;
  readonly name: string;
  readonly of: AskedKind;
  readonly score: number;
  readonly scaleMax: number;
  readonly comment: string | null;
  /** Somebody should call: the loop is to be closed. */
  readonly isUnhappy: boolean;
  /** Who was asked, else whom to get in touch with; null where the file names nobody. */
  readonly contact: AllFacts["contact"];
  /** Whether `contact` is who was asked. */
  readonly isAnswerers: boolean;
  /** The reference of the ticket it is about. */
  readonly ticket: string | null;
  readonly at: string;
  /** Why the customer needs an owner, where nobody owns them who could be told. */
  readonly ownerGap: Phrase | null;
};

/** Tells a customer's owner, or else whoever asked. */
export type FeedbackNoteMessage = { readonly kind: "feedback-note" } & FeedbackAnswered;

/** Tells the channels that get the digest, where a customer has no owner who could be told. */
export type FeedbackAlertMessage = { readonly kind: "feedback-alert" } & FeedbackAnswered;

/** A customer whose risk is worth naming; probabilities 0–1, null where there was none. */
export type RiskChange = {
  readonly customerId: number;
  readonly name: string;
  readonly probability: number;
  readonly bounds?: Bounds | null;
  readonly isRough?: true;
  readonly previousProbability: number | null;
  /** What drives the risk now; null where nothing can be said. */
  readonly reason: Phrase | null;
};

/** A customer who needs a new owner, and why. */
export type NeedsOwner = { readonly customerId: number; readonly name: string; readonly because: Phrase };

/** A channel's week. */
export type DigestMessage = {
  readonly kind: "digest";
  readonly week: Week;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly timeZone: string;
  readonly basis: ScoreBasis | null;
  readonly customersAtRisk: { readonly high: number; readonly medium: number; readonly low: number };
  readonly unscored: number;
  /** Buyers who have been silent for so long that no figure counts them; absent in messages from when they were counted. */
  readonly silent?: number;
  /** Sources that send no more: their customers' risks are as of then, and none of them is named as news. */
  readonly stopped?: StoppedData | null;
  /** Days since the week began on which nobody was scored, oldest first; left out in messages from before they were told. */
  readonly notScored?: readonly DaysNotScored[];
  /** Sources that sent again within the week, after a pause: what moved over it is not told as this week's. */
  readonly resumed?: readonly Pause[];
  /** Customers at high risk whose owner is no active member: nobody is nudged about them. */
  readonly highWithoutOwner: number;
  /** The first of them, most margin expected to be lost first; left out where nobody knows yet who there is. */
  readonly needOwner?: readonly NeedsOwner[];
  /** Most margin expected to be lost first. */
  readonly newlyHigh: { readonly count: number; readonly top: readonly RiskChange[] };
  /** How those at high risk were ordered; absent in messages from when it was by risk alone. */
  readonly ranking?: StakeRanking;
  /** Of all at high risk the first, most at stake first; absent in messages from when only those new there were named. */
  readonly toSave?: { readonly count: number; readonly top: readonly AtRiskCustomer[] };
  /** Who became a customer this week, and who stopped being one. */
  readonly turns?: DigestTurns;
  readonly risers: readonly RiskChange[];
  readonly fallers: readonly RiskChange[];
  /**
   * What is at stake with everybody at high risk; null: not to be shown. A list of amounts is from messages kept when
   * it was a year's revenue in several currencies, which is no figure and is shown no more.
   */
  readonly valueAtRisk: ValueAtRisk | readonly Money[] | null;
  readonly retention: { readonly month: Month; readonly cohort: Cohort; readonly activityWindowDays: number };
  /** Of the month of `retention`, as its report of metrics says. */
  readonly figures?: readonly DigestFigure[];
  readonly nudges: NudgeOutcomes;
  /** Left out in messages from before anything was drawn. */
  readonly charts?: DigestCharts;
  /** In the week in which a quarter begins: what its nudges will be able to show; left out in others, and where nobody is held out. */
  readonly foreseen?: ForeseenQuarter;
};

/** What keeping customers cost in a month. All of it is money. */
export type CostSummaryMessage = {
  readonly kind: "cost-summary";
  readonly month: Month;
  readonly currencies: readonly CurrencyCosts[];
  readonly base: CustomerBase;
  /** Budgets that cover a day of the month, used up to its end; absent in messages kept before there were any. */
  readonly budgets?: readonly BudgetUse[];
  /** What a reader should know: costs for nobody, minutes without a price, a rate that is missing. */
  readonly notes?: readonly Phrase[];
  /** What loyalty points stand for on the month's last day; left out where there is no programme. */
  readonly loyalty?: Phrase;
  readonly activityWindowDays: number;
  /** When the entries were read. */
  readonly readAt: string;
};

/** The serving model no longer fits; for whoever runs the bot. Holds no customer's data. */
export type ModelAlertMessage = {
  readonly kind: "model-alert";
  readonly week: Week;
  readonly modelVersionId: number;
  readonly trainedAt: string;
  /** How many were looked at. */
  readonly customers: number;
  readonly warnings: readonly ModelWarning[];
  readonly createdAt: string;
};

/** A message that will not be tried again. */
export type FailedMessage = {
  readonly key: string;
  readonly kind: Message["kind"];
  readonly recipient: string;
  readonly because: Phrase;
};

/** A message did not arrive, or cannot; for whoever runs the bot. Holds no customer's data. */
export type UndeliveredAlertMessage = { readonly kind: "undelivered-alert" } & Undelivered;

/** Customers who may be one, and those who were joined because it is certain; for whoever keeps the customer file. */
export type DuplicatesMessage = {
  readonly kind: "duplicates";
  readonly day: Day;
  readonly pairs: readonly ListedPair[];
  /** Further open questions. */
  readonly more: number;
  readonly joined: readonly ListedPair[];
  readonly moreJoined: number;
};

/** A job failed and is not tried again for its period; for whoever runs the bot. */
export type JobAlertMessage = {
  readonly kind: "job-alert";
  readonly job: string;
  readonly period: string;
  /** As whatever failed wrote it, or a phrase where the error is one of ours. */
  readonly error: string | Phrase;
  readonly attempts: number;
  readonly failedAt: string;
};
