import { endSnoozeWithin, type Snooze, type SnoozeEnd, snoozeWithin } from "../customers/snoozes.ts";
import type { Database, Queryable } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { enqueueWithin, type NewOutboxMessage } from "./outbox.ts";

export type SnoozeNoteStore = ReturnType<typeof snoozeNoteStore>;

/** Snoozes and their ends, each together with what the customer's owner is told of it, all or nothing. */
export function snoozeNoteStore(database: Database) {
  const withNote = (work: (client: Queryable) => Promise<boolean>, note: NewOutboxMessage | null) =>
    inTransaction(database, async (client) => {
      const isDone = await work(client);
      if (isDone && note !== null) await enqueueWithin(client, note);
      return isDone;
    });
  return {
    /** @returns false for an unknown customer, and where somebody else snoozed it since it was seen */
    snooze: (snooze: Snooze, note: NewOutboxMessage | null): Promise<boolean> =>
      withNote((client) => snoozeWithin(client, snooze), note),

    /** @returns false where no snooze runs, and where somebody else began it since it was seen */
    end: (end: SnoozeEnd, note: NewOutboxMessage | null): Promise<boolean> =>
      withNote((client) => endSnoozeWithin(client, end), note),
  };
}
