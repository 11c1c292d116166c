import { type Column, type LabelledDataset, selectRows } from "../../../domain/risk/dataset.ts";
import type { ModelInputs } from "../../../domain/risk/versions/model-version.ts";
import type { CustomerRange, CustomerSample, FeatureStore } from "../../../store/risk/features.ts";
import type { LabelStore } from "../../../store/risk/labels.ts";
import type { SourceDayStore } from "../../../store/risk/source-days.ts";
import type { LeadOptions, RangeSteps, SharedWork } from "../../../store/shared-work/shared-work.ts";

export type SnapshotDeps = {
  readonly features: Pick<FeatureStore, "extractEach" | "customerRanges" | "rangesAtOnce">;
  readonly labels: LabelStore;
  readonly sourceDays: Pick<SourceDayStore, "customersFrom">;
  readonly sharedWork: Pick<SharedWork, "lead">;
};

/** A snapshot with its labels; `groups` are the customers' ids. */
export type LabelledSnapshot = LabelledDataset & { readonly groups: Int32Array; readonly asOf: Date };

export type SnapshotMoment = {
  readonly snapshot: Date;
  /** Sources whose customers are left out, because what became of them is not known. */
  readonly without?: readonly string[];
};

/** What snapshots have in common. */
export type SnapshotRows = {
  readonly horizonDays: number;
  readonly inputs: ModelInputs;
  readonly sample?: CustomerSample | undefined;
};

/** The number goes up when the same range would come out otherwise, or in another shape. */
export const SNAPSHOTS = "labelled snapshots 2";

/** What all ranges have in common. */
export type SnapshotSettings = SnapshotRows & {
  readonly moments: ReadonlyArray<{
    /** ISO. */ readonly snapshot: string;
    readonly without: readonly string[];
  }>;
};

/**
 * Everyone who was a customer at each of the snapshots, or a sample of them, range by range, with what became of them within
 * the horizon. Other processes may read some of the ranges; the rows are the same and in the same order.
 */
export async function labelledSnapshots(
  deps: SnapshotDeps,
  moments: readonly SnapshotMoment[],
  { sample, ...rows }: SnapshotRows,
  options?: LeadOptions,
): Promise<LabelledSnapshot[]> {
  const settings: SnapshotSettings = {
    ...rows,
    sample,
    moments: moments.map(({ snapshot, without = [] }) => ({ snapshot: snapshot.toISOString(), without })),
  };
  const ranges = await deps.features.customerRanges(sample);
  const { results } = await deps.sharedWork.lead(
    { kind: SNAPSHOTS, settings, topic: null, ranges },
    (begun) => snapshotRanges(deps, begun),
    options,
  );
  return moments.map(({ snapshot }, place) => {
    const parts = results.flatMap((result) => result[place] ?? []);
    return { ...stack(parts), asOf: snapshot };
  });
}

/** Each range is read with its labels; what comes of it are its rows, snapshot by snapshot. */
export function snapshotRanges(
  { features, labels, sourceDays }: Omit<SnapshotDeps, "sharedWork">,
  { moments, horizonDays, inputs, sample }: SnapshotSettings,
): RangeSteps<Part[], Part[]> {
  const dates = moments.map(({ snapshot, without }) => ({ asOf: new Date(snapshot), without }));
  const read = async (range: CustomerRange): Promise<Part[]> => {
    const parts: Part[] = [];
    for (const extracted of await features.extractEach(dates, range, inputs, sample)) {
      const { asOf, without, customerIds, dataset } = extracted;
      const churned = await labels.churned(asOf, horizonDays, customerIds);
      const leftOut = await sourceDays.customersFrom(without, range, asOf);
      const { rows, columns } = dataset;
      parts.push(withoutCustomers({ rows, columns, labels: churned, groups: customerIds }, leftOut));
    }
    return parts;
  };
  return { atOnce: features.rangesAtOnce, read, work: async (parts) => parts };
}

type Part = Omit<LabelledSnapshot, "asOf">;

function withoutCustomers(part: Part, leftOut: readonly { readonly id: number }[]): Part {
  if (leftOut.length === 0) return part;
  const ids = new Set(leftOut.map(({ id }) => id));
  const rows = [...part.groups.keys()].filter((row) => !ids.has(part.groups[row] ?? 0));
  return { ...selectRows(part, rows), groups: Int32Array.from(rows, (row) => part.groups[row] ?? 0) };
}

function stack(parts: readonly Part[]): Part {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const labels = new Uint8Array(shared(rows));
  const groups = new Int32Array(shared(rows * Int32Array.BYTES_PER_ELEMENT));
  let start = 0;
  for (const part of parts) {
    labels.set(part.labels, start);
    groups.set(part.groups, start);
    start += part.rows;
  }
  const columns = (parts[0]?.columns ?? []).map((column, place) => stackColumn(column, place, parts, rows));
  return { rows, columns, labels, groups };
}

function stackColumn(like: Column, place: number, parts: readonly Part[], rows: number): Column {
  const values = new Float64Array(shared(rows * Float64Array.BYTES_PER_ELEMENT));
  let start = 0;
  for (const part of parts) {
    const column = part.columns[place];
    if (column?.name !== like.name)
      throw new Error(
        "Another version of Mainstay read part of this snapshot. Start all workers anew, then train again.",
      );
    if (column.kind === "number") values.set(column.values, start);
    start += part.rows;
  }
  return { kind: "number", name: like.name, values };
}

/** Memory that a worker thread reads in place: a copy of all snapshots would hold up the main thread while it is made. */
const shared = (bytes: number) => new SharedArrayBuffer(bytes);
