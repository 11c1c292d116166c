import { hash } from "node:crypto";
import type { ImportedRow } from "../../domain/imports/imports.ts";
import type { KindMapping } from "../../sources/mapping/mapping.ts";
import { type FlatRecord, type RecordReader, recordReader } from "../../sources/pull/records-to-rows.ts";
import type { NamedSource } from "../../sources/pull/systems.ts";
import { judgeMentions } from "../outreach/judge-mentions.ts";
import type { BatchWriter } from "./import-batch.ts";
import { type ImportFileDeps, ROWS_PER_BATCH, tablesOf, writerOf } from "./import-file.ts";

/** What a pull of rows of one kind came to. */
export type KindCounts = { added: number; changed: number; unchanged: number; rejected: number };

/** Statistics are worth renewing after so many rows; fewer change no plan. Chosen: a batch. */
const ROWS_WORTH_TIDYING = ROWS_PER_BATCH;

/** Systems tell a record again when it has changed, also within one pull. */
const RULES = { idsAreUnique: true };

/**
 * Writes one kind of rows of a stream, page by page. What a pull brings of it is an import; one that brings nothing is none,
 * so that quiet hours do not fill the list of imports.
 */
export class PulledKind {
  readonly counts: KindCounts = { added: 0, changed: 0, unchanged: 0, rejected: 0 };
  newestAt: Date | null = null;
  importId: number | null = null;
  readonly #deps: ImportFileDeps;
  readonly #of: NamedSource & { readonly stream: string; readonly place: number; readonly since: Date };
  readonly #reader: RecordReader;
  readonly #write: BatchWriter;
  #read = 0;

  /** @param of which kind of which stream, and since when this pull runs */
  constructor(
    deps: ImportFileDeps,
    mapping: KindMapping,
    of: NamedSource & { readonly stream: string; readonly place: number; readonly since: Date },
  ) {
    this.#deps = deps;
    this.#of = of;
    this.#reader = recordReader(mapping, { source: of.name, timeZone: deps.timeZone });
    this.#write = writerOf(deps, { source: of.name, ...this.#reader.rowsToCome }, RULES, new Map());
  }

  /** Goes on with the import of the same moment, behind the records that it has. */
  async resume(): Promise<void> {
    this.importId = await this.#start();
    this.#read = (await this.#deps.imports.find(this.importId))?.read ?? 0;
    this.#reader.skip(this.#read);
  }

  /** @throws SourceError where the records are not what the mapping is for; nothing of them is written then */
  rowsOf(records: readonly FlatRecord[]): ImportedRow[] {
    return this.#reader.read(records);
  }

  async write(rows: readonly ImportedRow[]): Promise<void> {
    if (rows.length === 0) return;
    this.importId ??= await this.#start();
    const most = this.#reader.rowsToCome.makes === "contracts" ? rows.length : ROWS_PER_BATCH;
    let updated = 0;
    for (let from = 0; from < rows.length; from += most) {
      const batch = rows.slice(from, from + most);
      updated += await this.#writeBatch(this.importId, batch);
    }
    this.#read += rows.length;
    // After every page, so that a pull that is killed leaves an import that says what it brought.
    await this.#deps.imports.finish(this.importId, { read: this.#read, updated }, this.#deps.clock());
  }

  /** Once the pull of the stream is over. */
  async tidy(): Promise<void> {
    if (this.#reader.rowsToCome.makes === "mentions") await judgeMentions(this.#deps);
    if (this.counts.added + this.counts.changed < ROWS_WORTH_TIDYING) return;
    await tablesOf(this.#deps, this.#reader.rowsToCome).tidy();
  }

  async #writeBatch(importId: number, batch: readonly ImportedRow[]): Promise<number> {
    const latest = withoutEarlier(batch);
    const written = await this.#write(importId, latest);
    const { counts } = this;
    counts.added += written.accepted;
    counts.changed += written.updated;
    counts.unchanged += written.duplicates + batch.length - latest.length;
    for (const rows of Object.values(written.rejected)) counts.rejected += rows;
    for (const row of batch) this.newestAt = later(this.newestAt, momentOf(row));
    return written.updated;
  }

  #start(): Promise<number> {
    const { name, stream, place, since } = this.#of;
    const { called, header } = this.#reader;
    const sha256 = hash("sha256", [name, stream, place, since.toISOString()].join("\n"), "hex");
    const key = {
      preset: `${name}: ${called}`,
      source: name,
      fileName: stream,
      sha256,
      header,
      delimiter: ",",
    };
    return this.#deps.imports.start(key, since);
  }
}

/** Of activities with one id the last one tells what is so; other rows are settled by who writes them. */
function withoutEarlier(rows: readonly ImportedRow[]): readonly ImportedRow[] {
  const last = new Map<string, ImportedRow>();
  for (const row of rows) if (row.kind === "activity") last.set(row.activity.externalId, row);
  return rows.filter((row) => row.kind !== "activity" || last.get(row.activity.externalId) === row);
}

export const later = (a: Date | null, b: Date | null): Date | null =>
  a === null || (b !== null && b > a) ? b : a;

/** When what a row tells of happened; null: it tells of no moment, or was rejected. */
function momentOf(row: ImportedRow): Date | null {
  if (row.kind === "activity") return row.activity.at;
  if (row.kind !== "record") return null;
  if (row.of === "tickets") return row.record.openedAt;
  return "at" in row.record ? row.record.at : null;
}
