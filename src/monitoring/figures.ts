import type { ProcessFigures } from "../store/jobs/process-figures.ts";
import type { Seen } from "./monitor.ts";

/** One figure as it is seen at a moment; where nothing is known it has no value, which is not 0. */
export type Figure = {
  readonly name: string;
  readonly help: string;
  /** What its values are told apart by; null: it has one value. */
  readonly label: string | null;
  values(seen: Seen): readonly FigureValue[];
};
export type FigureValue = { readonly value: number; readonly label?: string };

const one = (value: number | null): readonly FigureValue[] => (value === null ? [] : [{ value }]);
const flag = (is: boolean) => one(is ? 1 : 0);

/** Of what the database said; nothing where it did not. */
const read =
  (values: (figures: ProcessFigures, now: Date) => readonly FigureValue[]): Figure["values"] =>
  ({ figures, now }) =>
    figures === null ? [] : values(figures, now);

const seconds = (ms: number) => Math.max(0, ms) / 1000;
/** 0 where nothing is that old: nothing waits. */
const ageOf = (at: Date | null, now: Date) => one(at === null ? 0 : seconds(now.getTime() - at.getTime()));

/** Everything that is seen when it is asked for; `docs/running.md` has the same list, and a test compares the two. */
export const FIGURES: readonly Figure[] = [
  {
    name: "mainstay_ready",
    help: "1 where /readyz says so, else 0.",
    label: null,
    values: ({ notReady }) => flag(notReady.length === 0),
  },
  {
    name: "mainstay_figures_read",
    help: "1 where the database gave the figures in time; 0: those that come from it are left out.",
    label: null,
    values: ({ figures }) => flag(figures !== null),
  },
  {
    name: "mainstay_slack_accepts",
    help: "1 where Slack takes the bot's token and answers, by the newest answer, a minute old at most.",
    label: null,
    values: ({ state }) => flag(state.slackRefusal === null),
  },
  {
    name: "mainstay_slack_socket_down_seconds",
    help: "How long the socket to Slack has been down; 0: it is up, or there is none.",
    label: null,
    values: ({ state }) => one(seconds(state.socketDownMs)),
  },
  {
    name: "mainstay_outbox_messages",
    help: "Messages that are not posted yet: due, posting, or later (a retry, quiet hours, a refused token).",
    label: "state",
    values: read(({ outbox: { due, posting, later } }) => [
      { label: "due", value: due },
      { label: "posting", value: posting },
      { label: "later", value: later },
    ]),
  },
  {
    name: "mainstay_outbox_oldest_seconds",
    help: "Age of the oldest message that is not posted yet; 0: none waits.",
    label: null,
    values: read(({ outbox }, now) => ageOf(outbox.oldestAt, now)),
  },
  {
    name: "mainstay_outbox_overdue_seconds",
    help: "For how long the message has been due that has waited longest for its turn; 0: none is due.",
    label: null,
    values: read(({ outbox }, now) => ageOf(outbox.dueSince, now)),
  },
  {
    name: "mainstay_dead_letters",
    help: "Messages that failed and that nobody tries again unless told to.",
    label: null,
    values: read(({ deadLetters }) => one(deadLetters)),
  },
  {
    name: "mainstay_inbox_requests",
    help: "Requests of Slack's that were kept and are not done yet.",
    label: null,
    values: read(({ inbox }) => one(inbox.waiting)),
  },
  {
    name: "mainstay_inbox_oldest_seconds",
    help: "Age of the oldest request that is not done yet; 0: none waits.",
    label: null,
    values: read(({ inbox }, now) => ageOf(inbox.oldestAt, now)),
  },
  {
    name: "mainstay_inbox_given_up",
    help: "Requests of the last eight days that ended the process three times and were given up.",
    label: null,
    values: read(({ inbox }) => one(inbox.givenUp)),
  },
  {
    name: "mainstay_scores_age_seconds",
    help: "How old the newest risk scores are; left out where nobody was ever scored.",
    label: null,
    values: read(({ scoredUpTo }, now) => (scoredUpTo === null ? [] : ageOf(scoredUpTo, now))),
  },
  {
    name: "mainstay_job_lag_seconds",
    help: "For how long a job has been due without being done, in the latest of its time zones; 0: it is on time.",
    label: "job",
    values: ({ lags }) => (lags ?? []).map(({ job, lagMs }) => ({ label: job, value: seconds(lagMs) })),
  },
];
