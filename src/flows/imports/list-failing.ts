import { type Clock, MS_PER_MINUTE } from "../../domain/clock.ts";
import type { Phrase } from "../../domain/phrase.ts";
import type { SourcesStore } from "../../store/imports/sources.ts";

export type ListFailingDeps = {
  readonly sources: Pick<SourcesStore, "list" | "streams">;
  readonly clock: Clock;
};

/** A system, or one of its lists, that gives nothing, and for how many minutes so far. */
export type FailingSource = { readonly source: string; readonly failure: Phrase; readonly minutes: number };

/** Those that failed last first. */
export async function listFailing({ sources, clock }: ListFailingDeps): Promise<FailingSource[]> {
  const now = clock().getTime();
  const failing: FailingSource[] = [];
  for (const { name: source } of await sources.list())
    for (const { failure, failedSince } of await sources.streams(source))
      if (failure !== null && failedSince !== null)
        failing.push({ source, failure, minutes: Math.floor((now - failedSince.getTime()) / MS_PER_MINUTE) });
  return failing.sort((a, b) => a.minutes - b.minutes);
}
