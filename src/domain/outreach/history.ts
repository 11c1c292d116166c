import { maySeeMoney, type Place, type Reader } from "../access.ts";
import type { ActivityKind } from "../activity.ts";
import type { Day } from "../calendar.ts";
import type { Customer } from "../customer.ts";
import type {
  FeedbackRecord,
  MentionRecord,
  TicketRecord,
  TouchChannel,
  TouchOutcome,
} from "../customer-records.ts";
import type { Money } from "../money.ts";
import type { Phrase } from "../phrase.ts";
import { type Band, bandOf } from "../risk/bands.ts";
import type { WhyNot } from "./nudge-answer.ts";
import type { OverrideSays } from "./overrides/override.ts";

/** Lines on one page: about two screens of a phone, and far within a message's 50 blocks. Chosen by the product. */
export const HISTORY_PAGE = 15;
/** A kind of activity on more days than these is summed by week: who buys or uses daily would fill pages. */
export const MOST_SINGLE_DAYS = 60;
/** Products named of what was bought in a day or week. */
export const PRODUCTS_NAMED = 3;

/** What somebody did; the name of who is no member any more, or of whom the file does not say, is null. */
type ByName = { readonly by: string | null };

/** Something that happened with a customer, as it is kept. */
export type HistoryEvent = { readonly at: Date } & (
  | {
      readonly kind: "activity";
      /** `sample`: an order without an amount. */
      readonly of: ActivityKind | "sample";
      readonly span: "day" | "week";
      /** The day, or the Monday of the week. */
      readonly from: Day;
      readonly amount: Money | null;
      readonly quantity: number | null;
      /** The first of them by name. */
      readonly products: readonly string[];
      readonly productsInAll: number;
    }
  | ({ readonly kind: "ticket-opened" | "ticket-solved" } & Pick<TicketRecord, "subject" | "severity"> & {
        readonly reference: string;
      })
  | ({
      readonly kind: "touch";
      readonly channel: TouchChannel;
      readonly outcome: TouchOutcome;
      readonly note: string | null;
    } & ByName)
  | ({ readonly kind: "feedback"; readonly of: FeedbackRecord["kind"] } & Pick<
      FeedbackRecord,
      "score" | "scaleMax" | "comment"
    >)
  | ({
      readonly kind: "mention";
      /** Whether we had answered by the end of the page's history. */
      readonly answered: boolean;
    } & Pick<MentionRecord, "network" | "author" | "text">)
  | {
      /** The risk went from one band to another; `before` is null at the first score. */
      readonly kind: "risk";
      readonly probability: number;
      readonly before: number | null;
      readonly modelChanged: boolean;
    }
  | {
      readonly kind: "nudge";
      readonly action: Phrase;
      readonly to: string | null;
      /** Whether it reached Slack; null: not yet. */
      readonly posted: boolean | null;
    }
  | ({
      readonly kind: "answer";
      readonly status: "reached_out" | "not_useful";
      readonly whyNot: WhyNot | null;
    } & ByName)
  /** What somebody knew of why they left. */
  | ({ readonly kind: "why-left"; readonly note: string } & ByName)
  | { readonly kind: "digest"; readonly channelId: string }
  | ({ readonly kind: "share"; readonly channelId: string | null } & ByName)
  | ({
      /** `until` null: it was ended. */ readonly kind: "snooze";
      readonly until: string | null;
    } & ByName)
  /** Somebody knew better than the model, or took that back; what came of it is theirs alone. */
  | ({
      readonly kind: "override";
      readonly says: OverrideSays;
      readonly because: string;
      /** ISO 8601: the day that is no longer in it begins. */
      readonly until: string;
    } & ByName)
  | ({ readonly kind: "override-taken-back" } & ByName)
);

type Shown<Event> = Event extends { kind: "risk" } ? Event & { readonly band: Band } : Event;
/** The same as a line of the history. */
export type HistoryEntry = Shown<HistoryEvent>;

/** One page of what happened with a customer, newest first. */
export type CustomerHistory = {
  readonly customer: Pick<Customer, "id" | "name">;
  readonly entries: readonly HistoryEntry[];
  /** Counted from 0, the newest. */
  readonly page: number;
  readonly hasOlder: boolean;
  /** Nothing later is on any page, so that pages stay as they are while one reads. */
  readonly upTo: Date;
  readonly showsMoney: boolean;
};

/**
 * A page as its reader may see it: without amounts where those are not theirs to see.
 * @param found newest first, one more than a page holds where there are older ones
 */
export function historyPage(
  customer: Customer,
  found: readonly HistoryEvent[],
  page: { readonly page: number; readonly upTo: Date },
  { reader, place }: { readonly reader: Reader; readonly place: Place },
): CustomerHistory {
  const showsMoney = maySeeMoney(reader, customer, place);
  return {
    customer,
    ...page,
    entries: found.slice(0, HISTORY_PAGE).map((event) => entryOf(event, showsMoney)),
    hasOlder: found.length > HISTORY_PAGE,
    showsMoney,
  };
}

function entryOf(event: HistoryEvent, showsMoney: boolean): HistoryEntry {
  if (event.kind === "risk") return { ...event, band: bandOf(event.probability) };
  return event.kind === "activity" && !showsMoney ? { ...event, amount: null } : event;
}
