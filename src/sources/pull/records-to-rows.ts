import type { ImportedRow } from "../../domain/imports/imports.ts";
import { namedColumns } from "../csv/columns.ts";
import type { Header } from "../csv/header.ts";
import { type RowsToCome, rowsToCome } from "../import-source.ts";
import { flatRecord, isRecord, parseWritten } from "../json/flat-record.ts";
import { PRESET_OF_ROWS } from "../kinds.ts";
import { decideFormats } from "../mapping/decide-formats.ts";
import { mappedPreset } from "../mapping/mapped-preset.ts";
import type { KindMapping } from "../mapping/mapping.ts";
import type { FileOrigin } from "../preset.ts";
import { SourceError } from "./source-definition.ts";

/** What one kind of rows of a stream is read by; one for each pull, since it counts what it has seen. */
export type RecordReader = {
  /** What the rows are called: "tickets". */
  readonly called: string;
  readonly source: string;
  /** The names of the columns that the mapping reads, with commas between: rejected records make a file again. */
  readonly header: string;
  readonly rowsToCome: RowsToCome;
  /** Counts records that somebody read before. */
  skip(records: number): void;
  /** @throws SourceError where the records are not what the mapping is for */
  read(records: readonly FlatRecord[]): ImportedRow[];
};

/** A record's texts by dotted names. */
export type FlatRecord = ReadonlyMap<string, string>;

/** A field that so many records of one page all lack was renamed or removed there; fewer may all be without it. Chosen. */
const ENOUGH_TO_TELL = 20;
/** The header would be line 1. */
const FIRST_LINE = 2;

/** @throws SourceError for what is no record */
export function flatRecords(records: readonly unknown[]): FlatRecord[] {
  return records.map((record) => {
    const written = parseWritten(JSON.stringify(record ?? null));
    if (!isRecord(written)) throw new SourceError("changed-shape", "a record has no fields");
    return flatRecord(written);
  });
}

/**
 * A mapping's formats that are left open are those that systems write: days and moments as ISO 8601, plain decimals. They
 * are not decided by a page, since two pages could decide otherwise.
 */
export function recordReader(mapping: KindMapping, from: FileOrigin): RecordReader {
  const own = PRESET_OF_ROWS[mapping.rows];
  if (own === undefined) throw new Error(`There are no rows of the kind ${mapping.rows}.`);
  const [decided = mapping] = decideFormats({ source: from.source, kinds: [mapping] }, []).mapping.kinds;
  const preset = mappedPreset(own, decided);
  const columns = namedColumns(preset.columns).map(([, column]) => column);
  const names = columns.map(({ name }) => name);
  const header = headerOf(names);
  const reader = preset.reader(header, from);
  const needed = columns.filter((column) => column.needed).map(({ name }) => name);
  let line = FIRST_LINE;
  return {
    called: mapping.called ?? mapping.rows,
    source: from.source,
    header: csvLine(names),
    rowsToCome: rowsToCome(preset, header),
    skip(records) {
      line += records;
    },
    read(records) {
      refuseOtherShape(records, needed);
      return records.flatMap((record) => {
        const fields = names.map((name) => record.get(name) ?? "");
        const place = { line, raw: csvLine(fields) };
        line += 1;
        return reader.read(fields, place) ?? [];
      });
    },
  };
}

function headerOf(names: readonly string[]): Header {
  const positions = new Map(names.map((name, position) => [name, position]));
  return { delimiter: ",", names, positions, further: [] };
}

/** Rejecting every record for a field that is gone would look like bad data, and the pull would go past it. */
function refuseOtherShape(records: readonly FlatRecord[], needed: readonly string[]): void {
  if (records.length < ENOUGH_TO_TELL) return;
  const gone = needed.filter((name) => records.every((record) => !record.has(name)));
  if (gone.length > 0) throw new SourceError("changed-shape", `no record has ${gone.join(", ")}`);
}

const csvLine = (fields: readonly string[]): string => fields.map(quoted).join(",");

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
