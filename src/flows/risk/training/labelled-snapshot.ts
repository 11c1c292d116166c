import { type Column, type LabelledDataset, selectRows } from "../../../domain/risk/dataset.ts";
import type { ModelInputs } from "../../../domain/risk/versions/model-version.ts";
import type { CustomerRange, CustomerSample, FeatureStore } from "../../../store/risk/features.ts";
import type { LabelStore } from "../../../store/risk/labels.ts";
import type { SourceDayStore } from "../../../store/risk/source-days.ts";
import { sideBySide } from "./side-by-side.ts";

export type SnapshotDeps = {
  readonly features: Pick<FeatureStore, "extract" | "customerRanges" | "rangesAtOnce">;
  readonly labels: LabelStore;
  readonly sourceDays: Pick<SourceDayStore, "customersFrom">;
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

/**
 * Everyone who was a customer at the snapshot, or a sample of them, range by range, with what became of them within
 * the horizon.
 */
export async function labelledSnapshot(
  deps: SnapshotDeps,
  at: SnapshotMoment,
  sample?: CustomerSample,
): Promise<LabelledSnapshot> {
  const { features, labels } = deps;
  const leftOut = async (range: CustomerRange): Promise<ReadonlySet<number>> => {
    const customers = await deps.sourceDays.customersFrom(at.without ?? [], range, at.snapshot);
    return new Set(customers.map(({ id }) => id));
  };
  const readPart = async (range: CustomerRange): Promise<Part> => {
    const { customerIds, dataset } = await features.extract(at.snapshot, range, at.inputs, sample);
    const churned = await labels.churned(at.snapshot, at.horizonDays, customerIds);
    return withoutCustomers({ ...dataset, labels: churned, groups: customerIds }, await leftOut(range));
  };
  const parts = await sideBySide(await features.customerRanges(sample), features.rangesAtOnce, readPart);
  return { ...stack(parts), asOf: at.snapshot };
}

type Part = Omit<LabelledSnapshot, "asOf">;

function withoutCustomers(part: Part, leftOut: ReadonlySet<number>): Part {
  if (leftOut.size === 0) return part;
  const rows = [...part.groups.keys()].filter((row) => !leftOut.has(part.groups[row] ?? 0));
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
    if (column?.kind === "number") values.set(column.values, start);
    start += part.rows;
  }
  return { kind: "number", name: like.name, values };
}

/** Memory that a worker thread reads in place: a copy of all snapshots would hold up the main thread while it is made. */
const shared = (bytes: number) => new SharedArrayBuffer(bytes);
