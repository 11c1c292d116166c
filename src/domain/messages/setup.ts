import type { Day } from "../calendar.ts";

/** How far the workspace is set up, as facts say: nothing is ticked by a click. */
export type SetupState = {
  readonly data: { readonly customers: number; readonly newestActivity: Day | null };
  /** `unknown`: the workspace's list of people was never read. */
  readonly owners: { readonly kind: "unknown" } | ({ readonly kind: "known" } & OwnedCustomers);
  /** Channels that asked for the digest. */
  readonly digestChannels: number;
  /** Null: nothing is said unasked. `since` is ISO 8601 in UTC, null in an installation from before there was such a step. */
  readonly posting: { readonly since: string | null; readonly by: string | null } | null;
  /** Slack user id of whoever wanted it left for now; null: nobody, or it has gone on since. */
  readonly declinedBy: string | null;
  /** Whether files can be handed over in Slack. */
  readonly takesFiles: boolean;
};

/** Customers that have not ended, those of them whom an active member owns, and how many members do. */
export type OwnedCustomers = {
  readonly customers: number;
  readonly owned: number;
  readonly owners: number;
};

/** The three steps, offered once to whoever installed the bot. */
export type SetupMessage = { readonly kind: "setup"; readonly state: SetupState; readonly createdAt: string };

export const SETUP_STEPS = ["data", "owners", "posting"] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** Which steps are done. Data: somebody who did something; owners: one whom a nudge would reach. */
export function doneSteps({ data, owners, posting }: SetupState): ReadonlySet<SetupStep> {
  const done: Record<SetupStep, boolean> = {
    data: data.customers > 0 && data.newestActivity !== null,
    owners: owners.kind === "known" && owners.owners > 0,
    posting: posting !== null,
  };
  return new Set(SETUP_STEPS.filter((step) => done[step]));
}
