import type { DataUpTo } from "../as-of.ts";
import type { Day } from "../calendar.ts";
import type { AccountKind, Customer } from "../customer.ts";
import type { FeedbackRecord, TicketSeverity, TouchChannel, TouchOutcome } from "../customer-records.ts";
import type { NextFeast } from "../feasts.ts";
import type { Money } from "../money.ts";
import type { NewProduct } from "../products/new-product.ts";
import type { ProductFacts } from "../products/product-facts.ts";
import type { WeeklyScore } from "../risk/scores/risk-trend.ts";
import type { RiskFacts } from "../risk/scores/score-facts.ts";
import type { LoyaltyStandingFacts } from "../value/loyalty/standing.ts";
import type { ValueTier } from "../value/segments/value-tier.ts";
import type { UpcomingEvent } from "./events.ts";
import type { OpenLoop } from "./feedback/feedback-answer.ts";
import type { Mention } from "./mentions.ts";
import type { RunningOverride } from "./overrides/override.ts";
import type { PlaybookSettings } from "./playbooks/playbook-settings.ts";

/**
 * Everything that can be known of a customer at a moment, by key. Each has a reader in `store/facts/`, for many
 * customers at once; cards, messages and playbooks name those they need.
 */
export type AllFacts = RiskFacts & {
  readonly customer: Customer;
  /** Whoever has the owner's e-mail, also where they left; null where nobody in the workspace has it. */
  readonly owner: {
    readonly slackUserId: string;
    readonly name: string;
    readonly account: AccountKind;
  } | null;
  /** Whom to get in touch with: of the customer's people, one who can be reached. */
  readonly contact: {
    readonly name: string;
    readonly role: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
  /**
   * Who was our first contact until they left, in the last 60 days, with whom else the file names; null: nobody left. The first
   * is whoever answered us most, then whom cards named.
   */
  readonly championLeft: {
    readonly name: string;
    readonly leftOn: Day;
    /** Names of those who are still there, up to two. */
    readonly others: readonly string[];
  } | null;
  /** New in the catalogue within 30 days, in a category they bought on three days or more, and not bought yet; newest first. */
  readonly newProducts: readonly NewProduct[];
  /** The next great feast of their country, within a week; null: none, or no country that is known. */
  readonly nextFeast: NextFeast | null;
  /** Events of the team that they are to be invited to, in the next 14 days, the next first. */
  readonly upcomingEvents: readonly UpcomingEvent[];
  /** The systems they come from, where several customers are joined in them; none otherwise. */
  readonly joinedFrom: readonly string[];
  /** Who snoozed them, while that lasts. */
  readonly snoozedByName: string | null;
  /** What a member knows better than the model, while that lasts. */
  readonly override: RunningOverride | null;
  /** Whether they are to be left alone; null: by nobody's decision. */
  readonly doNotDisturb: {
    /** Null: only some playbooks keep quiet. */
    readonly every: {
      readonly because: string;
      readonly byName: string | null;
      readonly since: Date;
    } | null;
    /** The playbooks that keep quiet about customers of their segment. */
    readonly playbooks: readonly string[];
  } | null;
  /** How far the data reaches; null while there is none. */
  readonly dataUpTo: DataUpTo | null;
  /** What they are worth among all customers, as of the last ranking; null: not known, or no customer then. */
  readonly valueTier: { readonly tier: Exclude<ValueTier, "not-valued">; readonly asOf: Date } | null;
  /** Their points; null: no loyalty programme is in force, or they never had any. */
  readonly loyalty: LoyaltyStandingFacts | null;
  /** Orders minus refunds of the last twelve months, per currency. */
  readonly revenue12Months: readonly Money[];
  /** Null: never bought. */
  readonly purchases: {
    /** Distinct days with a purchase, UTC. */
    readonly days: number;
    readonly firstAt: Date;
    readonly lastAt: Date;
  } | null;
  /** When they bought first and last: less to read than `purchases`, for what goes by nothing else. Null: never bought. */
  readonly firstPurchaseAt: Date | null;
  readonly lastPurchaseAt: Date | null;
  readonly products: ProductFacts;
  /** What the team set of its playbooks: the same for all customers. */
  readonly playbookSettings: PlaybookSettings;
  /** When payments failed: the last two, newest first. */
  readonly failedPayments: readonly Date[];
  readonly lastDeliveryAt: Date | null;
  readonly lastTouch: {
    readonly at: Date;
    readonly channel: TouchChannel;
    readonly outcome: TouchOutcome;
    readonly memberName: string | null;
  } | null;
  /** The most severe open ticket, the oldest of several. */
  readonly openTicket: {
    readonly reference: string;
    readonly subject: string;
    readonly severity: TicketSeverity;
    readonly openedAt: Date;
  } | null;
  /** In public, the most urgent one that nobody answered. */
  readonly openMention: Pick<Mention, "network" | "author" | "text" | "at"> | null;
  /** The oldest open ticket that nobody has replied to. */
  readonly unansweredTicket: {
    readonly reference: string;
    readonly subject: string;
    readonly openedAt: Date;
  } | null;
  /** What they answered last to each kind of survey in the last 60 days, newest first. */
  readonly lastAnswers: ReadonlyArray<Pick<FeedbackRecord, "kind" | "score" | "scaleMax" | "at">>;
  /** Of their people, up to ten. */
  readonly birthdays: ReadonlyArray<{ readonly name: string; readonly birthday: Day }>;
  /** The ticket solved last, of the last 90 days. */
  readonly solvedTicket: {
    readonly reference: string;
    readonly subject: string;
    readonly solvedAt: Date;
  } | null;
  /** The oldest unhappy answer that they gave by a link and nobody has followed up. */
  readonly unhappyAnswer: OpenLoop | null;
  /** The last score of each week up to the newest, oldest first; empty: there is none. */
  readonly weeklyScores: readonly WeeklyScore[];
  /** Used in each of the last weeks before the newest score, oldest first; empty: nothing, or there is no score. */
  readonly weeklyUsage: readonly number[];
};

export type FactKey = keyof AllFacts;

/** The named facts of one customer, and their file, which is always among them. */
export type Facts<Key extends FactKey = "customer"> = Pick<AllFacts, Key | "customer">;
