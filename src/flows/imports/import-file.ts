import { basename } from "node:path";
import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { contractsWithoutStartPhrase } from "../../domain/figures/contracts-without-start.ts";
import type {
  CorrectedLine,
  ImportedRow,
  ImportRefusal,
  ImportReport,
} from "../../domain/imports/imports.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { RejectReason } from "../../domain/rejection.ts";
import { hashFile } from "../../sources/csv/csv-file.ts";
import { RepeatedLines } from "../../sources/csv/repeated-lines.ts";
import { type ImportSource, openImportSource, type WayIn } from "../../sources/import-source.ts";
import type { PresetName } from "../../sources/presets.ts";
import type { ContractsWithoutStartStore } from "../../store/figures/contracts-without-start.ts";
import type { ShownContractsStore } from "../../store/figures/shown-contracts.ts";
import type { ActivityRowsStore } from "../../store/imports/activity-rows.ts";
import type { ContractImportStore } from "../../store/imports/contract-import.ts";
import type { CostImportStore } from "../../store/imports/cost-import.ts";
import type { CustomerRowsStore } from "../../store/imports/customer-rows.ts";
import type { ImportsStore } from "../../store/imports/imports.ts";
import { type SeveralRows, severalRowsOf, tellContractsOfRows } from "./customers-of-several-rows.ts";
import { activityBatchWriter } from "./import-activities.ts";
import type { BatchCounts, BatchWriter } from "./import-batch.ts";
import { contractBatchWriter } from "./import-contracts.ts";
import { costBatchWriter, type ImportCostsDeps } from "./import-costs.ts";
import { customerBatchWriter } from "./import-customers.ts";
import { showNamedContracts } from "./show-named-contracts.ts";

export type ImportFileDeps = {
  readonly imports: Pick<ImportsStore, "start" | "finish" | "rejectedRows" | "reasons" | "heal">;
  readonly customerRows: CustomerRowsStore;
  readonly activityRows: ActivityRowsStore;
  readonly contractImport: ContractImportStore;
  readonly shownContracts: ShownContractsStore;
  readonly costImport: CostImportStore;
  readonly contractsWithoutStart: ContractsWithoutStartStore;
  readonly costTargets: ImportCostsDeps["costTargets"];
  readonly clock: Clock;
  /** Whose days the plain days of a file are. */
  readonly timeZone: string;
};

export type ImportFileInput = {
  readonly path: string;
  readonly preset: PresetName | WayIn;
  /** The system the rows come from; the preset's own name when left out. */
  readonly source?: string;
  /** Rejects rows of customers who are not known, in place of making these customers. */
  readonly knownCustomersOnly?: boolean;
  /** Bytes of the file done and in all. */
  readonly onProgress?: (done: number, total: number) => void;
};

/** Large enough that a statement's own cost vanishes, small enough that a card waits about a tenth of a second. */
const ROWS_PER_BATCH = 4_000;
/** Enough to see what is wrong with a file without reading the database. */
const FIRST_REJECTED = 10;
/** Reasons that are told where nothing was taken over: what is wrong with a whole file shows in a few. */
const COMMONEST = 3;

/**
 * Imports a CSV file: good rows are written, bad ones kept with their line and reason, none twice. The same file
 * again, also after a run that was killed, ends with the same rows as one clean run.
 * @throws SourceReadError when the file breaks off; what came before is written
 */
export async function importFile(
  deps: ImportFileDeps,
  input: ImportFileInput,
): Promise<ImportReport | ImportRefusal> {
  const startedAt = deps.clock();
  const source = await openImportSource(input.path, input.preset, {
    timeZone: deps.timeZone,
    source: input.source,
  });
  if (source.kind === "refused") return source;
  const preset = typeof input.preset === "string" ? input.preset : input.preset.name;
  const { header, delimiter } = source;
  const key = { preset, source: source.source, fileName: basename(input.path), header, delimiter };
  const importId = await deps.imports.start({ ...key, sha256: await hashFile(input.path) }, startedAt);
  const several = source.makes === "customers" ? await severalRowsOf(source, new RepeatedLines()) : new Map();
  const write = writerOf(deps, source, input, several);
  const { read, newCustomers, corrected, contractsNotTaken, ...counts } = await writeAll(
    source,
    (rows) => write(importId, rows),
    input.onProgress,
  );
  if (corrected.length > 0) await deps.imports.heal(importId, corrected);
  const today = localTime(startedAt, deps.timeZone).day;
  const telling = { importId, at: startedAt, today };
  const inContracts = await tellContractsOfRows(deps.contractImport, telling, source.source, several);
  if (source.makes === "customers") await showNamedContracts(deps);
  await tablesOf(deps, source).tidy();
  const finishedAt = deps.clock();
  await deps.imports.finish(importId, { read, updated: counts.updated }, finishedAt);
  const total = sum(counts.rejected);
  const first = total === 0 ? [] : await deps.imports.rejectedRows(importId, FIRST_REJECTED);
  const commonest =
    total < read || read === 0 ? [] : (await deps.imports.reasons(importId)).slice(0, COMMONEST);
  return {
    kind: "imported",
    importId,
    preset,
    source: source.source,
    read,
    ...counts,
    rejected: { total, byReason: counts.rejected, first, commonest },
    warnings: [
      ...counted("import.known-from-activities", newCustomers),
      ...counted("import.contracts-of-rows", inContracts),
      ...(await warningsOf(deps, source, contractsNotTaken)),
    ],
    seconds: (finishedAt.getTime() - startedAt.getTime()) / 1000,
  };
}

function writerOf(
  deps: ImportFileDeps,
  file: ImportSource,
  input: ImportFileInput,
  several: SeveralRows,
): BatchWriter {
  if (file.makes === "customers") return customerBatchWriter(deps, file.columns, several);
  if (file.makes === "costs") return costBatchWriter(deps, file.source);
  if (file.makes === "contracts") return contractBatchWriter(deps, file.source);
  return activityBatchWriter(deps, file.source, input.knownCustomersOnly ?? false);
}

function counted(code: string, customers: number): Phrase[] {
  return customers === 0 ? [] : [phrase(code, { customers })];
}

/** Contracts no figure counts are told of everybody, so that a file that mends one of them still tells of the others. */
async function warningsOf(
  deps: ImportFileDeps,
  { makes }: ImportSource,
  contractsNotTaken: number,
): Promise<Phrase[]> {
  if (makes !== "customers") return [];
  const uncounted = contractsWithoutStartPhrase(await deps.contractsWithoutStart.read());
  return [
    ...(contractsNotTaken === 0
      ? []
      : [phrase("import.contracts-not-taken", { customers: contractsNotTaken })]),
    ...(uncounted === null ? [] : [uncounted, phrase("figures.contracts-without-start.mend")]),
  ];
}

function tablesOf(deps: ImportFileDeps, { makes }: ImportSource): { tidy(): Promise<void> } {
  if (makes === "activities") return deps.activityRows;
  if (makes === "contracts") return deps.contractImport;
  return makes === "costs" ? deps.costImport : deps.customerRows;
}

type Total = Required<BatchCounts> & { read: number; skipped: number; corrected: CorrectedLine[] };
const NOTHING = {
  ...{ read: 0, skipped: 0, accepted: 0, duplicates: 0, updated: 0, repeated: 0 },
  ...{ newCustomers: 0, contractsNotTaken: 0 },
};

/** Reads on while the batch before is being written; never more than that one and the one being filled. */
async function writeAll(
  source: ImportSource,
  write: (rows: readonly ImportedRow[]) => Promise<BatchCounts>,
  onProgress: ImportFileInput["onProgress"],
): Promise<Total> {
  const total: Total = { ...NOTHING, rejected: {}, corrected: [] };
  // The lines of one contract may stand anywhere in a file, and its order must not decide between them.
  const rowsPerBatch = source.makes === "contracts" ? Number.POSITIVE_INFINITY : ROWS_PER_BATCH;
  let writing: Promise<void> = Promise.resolve();
  let rows: ImportedRow[] = [];
  const flush = async () => {
    await writing;
    const batch = rows;
    rows = [];
    writing = write(batch).then((counts) => addTo(total, batch.length, counts));
    writing.catch(() => {}); // Reported by whoever awaits it next.
  };
  try {
    for await (const block of source.rows()) {
      total.skipped += block.skipped;
      for (const row of block.rows) {
        rows.push(row);
        if (rows.length >= rowsPerBatch) await flush();
      }
      total.corrected.push(...block.corrected);
      onProgress?.(block.bytesRead, source.bytes);
    }
  } finally {
    if (rows.length > 0) await flush();
    await writing;
  }
  return total;
}

function addTo(total: Total, read: number, counts: BatchCounts): void {
  total.read += read;
  total.accepted += counts.accepted;
  total.duplicates += counts.duplicates;
  total.updated += counts.updated;
  total.repeated += counts.repeated;
  total.newCustomers += counts.newCustomers ?? 0;
  total.contractsNotTaken += counts.contractsNotTaken ?? 0;
  for (const [reason, count] of Object.entries(counts.rejected)) {
    total.rejected[reason as RejectReason] = (total.rejected[reason as RejectReason] ?? 0) + count;
  }
}

function sum(counts: Readonly<Partial<Record<RejectReason, number>>>): number {
  return Object.values(counts).reduce((a, b) => a + b, 0);
}
