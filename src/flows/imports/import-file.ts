import { basename } from "node:path";
import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { contractsWithoutStartPhrase } from "../../domain/figures/contracts-without-start.ts";
import type {
  CorrectedLine,
  FileReading,
  ImportedRow,
  ImportRefusal,
  ImportReport,
  SkippedLine,
} from "../../domain/imports/imports.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { RejectReason } from "../../domain/rejection.ts";
import { hashFile } from "../../sources/csv/csv-file.ts";
import {
  type ImportSource,
  openImportSource,
  type RowsToCome,
  type WayIn,
} from "../../sources/import-source.ts";
import type { PresetName } from "../../sources/presets.ts";
import type { ContractsWithoutStartStore } from "../../store/figures/contracts-without-start.ts";
import type { ShownContractsStore } from "../../store/figures/shown-contracts.ts";
import type { ActivityRowsStore } from "../../store/imports/activity-rows.ts";
import type { ContractImportStore } from "../../store/imports/contract-import.ts";
import type { CostImportStore } from "../../store/imports/cost-import.ts";
import type { CustomerRowsStore } from "../../store/imports/customer-rows.ts";
import type { ImportsStore } from "../../store/imports/imports.ts";
import type { RecordRowsStore } from "../../store/imports/record-rows.ts";
import { type JudgeMentionsDeps, judgeMentions } from "../outreach/judge-mentions.ts";
import { type SeveralRows, severalRowsOf, tellContractsOfRows } from "./customers-of-several-rows.ts";
import { type ActivityRules, activityBatchWriter } from "./import-activities.ts";
import { type BatchCounts, type BatchTurn, type BatchWriter, inTurn, type Noticed } from "./import-batch.ts";
import { contractBatchWriter } from "./import-contracts.ts";
import { costBatchWriter, type ImportCostsDeps } from "./import-costs.ts";
import { customerBatchWriter } from "./import-customers.ts";
import { recordBatchWriter } from "./import-records.ts";
import { type RefuseErasedDeps, refusingErased } from "./refuse-erased.ts";
import { showNamedContracts } from "./show-named-contracts.ts";

export type ImportFileDeps = JudgeMentionsDeps &
  RefuseErasedDeps & {
    readonly imports: Pick<ImportsStore, "start" | "find" | "finish" | "rejectedRows" | "reasons" | "heal">;
    readonly customerRows: CustomerRowsStore;
    readonly activityRows: ActivityRowsStore;
    readonly contractImport: ContractImportStore;
    readonly shownContracts: ShownContractsStore;
    readonly costImport: CostImportStore;
    readonly recordRows: RecordRowsStore;
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
  /** The file's encoding where it is known, e.g. "gb18030"; told by its content when left out. */
  readonly encoding?: string;
  /** Bytes of the file done and in all. */
  readonly onProgress?: (done: number, total: number) => void;
};

/** Large enough that a statement's own cost vanishes, small enough that a card waits about a tenth of a second. */
export const ROWS_PER_BATCH = 4_000;
/** Rows of megabytes go sooner, so that two batches in memory stay flat; in characters. Chosen. */
const TEXT_PER_BATCH = 8_000_000;
/** Enough to see what is wrong with a file without reading the database. */
const FIRST_REJECTED = 10;
/** Enough to see what in a file was not taken for rows. */
const FIRST_SKIPPED = 10;
/** Reasons that are told where nothing was taken over: what is wrong with a whole file shows in a few. */
const COMMONEST = 3;

/**
 * Imports a file of records: good rows are written, bad ones kept with their line and reason, none twice. The same file
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
    encoding: input.encoding,
  });
  if (source.kind === "refused") return source;
  const preset = typeof input.preset === "string" ? input.preset : input.preset.name;
  const { header } = source;
  const delimiter = source.delimiter ?? ",";
  const key = { preset, source: source.source, fileName: basename(input.path), header, delimiter };
  const importId = await deps.imports.start({ ...key, sha256: await hashFile(input.path) }, startedAt);
  const several = source.makes === "customers" ? await severalRowsOf(source) : new Map();
  const write = writerOf(deps, source, { knownOnly: input.knownCustomersOnly ?? false }, several);
  const { read, noticed, skipped, corrected, ...counts } = await writeAll(
    source,
    (rows, turn) => write(importId, rows, turn),
    input.onProgress,
  );
  if (corrected.length > 0) await deps.imports.heal(importId, corrected);
  const today = localTime(startedAt, deps.timeZone).day;
  const telling = { importId, at: startedAt, today };
  const inContracts = await tellContractsOfRows(deps.contractImport, telling, source.source, several);
  if (source.makes === "customers") await showNamedContracts(deps);
  await tablesOf(deps, source).tidy();
  if (source.makes === "mentions") await judgeMentions(deps);
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
    file: readingOf(source, skipped),
    read,
    ...counts,
    rejected: { total, byReason: counts.rejected, first, commonest },
    warnings: [
      ...noticesOf({ ...noticed, "contracts-of-rows": inContracts }, source),
      ...(await warningsOf(deps, source)),
    ],
    seconds: (finishedAt.getTime() - startedAt.getTime()) / 1000,
  };
}

function readingOf({ encoding, delimiter }: ImportSource, skipped: FileReading["skipped"]): FileReading {
  return { encoding: encoding.name, encodingKnownBy: encoding.knownBy, delimiter, skipped };
}

/** What writes rows of a kind, save of whoever was erased; of one file or pull, since it remembers what it has seen. */
export function writerOf(...given: Parameters<typeof plainWriterOf>): BatchWriter {
  const [deps, { source }] = given;
  return refusingErased(deps, source, plainWriterOf(...given));
}

function plainWriterOf(
  deps: ImportFileDeps,
  file: { readonly source: string } & RowsToCome,
  rules: ActivityRules,
  several: SeveralRows,
): BatchWriter {
  switch (file.makes) {
    case "customers":
      return inTurn(customerBatchWriter(deps, file.columns, several));
    case "contracts":
      return inTurn(contractBatchWriter(deps, file.source));
    case "activities":
      return activityBatchWriter(deps, file.source, rules);
    case "costs":
      return inTurn(costBatchWriter(deps, file.source));
    default:
      return inTurn(recordBatchWriter(deps, file));
  }
}

/** Contracts no figure counts are told of everybody, so that a file that mends one of them still tells of the others. */
async function warningsOf(deps: ImportFileDeps, { makes }: ImportSource): Promise<Phrase[]> {
  if (makes !== "customers") return [];
  const uncounted = contractsWithoutStartPhrase(await deps.contractsWithoutStart.read());
  return uncounted === null ? [] : [uncounted, phrase("figures.contracts-without-start.mend")];
}

/** What to say of each, in this order. */
const NOTICES: Readonly<Record<Noticed, string>> = {
  "new-customer": "import.known-from-activities",
  "contracts-not-taken": "import.contracts-not-taken",
  "contracts-of-rows": "import.contracts-of-rows",
  "repeated-id": "import.repeated-ids",
  "unknown-member": "import.unknown-members",
  "unknown-customer": "import.unknown-customers",
};

function noticesOf(noticed: Partial<Record<Noticed, number>>, { source }: ImportSource): Phrase[] {
  return Object.entries(NOTICES).flatMap(([what, code]) => {
    const count = noticed[what as Noticed] ?? 0;
    return count === 0 ? [] : [phrase(code, { rows: count, customers: count, source })];
  });
}

export function tablesOf(deps: ImportFileDeps, { makes }: RowsToCome): { tidy(): Promise<void> } {
  if (makes === "activities") return deps.activityRows;
  if (makes === "customers") return deps.customerRows;
  if (makes === "contracts") return deps.contractImport;
  return makes === "costs" ? deps.costImport : { tidy: () => deps.recordRows.tidy(makes) };
}

type Total = Required<BatchCounts> & { read: number; aboutElse: number; corrected: CorrectedLine[] };
const NOTHING = { read: 0, aboutElse: 0, accepted: 0, duplicates: 0, updated: 0, repeated: 0 };

/** Reads on and gets ready while the batch before is being written; never more than that one and the next. */
async function writeAll(
  source: ImportSource,
  write: (rows: readonly ImportedRow[], turn: BatchTurn) => Promise<BatchCounts>,
  onProgress: ImportFileInput["onProgress"],
): Promise<Total & { skipped: FileReading["skipped"] }> {
  const skipped: { total: number; first: SkippedLine[] } = { total: 0, first: [] };
  const total: Total = { ...NOTHING, rejected: {}, noticed: {}, corrected: [] };
  // The lines of one contract may stand anywhere in a file, and its order must not decide between them.
  const [mostRows, mostText] =
    source.makes === "contracts"
      ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
      : [ROWS_PER_BATCH, TEXT_PER_BATCH];
  let writing: Promise<void> = Promise.resolve();
  let rows: ImportedRow[] = [];
  let text = 0;
  const flush = async () => {
    const [batch, before] = [rows, writing];
    rows = [];
    text = 0;
    const sent = new Promise<void>((onSent) => {
      writing = write(batch, { before, onSent })
        .then((counts) => addTo(total, batch.length, counts))
        .finally(onSent);
    });
    writing.catch(() => {}); // Reported by whoever awaits it next.
    await before;
    await sent;
  };
  try {
    for await (const block of source.rows()) {
      total.aboutElse += block.aboutElse;
      for (const row of block.rows) {
        rows.push(row);
        text += row.raw.length;
        if (rows.length >= mostRows || text >= mostText) await flush();
      }
      skipped.total += block.skipped.length;
      skipped.first.push(...block.skipped.slice(0, FIRST_SKIPPED - skipped.first.length));
      total.corrected.push(...block.corrected);
      onProgress?.(block.bytesRead, source.bytes);
    }
  } finally {
    if (rows.length > 0) await flush();
    await writing;
  }
  return { ...total, skipped };
}

function addTo(total: Total, read: number, counts: BatchCounts): void {
  total.read += read;
  total.accepted += counts.accepted;
  total.duplicates += counts.duplicates;
  total.updated += counts.updated;
  total.repeated += counts.repeated;
  addEach(total.rejected, counts.rejected);
  addEach(total.noticed, counts.noticed ?? {});
}

function addEach<Key extends string>(
  total: Partial<Record<Key, number>>,
  counts: Partial<Record<Key, number>>,
): void {
  for (const [key, count] of Object.entries<number | undefined>(counts))
    total[key as Key] = (total[key as Key] ?? 0) + (count ?? 0);
}

function sum(counts: Readonly<Partial<Record<RejectReason, number>>>): number {
  return Object.values(counts).reduce((a, b) => a + b, 0);
}
