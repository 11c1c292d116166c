import type { OverrideOutcome } from "../../domain/outreach/overrides/override.ts";
import type { Database, Queryable } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import {
  type NewOverride,
  type OverrideTakenBack,
  scoreOverridesWithin,
  setOverrideWithin,
  takeBackOverrideWithin,
} from "../outreach/overrides.ts";
import { enqueueWithin, type NewOutboxMessage } from "./outbox.ts";

export type OverrideNoteStore = ReturnType<typeof overrideNoteStore>;

/** Calls against the model, their ends and their scores, each together with what somebody is told of it, all or nothing. */
export function overrideNoteStore(database: Database) {
  const withNote = (work: (client: Queryable) => Promise<boolean>, note: NewOutboxMessage | null) =>
    inTransaction(database, async (client) => {
      const isDone = await work(client);
      if (isDone && note !== null) await enqueueWithin(client, note);
      return isDone;
    });
  return {
    /** @returns false for an unknown customer, and where somebody else made one since it was seen */
    set: (call: NewOverride, note: NewOutboxMessage | null): Promise<boolean> =>
      withNote((client) => setOverrideWithin(client, call), note),

    /** @returns false where none runs, and where somebody else made it since it was seen */
    takeBack: (end: OverrideTakenBack, note: NewOutboxMessage | null): Promise<boolean> =>
      withNote((client) => takeBackOverrideWithin(client, end), note),

    /** @returns how many were scored: none where another run scored them */
    score: (
      scores: ReadonlyArray<{ readonly id: number; readonly outcome: OverrideOutcome }>,
      message: NewOutboxMessage,
      at: Date,
    ): Promise<number> =>
      inTransaction(database, async (client) => {
        const scored = await scoreOverridesWithin(client, scores, at);
        if (scored > 0) await enqueueWithin(client, message);
        return scored;
      }),
  };
}
