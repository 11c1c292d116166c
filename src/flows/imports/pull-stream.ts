import type { RecordKind } from "../../domain/imports/imports.ts";
import { lineId } from "../../domain/imports/known-activity.ts";
import type { PulledStream } from "../../domain/imports/pulls.ts";
import type { KindMapping } from "../../sources/mapping/mapping.ts";
import { flatRecords } from "../../sources/pull/records-to-rows.ts";
import {
  type SourceConnection,
  SourceError,
  type SourceStream,
} from "../../sources/pull/source-definition.ts";
import type { NamedSource } from "../../sources/pull/systems.ts";
import type { SourceDeletionStore } from "../../store/imports/source-deletions.ts";
import type { SourceClaim, SourcesStore } from "../../store/imports/sources.ts";
import type { ImportFileDeps } from "./import-file.ts";
import { later, PulledKind } from "./pull-kind.ts";
import { showNamedContracts } from "./show-named-contracts.ts";
import { sourceFailure } from "./source-failure.ts";

export type PullStreamDeps = ImportFileDeps & {
  readonly sources: Pick<SourcesStore, "keepPage" | "keepFailure">;
  readonly sourceDeletions: SourceDeletionStore;
};

export type PullStreamInput = {
  readonly source: NamedSource;
  readonly stream: SourceStream;
  readonly connection: SourceConnection;
  /** Where the last pull got to; null: nowhere yet. */
  readonly cursor: string | null;
  readonly claim: SourceClaim;
  /** No further page is asked for from then on; null: all of them are. */
  readonly endsAt: Date | null;
  readonly onPage?: ((stream: string, rows: number) => void) | undefined;
};

/** A page takes seconds; a pull that says nothing for so long is dead, and another one may begin. Chosen. */
export const CLAIM_MS = 15 * 60_000;

/**
 * Pulls one stream from where it was, page by page: the rows are written, then the place is kept. Killed between the two,
 * the page is pulled once more and changes nothing.
 */
export async function pullStream(deps: PullStreamDeps, input: PullStreamInput): Promise<PulledStream> {
  const { source, stream, claim } = input;
  const kinds = stream.kinds.map(
    (mapping, place) =>
      new PulledKind(deps, mapping, { ...source, stream: stream.name, place, since: claim.since }),
  );
  const gone = { deleted: 0, closed: 0, customers: 0 };
  const soFar = () => ({ stream: stream.name, ...totalOf(kinds), ...gone, imports: importsOf(kinds) });
  try {
    const isWhole = await pullPages(deps, input, kinds, gone);
    for (const kind of kinds) await kind.tidy();
    if (stream.kinds.some(({ rows }) => rows === "customers")) await showNamedContracts(deps);
    return { ...soFar(), isWhole, failure: null };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const failure = sourceFailure(error);
    await deps.sources.keepFailure(source.name, stream.name, failure, deps.clock());
    return { ...soFar(), isWhole: false, failure };
  }
}

type Gone = { deleted: number; closed: number; customers: number };

/** @returns whether nothing more is there */
async function pullPages(
  deps: PullStreamDeps,
  { source, stream, connection, claim, endsAt, onPage, ...input }: PullStreamInput,
  kinds: readonly PulledKind[],
  gone: Gone,
): Promise<boolean> {
  for (let { cursor } = input; ; ) {
    const page = await stream.page({ ...connection, now: deps.clock() }, cursor);
    if (page.more && page.cursor === cursor)
      throw new SourceError(
        "changed-shape",
        `${stream.name} says that more is there, and gives the same place again`,
      );
    const records = flatRecords(page.records);
    // All kinds are read before any is written: a page in another shape writes nothing.
    const rows = kinds.map((kind) => [kind, kind.rowsOf(records)] as const);
    for (const [kind, own] of rows) await kind.write(own);
    await follow(deps, source.name, stream.kinds, page.deleted, gone);
    const at = deps.clock();
    const kept = {
      ...{
        stream: stream.name,
        cursor: page.cursor,
        isLast: !page.more,
        ...totalOf(kinds),
        deleted: gone.deleted,
      },
      newestAt: kinds.reduce<Date | null>((newest, kind) => later(newest, kind.newestAt), null),
    };
    if (!(await deps.sources.keepPage(claim, kept, at, new Date(at.getTime() + CLAIM_MS))))
      throw new Error(`Another pull of ${source.name} has begun: this one took too long for a page.`);
    onPage?.(stream.name, records.length);
    if (!page.more) return true;
    if (endsAt !== null && at >= endsAt) return false;
    ({ cursor } = page);
  }
}

function totalOf(kinds: readonly PulledKind[]) {
  const total = { added: 0, changed: 0, unchanged: 0, rejected: 0 };
  for (const { counts } of kinds)
    for (const count of ["added", "changed", "unchanged", "rejected"] as const) total[count] += counts[count];
  return total;
}

const importsOf = (kinds: readonly PulledKind[]) => kinds.flatMap(({ importId }) => importId ?? []);

/** Deletions are followed, except of customers, whose past counts in figures: whoever left has an end in the system. */
export async function follow(
  deps: PullStreamDeps,
  source: string,
  kinds: readonly KindMapping[],
  ids: readonly string[],
  gone: Gone,
): Promise<void> {
  if (ids.length === 0) return;
  if (kinds.some(({ rows }) => rows === "customers")) gone.customers += ids.length;
  for (const kind of kinds) {
    const of = kind.rows;
    if (!isDeletable(of)) continue;
    const externalIds = await idsHere(deps, source, kind, ids);
    const { removed, closed } = await deps.sourceDeletions.remove({
      source,
      of,
      externalIds,
      at: deps.clock(),
    });
    gone.deleted += removed;
    gone.closed += closed;
  }
}

/** Contracts are told anew, never taken back, and the ledger of costs is only ever corrected. */
const isDeletable = (rows: string): rows is RecordKind | "activities" =>
  !["customers", "contracts", "costs"].includes(rows);

/** What the records are kept under: with the suffix of the mapping, and of orders every line. */
async function idsHere(
  { activityRows }: PullStreamDeps,
  source: string,
  { rows, facts, lines_of }: KindMapping,
  ids: readonly string[],
): Promise<string[]> {
  const suffix = facts.external_id?.suffix ?? "";
  const own = ids.map((id) => id + suffix);
  if (rows !== "activities") return own;
  const idOfLine = lines_of === undefined ? lineId : (id: string, place: number) => `${id}-${place}`;
  const kept = await activityRows.kept(source, own, idOfLine);
  return [...kept.values()].flat().map(({ activity }) => activity.externalId);
}
