/** Where a request came from: its response_url works five times within 30 minutes. */
export type AnswerPlace = {
  readonly userId: string;
  readonly channelId: string | null;
  readonly responseUrl: string | null;
  /** The thread it was written in; none where left out. */
  readonly threadTs?: string | null;
};
