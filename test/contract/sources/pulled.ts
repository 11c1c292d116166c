import type { ImportedRow } from "../../../src/domain/imports/imports.ts";
import { flatRecord, isRecord, parseWritten } from "../../../src/sources/json/flat-record.ts";
import { PRESET_OF_ROWS } from "../../../src/sources/kinds.ts";
import { mappedPreset } from "../../../src/sources/mapping/mapped-preset.ts";
import { columnsOf } from "../../../src/sources/mapping/mapping.ts";
import type {
  SourceConnection,
  SourcePage,
  SourceStream,
} from "../../../src/sources/pull/source-definition.ts";

export type Pulled = {
  readonly records: unknown[];
  readonly deleted: string[];
  readonly cursor: string;
  readonly pages: number;
};

/** Everything that a stream has now. @throws Error where it never ends */
export async function pullAll(
  stream: SourceStream,
  from: SourceConnection,
  cursor: string | null = null,
): Promise<Pulled> {
  const pulled: Pulled = { records: [], deleted: [], cursor: "", pages: 0 };
  let [at, pages, more] = [cursor, 0, true];
  for (; more; pages += 1) {
    if (pages > 3_000) throw new Error(`The stream ${stream.name} never ends`);
    const page: SourcePage = await stream.page(from, at);
    pulled.records.push(...page.records);
    pulled.deleted.push(...page.deleted);
    [at, more] = [page.cursor, page.more];
  }
  return { ...pulled, cursor: at ?? "", pages };
}

/** The rows that records become, by each kind of the stream in turn. */
export function rowsOf({ kinds }: SourceStream, records: readonly unknown[], source: string): ImportedRow[] {
  const flat = records.map((record) => {
    const written = parseWritten(JSON.stringify(record));
    return isRecord(written) ? flatRecord(written) : new Map<string, string>();
  });
  return kinds.flatMap((kind) => {
    const names = [
      ...new Set([
        ...Object.values(kind.facts).flatMap(columnsOf),
        ...(kind.only ?? []).map(({ column }) => column),
        ...(kind.attributes ?? []),
      ]),
    ];
    const positions = new Map(names.map((name, place) => [name, place]));
    const preset = PRESET_OF_ROWS[kind.rows];
    if (preset === undefined) throw new Error(`Nothing is made of ${kind.rows}`);
    const header = { delimiter: "", names, positions, further: [] };
    const reader = mappedPreset(preset, kind).reader(header, { source, timeZone: "UTC" });
    return flat.flatMap((texts, place) => {
      const fields = names.map((name) => texts.get(name) ?? "");
      return reader.read(fields, { line: place + 1, raw: "" }) ?? [];
    });
  });
}
