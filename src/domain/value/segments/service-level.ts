import type { TouchChannel } from "../../customer-records.ts";

/** The care a segment should get. Suggested, never enforced. */
export type ServiceLevel = {
  /** Who keeps in contact: "the account's owner, in person". */
  readonly contactedBy: string;
  readonly everyDays: number;
  readonly channels: readonly TouchChannel[];
  /** Upkeep per year should stay below this share of the customer's yearly margin, in percent. */
  readonly costCapPercentOfMargin: number;
};

/**
 * Suggested care by value tier. All of it chosen by the product: everybody hears from us at least monthly, the best
 * twice as often and from a person, and upkeep stays a small part of what the tier earns.
 */
export const TIER_SERVICE: Readonly<Record<"top" | "middle" | "rest", ServiceLevel>> = {
  top: {
    contactedBy: "the account's owner, in person",
    everyDays: 14,
    channels: ["phone", "meeting", "visit"],
    costCapPercentOfMargin: 10,
  },
  middle: {
    contactedBy: "the account's owner",
    everyDays: 30,
    channels: ["phone", "email"],
    costCapPercentOfMargin: 6,
  },
  rest: {
    contactedBy: "the team, by newsletter; a person when they ask",
    everyDays: 30,
    channels: ["email", "chat"],
    costCapPercentOfMargin: 3,
  },
};

/** "every 14 days by phone, meeting or visit: the account's owner, in person; at most 10 % of margin". */
export function serviceLevelText(level: ServiceLevel): string {
  const { channels } = level;
  const last = channels.at(-1) ?? "";
  const listed = channels.length > 1 ? `${channels.slice(0, -1).join(", ")} or ${last}` : last;
  return `every ${level.everyDays} days by ${listed}: ${level.contactedBy}; at most ${level.costCapPercentOfMargin} % of margin`;
}
