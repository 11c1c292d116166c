/** What was dated within a stretch of one customer's history, by kind. */
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
export function newDataInWords(events: NewData): string | null {
  const told = [
    events.contractBegan ? "the contract began" : null,
    counted(events.ticketsOpened, "ticket opened", "tickets opened"),
    counted(events.ticketsSolved, "ticket solved", "tickets solved"),
    counted(events.feedback, "answer to a survey", "answers to surveys"),
    counted(events.contacts, "contact", "contacts"),
    counted(events.purchases, "purchase", "purchases"),
    counted(events.refunds, "refund", "refunds"),
    counted(events.deliveries, "delivery", "deliveries"),
    counted(events.usageDays, "day of usage", "days of usage"),
  ].filter((words) => words !== null);
  if (told.length === 0) return null;
  const more = told.length > MOST_KINDS ? " and more" : "";
  return `${told.slice(0, MOST_KINDS).join(", ")}${more}`;
}

function counted(count: number, one: string, several: string): string | null {
  if (count === 0) return null;
  return `${count} ${count === 1 ? one : several}`;
}
