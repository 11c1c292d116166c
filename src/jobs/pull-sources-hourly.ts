import { MS_PER_MINUTE } from "../domain/clock.ts";
import type { PulledStream } from "../domain/imports/pulls.ts";
import { phrase } from "../domain/phrase.ts";
import { PhrasedError } from "../domain/phrased-error.ts";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

type Flows = Pick<BoundFlows, "listSources" | "pullSource" | "listFailing">;

/** A first pull of years goes on in the next hour: the jobs after it wait no longer than this for a source. Chosen. */
const MOST_MS = 10 * MS_PER_MINUTE;
/** What goes on failing is told again once a day, in the morning where most of Europe works. Chosen. */
const HOUR_OF_REMINDER = "T08";
const NEW_FOR_MINUTES = 60;

/** Pulls what is new in every system that was added. By hours in UTC, so that none is missed or doubled when clocks change. */
export const pullSourcesHourly = (flows: Flows): Job => ({
  name: "pull-sources-hourly",
  schedule: { every: "hour" },
  catchUp: { kind: "skip" },
  timeZones: async () => ["UTC"],
  run: async ({ period }) => {
    const figures: Record<string, object> = {};
    for (const { name } of await flows.listSources()) {
      const pulled = await flows.pullSource({ name, mostMs: MOST_MS });
      if (pulled.kind === "pulled") figures[name] = totalOf(pulled.streams);
    }
    const failing = await flows.listFailing();
    const told = failing.find(
      ({ minutes }) => minutes < NEW_FOR_MINUTES || period.endsWith(HOUR_OF_REMINDER),
    );
    if (told) {
      const { source, failure: problem } = told;
      const about = { source, problem };
      throw new PhrasedError(
        told.givesNothing ? phrase("source.pull-failed", about) : phrase("source.trouble", about),
      );
    }
    return { kind: "done", figures };
  },
});

function totalOf(streams: readonly PulledStream[]) {
  const total = { added: 0, changed: 0, rejected: 0, deleted: 0 };
  for (const stream of streams)
    for (const count of ["added", "changed", "rejected", "deleted"] as const) total[count] += stream[count];
  return total;
}
