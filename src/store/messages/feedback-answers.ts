import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { answerWithin, type NewFeedbackAnswer } from "../outreach/feedback-requests.ts";
import { enqueueWithin, type NewOutboxMessage } from "./outbox.ts";

export type FeedbackAnswerStore = ReturnType<typeof feedbackAnswerStore>;

/** A customer's answer together with those who are told of it, all or nothing. */
export function feedbackAnswerStore(database: Database) {
  return {
    /** @returns false where the link was answered before or has ended; nobody is told then */
    keep: (answer: NewFeedbackAnswer, notes: readonly NewOutboxMessage[]): Promise<boolean> =>
      inTransaction(database, async (client) => {
        const isKept = await answerWithin(client, answer);
        if (isKept) for (const note of notes) await enqueueWithin(client, note);
        return isKept;
      }),
  };
}
