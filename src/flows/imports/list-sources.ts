import type { Systems } from "../../sources/pull/systems.ts";
import type { KeptSource, KeptStream, SourcesStore } from "../../store/imports/sources.ts";

export type ListSourcesDeps = {
  readonly sources: Pick<SourcesStore, "list" | "streams">;
  readonly systems: Pick<Systems, "definitions">;
};

export type ListedSource = KeptSource & {
  /** As people know it; null: this version has no such kind. */
  readonly title: string | null;
  /** How far each of its lists is pulled; none before the first pull. */
  readonly streams: readonly KeptStream[];
};

/** The systems that are pulled from, with how fresh each of their lists is. */
export async function listSources({ sources, systems }: ListSourcesDeps): Promise<ListedSource[]> {
  const listed: ListedSource[] = [];
  for (const source of await sources.list()) {
    const title = systems.definitions[source.kind]?.title ?? null;
    listed.push({ ...source, title, streams: await sources.streams(source.name) });
  }
  return listed;
}
