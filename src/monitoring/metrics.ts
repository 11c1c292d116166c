import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { RequestTimings } from "../slack/frame/request-timings.ts";
import { FIGURES } from "./figures.ts";
import type { Seen } from "./monitor.ts";

export type Metrics = ReturnType<typeof createMetrics>;

/** Slack waits three seconds for an acknowledgement. */
const ACK_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
const ANSWER_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60];

/**
 * The figures of one bot, in a registry of its own. What could not be read is left out rather than shown as 0, and
 * `mainstay_figures_read` says so.
 */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const figures = FIGURES.map(({ name, help, label, values }) => {
    const labelNames = label === null ? [] : [label];
    return { gauge: new Gauge({ name, help, labelNames, registers }), label, values };
  });
  const labelNames = ["kind"];
  const ack = new Histogram({ ...ACK, labelNames, buckets: ACK_BUCKETS, registers });
  const answer = new Histogram({ ...ANSWER, labelNames, buckets: ANSWER_BUCKETS, registers });
  const notTaken = new Counter({ ...NOT_TAKEN, labelNames, registers });
  const timings: RequestTimings = {
    acknowledged: (kind, seconds) => ack.observe({ kind }, seconds),
    done: (kind, seconds) => answer.observe({ kind }, seconds),
    notTaken: (kind) => notTaken.inc({ kind }),
  };
  return {
    contentType: registry.contentType,
    timings,
    /** What is seen now, in the text format that Prometheus reads. */
    async print(seen: Seen): Promise<string> {
      for (const { gauge, label, values } of figures) {
        // A reset alone would leave a 0 where nothing is known.
        gauge.reset();
        if (label === null) gauge.remove();
        for (const { value, label: of } of values(seen))
          gauge.set(label === null || of === undefined ? {} : { [label]: of }, value);
      }
      return registry.metrics();
    },
  };
}

const ACK = {
  name: "mainstay_ack_seconds",
  help: "From the arrival of a request of Slack's to its acknowledgement.",
};
const ANSWER = {
  name: "mainstay_answer_seconds",
  help: "From the arrival of a request of Slack's until it was answered and done.",
};
const NOT_TAKEN = {
  name: "mainstay_requests_not_taken_total",
  help: "Requests of Slack's that were refused because they could not be kept.",
};
