import { type Phrase, phrase } from "../../phrase.ts";

/** What was dated within a part of one customer's history, by kind. */
export type NewData = {
  /** Invoices or other documents with an amount above zero. */
  readonly purchases: number;
  readonly refunds: number;
  readonly deliveries: number;
  /** Days (UTC) with recorded usage. */
  readonly usageDays: number;
  readonly ticketsOpened: number;
  readonly ticketsSolved: number;
  readonly contacts: number;
  readonly feedback: number;
  readonly contractBegan: boolean;
};

/** Named in a sentence; more would be a list. */
const MOST_KINDS = 3;

/** "1 ticket opened, 2 purchases", at most three kinds, rare ones first because they say most; null where nothing happened. */
export function newDataPhrase(events: NewData): Phrase | null {
  const told = [
    events.contractBegan ? phrase("news.contract-began") : null,
    counted("news.tickets-opened", events.ticketsOpened),
    counted("news.tickets-solved", events.ticketsSolved),
    counted("news.feedback", events.feedback),
    counted("news.contacts", events.contacts),
    counted("news.purchases", events.purchases),
    counted("news.refunds", events.refunds),
    counted("news.deliveries", events.deliveries),
    counted("news.usage-days", events.usageDays),
  ].filter((kind) => kind !== null);
  const [first, second, third] = told;
  if (first === undefined) return null;
  if (second === undefined) return first;
  if (third === undefined) return phrase("news.two", { first, second });
  return phrase(told.length > MOST_KINDS ? "news.three-and-more" : "news.three", { first, second, third });
}

const counted = (code: string, n: number): Phrase | null => (n === 0 ? null : phrase(code, { n }));
