import { MS_PER_MINUTE } from "../domain/clock.ts";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/** A first run over a hundred thousand customers goes on in the next hour. Chosen. */
const MOST_MS = 10 * MS_PER_MINUTE;

/**
 * Writes bands that have changed into the systems where that is on. By the hour, though scores come once a day: what could not
 * be written is tried again. Why it could not is told with what else fails of a source.
 */
export const writeBackHourly = (flows: Pick<BoundFlows, "sendWriteBacks">): Job => ({
  name: "write-back-hourly",
  schedule: { every: "hour" },
  catchUp: { kind: "skip" },
  timeZones: async () => ["UTC"],
  run: async () => {
    const sent = await flows.sendWriteBacks({ mostMs: MOST_MS });
    const figures = Object.fromEntries(
      sent.map(({ source, because, ...counts }) => [source, { ...counts, because: because?.code ?? null }]),
    );
    return { kind: "done", figures };
  },
});
