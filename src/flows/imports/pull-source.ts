import type { PulledStream } from "../../domain/imports/pulls.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { SourceError } from "../../sources/pull/source-definition.ts";
import { type OpenSource, openSource, type Systems, type UnreadySource } from "../../sources/pull/systems.ts";
import type { KeptSource, SourceClaim, SourcesStore } from "../../store/imports/sources.ts";
import { CLAIM_MS, type PullStreamDeps, pullStream } from "./pull-stream.ts";
import { isOfAll, sourceFailure } from "./source-failure.ts";

export type PullSourceDeps = PullStreamDeps & {
  readonly sources: SourcesStore;
  readonly systems: Systems;
};

export type PullSourceInput = {
  readonly name: string;
  /** No page is begun after so long, and the next pull goes on; left out: until nothing more is there. */
  readonly mostMs?: number;
  /** Of its lists only these; left out: all. */
  readonly streams?: readonly string[];
  readonly onPage?: (stream: string, records: number) => void;
};

export type PulledSource =
  | { readonly kind: "pulled"; readonly name: string; readonly streams: readonly PulledStream[] }
  | { readonly kind: "unknown" }
  /** Another pull of it is under way, and holds it until then unless it goes on. */
  | { readonly kind: "busy"; readonly since: Date | null; readonly until: Date | null }
  | UnreadySource;

/** Under this name failures are kept that are of a system as a whole. */
export const WHOLE_SOURCE = "";

/** Pulls what is new in a system, list by list in its order; one pull of a system at a time. */
export async function pullSource(deps: PullSourceDeps, input: PullSourceInput): Promise<PulledSource> {
  const { sources, clock } = deps;
  const source = await sources.find(input.name);
  if (source === null) return { kind: "unknown" };
  const since = clock();
  const opened = await opening(deps, source, since);
  if (opened.kind === "unready") return opened;
  const claim = { source: source.name, since };
  if (!(await sources.claim(claim, new Date(since.getTime() + CLAIM_MS)))) {
    const now = await sources.find(source.name);
    return { kind: "busy", since: now?.pullingSince ?? null, until: now?.pullingUntil ?? null };
  }
  try {
    return {
      kind: "pulled",
      name: source.name,
      streams: await pullStreams(deps, source, opened, claim, input),
    };
  } finally {
    await sources.release(claim);
  }
}

/** A definition that cannot be read is something to mend first, as a missing secret is. */
async function opening(
  { systems, sources }: PullSourceDeps,
  source: KeptSource,
  now: Date,
): Promise<OpenSource | UnreadySource> {
  const problems = async (found: readonly Phrase[]): Promise<UnreadySource> => {
    for (const first of found.slice(0, 1)) await sources.keepFailure(source.name, WHOLE_SOURCE, first, now);
    return { kind: "unready", problems: found };
  };
  try {
    const opened = await openSource(systems, source, now);
    if (opened.kind === "unready") return await problems(opened.problems);
    await sources.forgetFailure(source.name, WHOLE_SOURCE);
    return opened;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return problems([sourceFailure(error)]);
  }
}

async function pullStreams(
  deps: PullSourceDeps,
  source: KeptSource,
  { streams, connection }: OpenSource,
  claim: SourceClaim,
  { mostMs, onPage, streams: only }: PullSourceInput,
): Promise<PulledStream[]> {
  const kept = new Map((await deps.sources.streams(source.name)).map((each) => [each.stream, each.cursor]));
  const endsAt = mostMs === undefined ? null : new Date(claim.since.getTime() + mostMs);
  const pulled: PulledStream[] = [];
  for (const stream of streams.filter(({ name }) => only?.includes(name) ?? true)) {
    const cursor = kept.get(stream.name) ?? null;
    const one = await pullStream(deps, { source, stream, connection, cursor, claim, endsAt, onPage });
    pulled.push(one);
    // What comes later wants what came before: what is told of customers, once they are all here.
    if (one.failure === null ? !one.isWhole : isOfAll(one.failure)) break;
  }
  return pulled;
}
