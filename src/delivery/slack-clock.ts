export type SlackClock = ReturnType<typeof slackClock>;

/**
 * Slack's time, by the `Date` of its last answer and carried on from there: what may be posted already is looked for by
 * Slack's clock, so that it does not matter how wrong ours is.
 * @param elapsedMs grows with time, and never jumps as a clock that is set does
 */
export function slackClock(elapsedMs: () => number = () => performance.now()) {
  let heard: { readonly slackMs: number; readonly elapsedMs: number } | null = null;
  return {
    /** Only what Slack itself answered: a proxy in between has a clock of its own. */
    hear({ ok, headers }: Pick<Response, "ok"> & { readonly headers: Pick<Headers, "get"> }): void {
      const slackMs = ok ? Date.parse(headers.get("date") ?? "") : Number.NaN;
      if (!Number.isNaN(slackMs)) heard = { slackMs, elapsedMs: elapsedMs() };
    },

    /** At most a second and the way of an answer behind Slack's; null: it has told no time yet. */
    now(): Date | null {
      return heard && new Date(heard.slackMs + elapsedMs() - heard.elapsedMs);
    },
  };
}
