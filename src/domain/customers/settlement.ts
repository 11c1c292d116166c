/** What answers a card or a nudge. */
export type SettlingAction = "touch.logged" | "customer.snoozed" | "suggestion.settled";

/** Who answered it, how and when. */
export type Settlement = {
  readonly action: SettlingAction;
  /** Of a settled suggestion: reached_out, snoozed, not_useful, handed_over. */
  readonly status: string | null;
  /** Slack user id. */
  readonly by: string;
  readonly byName: string | null;
  readonly at: Date;
};
