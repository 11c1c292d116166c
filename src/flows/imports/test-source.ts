import type { Clock } from "../../domain/clock.ts";
import type { RejectedRow } from "../../domain/imports/imports.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { flatRecords, recordReader } from "../../sources/pull/records-to-rows.ts";
import { SourceError, type SourceStream } from "../../sources/pull/source-definition.ts";
import { type OpenSource, openSource, type Systems, type UnreadySource } from "../../sources/pull/systems.ts";
import type { SourcesStore } from "../../store/imports/sources.ts";
import { sourceFailure } from "./source-failure.ts";

export type TestSourceDeps = {
  readonly sources: Pick<SourcesStore, "find">;
  readonly systems: Systems;
  readonly clock: Clock;
  readonly timeZone: string;
};

/** What the first page of a list holds. */
export type TestedStream = {
  readonly stream: string;
  readonly records: number;
  readonly kinds: ReadonlyArray<{
    readonly called: string;
    readonly rows: number;
    readonly rejected: number;
    readonly first: RejectedRow | null;
  }>;
  readonly failure: Phrase | null;
};

export type TestedSource =
  | { readonly kind: "tested"; readonly scopes: readonly string[]; readonly streams: readonly TestedStream[] }
  | { readonly kind: "unknown" }
  | UnreadySource;

/** Asks a system for the first page of each list, and writes nothing: what is missing, and how its rows would arrive. */
export async function testSource(deps: TestSourceDeps, { name }: { name: string }): Promise<TestedSource> {
  const source = await deps.sources.find(name);
  if (source === null) return { kind: "unknown" };
  try {
    const opened = await openSource(deps.systems, source, deps.clock());
    if (opened.kind === "unready") return opened;
    const streams: TestedStream[] = [];
    for (const stream of opened.streams) streams.push(await testStream(deps, name, opened, stream));
    return { kind: "tested", scopes: opened.definition.scopes, streams };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { kind: "unready", problems: [sourceFailure(error)] };
  }
}

async function testStream(
  { timeZone }: TestSourceDeps,
  source: string,
  { connection }: OpenSource,
  stream: SourceStream,
): Promise<TestedStream> {
  try {
    const records = flatRecords((await stream.page(connection, null)).records);
    const kinds = stream.kinds.map((mapping) => {
      const reader = recordReader(mapping, { source, timeZone });
      const rows = reader.read(records);
      const rejected = rows.filter((row) => row.kind === "rejected");
      return {
        ...{ called: reader.called, rows: rows.length, rejected: rejected.length },
        first: rejected[0] ?? null,
      };
    });
    return { stream: stream.name, records: records.length, kinds, failure: null };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { stream: stream.name, records: 0, kinds: [], failure: sourceFailure(error) };
  }
}
