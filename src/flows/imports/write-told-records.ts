import { flatRecords } from "../../sources/pull/records-to-rows.ts";
import { SourceError, type SourceStream } from "../../sources/pull/source-definition.ts";
import type { ToldRecord } from "../../sources/pull/source-hook.ts";
import { openSource, type Systems } from "../../sources/pull/systems.ts";
import type { HookDeliveriesStore } from "../../store/imports/hook-deliveries.ts";
import type { KeptSource, SourceClaim, SourcesStore } from "../../store/imports/sources.ts";
import { later, PulledKind } from "./pull-kind.ts";
import { CLAIM_MS, follow, type PullStreamDeps } from "./pull-stream.ts";

export type WriteToldRecordsDeps = PullStreamDeps & {
  readonly sources: Pick<SourcesStore, "keepPage">;
  readonly hookDeliveries: Pick<HookDeliveriesStore, "newest">;
  readonly systems: Systems;
};

/**
 * Writes records that deliveries tell whole: of each the version that is newest by the time it carries, unless a newer one was
 * told before. What a day (UTC) brings of one kind is one import.
 * @throws SourceError where they are not what the mapping is for
 */
export async function writeToldRecords(
  deps: WriteToldRecordsDeps,
  source: KeptSource,
  claim: SourceClaim,
  told: readonly ToldRecord[],
): Promise<void> {
  if (told.length === 0) return;
  const opened = await openSource(deps.systems, source, deps.clock());
  if (opened.kind === "unready") throw new SourceError("not-found", `the settings of ${source.name}`);
  for (const stream of opened.streams) {
    const own = told.filter((record) => record.stream === stream.name);
    if (own.length > 0) await writeStream(deps, source, stream, claim, own);
  }
}

async function writeStream(
  deps: WriteToldRecordsDeps,
  source: KeptSource,
  stream: SourceStream,
  claim: SourceClaim,
  told: readonly ToldRecord[],
): Promise<void> {
  const news = await newestOf(deps, source.name, stream.name, told);
  const records = flatRecords(news.flatMap(({ record }) => (record === null ? [] : [record])));
  const day = new Date(`${deps.clock().toISOString().slice(0, "2026-03-31".length)}T00:00:00Z`);
  const kinds = stream.kinds.map(
    (mapping, place) => new PulledKind(deps, mapping, { ...source, stream: stream.name, place, since: day }),
  );
  if (records.length > 0) for (const kind of kinds) await kind.resume();
  const rows = kinds.map((kind) => [kind, kind.rowsOf(records)] as const);
  for (const [kind, own] of rows) await kind.write(own);
  const gone = { deleted: 0, closed: 0, customers: 0 };
  const deleted = news.flatMap(({ id, record }) => (record === null ? [id] : []));
  await follow(deps, source.name, stream.kinds, deleted, gone);
  await keepFreshness(deps, stream.name, claim, kinds, gone.deleted);
}

/** So that `source status` tells how fresh the list is, and the source is held on. */
async function keepFreshness(
  deps: WriteToldRecordsDeps,
  stream: string,
  claim: SourceClaim,
  kinds: readonly PulledKind[],
  deleted: number,
): Promise<void> {
  const counts = { added: 0, changed: 0, unchanged: 0, rejected: 0 };
  let newestAt: Date | null = null;
  for (const kind of kinds) {
    for (const count of ["added", "changed", "unchanged", "rejected"] as const)
      counts[count] += kind.counts[count];
    newestAt = later(newestAt, kind.newestAt);
  }
  const at = deps.clock();
  const page = { stream, cursor: "delivered", isLast: true, ...counts, deleted, newestAt };
  if (!(await deps.sources.keepPage(claim, page, at, new Date(at.getTime() + CLAIM_MS))))
    throw new Error(`Somebody else writes what ${claim.source} delivered: this one took too long.`);
}

/** One version of each record, none of them older than what was told before; in the order in which they were told. */
async function newestOf(
  { hookDeliveries }: WriteToldRecordsDeps,
  source: string,
  stream: string,
  told: readonly ToldRecord[],
): Promise<readonly ToldRecord[]> {
  const latest = new Map<string, ToldRecord>();
  for (const one of told) {
    const before = latest.get(one.id);
    if (before?.at && one.at && one.at < before.at) continue;
    latest.delete(one.id);
    latest.set(one.id, one);
  }
  const all = [...latest.values()];
  const timed = all.flatMap(({ id, at }) => (at === null ? [] : [{ id, at }]));
  const newest = timed.length === 0 ? new Set() : await hookDeliveries.newest({ source, stream }, timed);
  return all.filter(({ id, at }) => at === null || newest.has(id));
}
