import { type Column, type LabelledDataset, selectRows } from "../../../domain/risk/dataset.ts";
import type { ModelInputs } from "../../../domain/risk/versions/model-version.ts";
import type { CustomerRange, CustomerSample, FeatureStore } from "../../../store/risk/features.ts";
import type { LabelStore } from "../../../store/risk/labels.ts";
import type { SourceDayStore } from "../../../store/risk/source-days.ts";
import type { RangeSteps, SharedWork } from "../../../store/shared-work/shared-work.ts";

export type SnapshotDeps = {
  readonly features: Pick<FeatureStore, "extract" | "customerRanges" | "rangesAtOnce">;
  readonly labels: LabelStore;
  readonly sourceDays: Pick<SourceDayStore, "customersFrom">;
  readonly sharedWork: Pick<SharedWork, "lead">;
};

/** A snapshot with its labels; `groups` are the customers' ids. */
export type LabelledSnapshot = LabelledDataset & { readonly groups: Int32Array; readonly asOf: Date };

export type SnapshotMoment = {
  readonly snapshot: Date;
  readonly horizonDays: number;
  readonly inputs: ModelInputs;
  /** Sources whose customers are left out, because what became of them is not known. */
  readonly without?: readonly string[];
};

/** The number goes up when the same range would come out otherwise, or in another shape. */
export const SNAPSHOT = "labelled snapshot 1";

/** What all ranges of a snapshot have in common. */
export type SnapshotSettings = Omit<SnapshotMoment, "snapshot"> & {
  /** ISO. */
  readonly snapshot: string;
  readonly sample?: CustomerSample | undefined;
};

/**
 * Everyone who was a customer at the snapshot, or a sample of them, range by range, with what became of them within
 * the horizon. Other processes may read some of the ranges; the rows are the same and in the same order.
 */
export async function labelledSnapshot(
  deps: SnapshotDeps,
  at: SnapshotMoment,
  sample?: CustomerSample,
): Promise<LabelledSnapshot> {
  const settings: SnapshotSettings = { ...at, snapshot: at.snapshot.toISOString(), sample };
  const ranges = await deps.features.customerRanges(sample);
  const { results } = await deps.sharedWork.lead({ kind: SNAPSHOT, settings, topic: null, ranges }, (begun) =>
    snapshotRanges(deps, begun),
  );
  return { ...stack(results), asOf: at.snapshot };
}

/** Each range is read with its labels; what comes of it are its rows. */
export function snapshotRanges(
  { features, labels, sourceDays }: Omit<SnapshotDeps, "sharedWork">,
  { snapshot, horizonDays, inputs, without = [], sample }: SnapshotSettings,
): RangeSteps<Part, Part> {
  const asOf = new Date(snapshot);
  const read = async (range: CustomerRange): Promise<Part> => {
    const { customerIds, dataset } = await features.extract(asOf, range, inputs, sample);
    const churned = await labels.churned(asOf, horizonDays, customerIds);
    const leftOut = await sourceDays.customersFrom(without, range, asOf);
    const { rows, columns } = dataset;
    return withoutCustomers({ rows, columns, labels: churned, groups: customerIds }, leftOut);
  };
  return { atOnce: features.rangesAtOnce, read, work: async (part) => part };
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
