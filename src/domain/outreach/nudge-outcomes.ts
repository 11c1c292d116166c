/** What became of the advice of one week. */
export type NudgeOutcomes = {
  /** Those that were posted: neither failed nor still waiting. */
  readonly sent: number;
  readonly reachedOut: number;
  readonly snoozed: number;
  readonly notUseful: number;
  /** Not answered, whether that is still possible or not. */
  readonly open: number;
  /** Never arrived; left out in messages from when they counted as sent. */
  readonly failed?: number;
};
