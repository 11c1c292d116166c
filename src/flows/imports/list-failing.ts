import { type Clock, MS_PER_MINUTE } from "../../domain/clock.ts";
import type { Phrase } from "../../domain/phrase.ts";
import type { SourcesStore } from "../../store/imports/sources.ts";
import { WRITE_BACK } from "./send-write-backs.ts";
import { DELIVERIES } from "./work-deliveries.ts";

export type ListFailingDeps = {
  readonly sources: Pick<SourcesStore, "list" | "streams">;
  readonly clock: Clock;
};

/** What is wrong with a system, and for how many minutes so far. */
export type FailingSource = {
  readonly source: string;
  /** It, or one of its lists, gives nothing; else deliveries of it were lost, or nothing can be written into it. */
  readonly givesNothing: boolean;
  readonly failure: Phrase;
  readonly minutes: number;
};

/** What is kept beside the lists of a system. */
const NO_LISTS: readonly string[] = [DELIVERIES, WRITE_BACK];

/** Those that failed last first. */
export async function listFailing({ sources, clock }: ListFailingDeps): Promise<FailingSource[]> {
  const now = clock().getTime();
  const failing: FailingSource[] = [];
  for (const { name: source } of await sources.list())
    for (const { stream, failure, failedSince } of await sources.streams(source))
      if (failure !== null && failedSince !== null)
        failing.push({
          ...{ source, failure, givesNothing: !NO_LISTS.includes(stream) },
          minutes: Math.floor((now - failedSince.getTime()) / MS_PER_MINUTE),
        });
  return failing.sort((a, b) => a.minutes - b.minutes);
}
