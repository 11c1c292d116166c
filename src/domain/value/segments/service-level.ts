import type { TouchChannel } from "../../customer-records.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import { phraseList } from "../../phrase-list.ts";

/** The care a segment should get. Suggested, never enforced. */
export type ServiceLevel = {
  /** Who keeps in contact: "from the account owner in person". */
  readonly contactedBy: Phrase;
  readonly everyDays: number;
  readonly channels: readonly TouchChannel[];
  /** A year's cost to serve should stay below this share of the customer's yearly margin, in percent. */
  readonly costCapPercentOfMargin: number;
};

/**
 * Suggested care by value tier. All of it chosen by the product: everybody hears from us at least monthly, the best
 * twice as often and from a person, and the cost to serve stays a small part of what the tier earns.
 */
export const TIER_SERVICE: Readonly<Record<"top" | "middle" | "rest", ServiceLevel>> = {
  top: {
    contactedBy: phrase("care.by.owner-in-person"),
    everyDays: 14,
    channels: ["phone", "meeting", "visit"],
    costCapPercentOfMargin: 10,
  },
  middle: {
    contactedBy: phrase("care.by.owner"),
    everyDays: 30,
    channels: ["phone", "email"],
    costCapPercentOfMargin: 6,
  },
  rest: {
    contactedBy: phrase("care.by.team"),
    everyDays: 30,
    channels: ["email", "chat"],
    costCapPercentOfMargin: 3,
  },
};

/** "every 14 days by phone, meeting or visit, from the account owner in person; at most 10 % of their margin". */
export function careOf({ channels, everyDays, contactedBy, costCapPercentOfMargin }: ServiceLevel): Phrase {
  const by = phraseList(
    channels.map((channel) => phrase(`care.channel.${channel}`)),
    "or",
  );
  return phrase("care", {
    days: everyDays,
    channels: by ?? phrase("care.channel.other"),
    by: contactedBy,
    percent: costCapPercentOfMargin,
  });
}
