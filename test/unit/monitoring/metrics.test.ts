import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createMetrics } from "../../../src/monitoring/metrics.ts";
import type { Seen } from "../../../src/monitoring/monitor.ts";
import { NO_FIGURES } from "../../support/process-figures.ts";

const NOW = new Date("2026-11-24T04:30:00Z");
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const seen: Seen = {
  ...{ figures: NO_FIGURES, lags: [], notReady: [], now: NOW },
  state: { isStopping: false, pendingMigrations: 0, lags: [], slackRefusal: null, socketDownMs: 0 },
};
/** The samples of ours: without comments and the buckets of histograms. */
const samples = async (metrics: ReturnType<typeof createMetrics>, now: Seen) =>
  (await metrics.print(now)).split("\n").filter((line) => /^mainstay_(?!.*_bucket)/.test(line));

describe("the figures of a process", () => {
  it("are what is seen now", async () => {
    const printed = await samples(createMetrics(), {
      ...seen,
      figures: {
        outbox: { due: 2, later: 3, posting: 1, oldestAt: ago(90), dueSince: ago(30) },
        ...{
          deadLetters: 4,
          inbox: { waiting: 5, oldestAt: ago(7), givenUp: 6 },
          scoredUpTo: ago(3600),
          jobs: [],
        },
      },
      lags: [{ job: "score-daily", lagMs: 1_500, isOpen: true }],
      notReady: [{ code: "stopping", says: { code: "ready.stopping", parameters: {} } }],
      state: { ...seen.state, socketDownMs: 2_500 },
    });
    expect(printed).toEqual([
      "mainstay_ready 0",
      "mainstay_figures_read 1",
      "mainstay_slack_accepts 1",
      "mainstay_slack_socket_down_seconds 2.5",
      'mainstay_outbox_messages{state="due"} 2',
      'mainstay_outbox_messages{state="posting"} 1',
      'mainstay_outbox_messages{state="later"} 3',
      "mainstay_outbox_oldest_seconds 90",
      "mainstay_outbox_overdue_seconds 30",
      "mainstay_dead_letters 4",
      "mainstay_inbox_requests 5",
      "mainstay_inbox_oldest_seconds 7",
      "mainstay_inbox_given_up 6",
      "mainstay_scores_age_seconds 3600",
      'mainstay_job_lag_seconds{job="score-daily"} 1.5',
    ]);
  });

  it("are 0 where nothing waits, and left out where nobody was ever scored", async () => {
    const printed = await samples(createMetrics(), seen);
    expect(printed).toContain("mainstay_outbox_oldest_seconds 0");
    expect(printed.join()).not.toContain("mainstay_scores_age_seconds");
  });

  it("are left out where the database does not say, not shown as they were or as 0", async () => {
    const metrics = createMetrics();
    const full = { ...seen, lags: [{ job: "score-daily", lagMs: 0, isOpen: true }] };
    await metrics.print(full);
    expect(await samples(metrics, { ...seen, figures: null, lags: null })).toEqual([
      ...["mainstay_ready 1", "mainstay_figures_read 0", "mainstay_slack_accepts 1"],
      "mainstay_slack_socket_down_seconds 0",
    ]);
  });

  it("count how long requests take, by what was sent, and what was not taken", async () => {
    const metrics = createMetrics();
    metrics.timings.acknowledged("command", 0.02);
    metrics.timings.done("command", 0.4);
    metrics.timings.notTaken("form");
    const text = await metrics.print(seen);
    expect(text).toContain('mainstay_ack_seconds_bucket{le="0.025",kind="command"} 1');
    expect(text).toContain('mainstay_ack_seconds_bucket{le="0.01",kind="command"} 0');
    expect(text).toContain('mainstay_answer_seconds_sum{kind="command"} 0.4');
    expect(text).toContain('mainstay_requests_not_taken_total{kind="form"} 1');
  });

  it("are those of one bot: another's are its own", async () => {
    const [one, other] = [createMetrics(), createMetrics()];
    one.timings.notTaken("form");
    expect(await other.print(seen)).not.toContain('kind="form"');
  });

  it("stand in the documentation, all of them and no other", async () => {
    const text = await createMetrics().print(seen);
    const printed = [...text.matchAll(/^# TYPE (mainstay_\w+)/gm)].map(([, name]) => name);
    const page = readFileSync(resolve(import.meta.dirname, "../../../docs/running.md"), "utf8");
    const written = [...page.matchAll(/^\| `(mainstay_\w+)/gm)].map(([, name]) => name);
    expect(written.sort()).toEqual(printed.sort());
  });
});
