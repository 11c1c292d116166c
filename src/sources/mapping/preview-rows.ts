import type { Phrase } from "../../domain/phrase.ts";
import { namedColumns } from "../csv/columns.ts";
import type { Header } from "../csv/header.ts";
import type { Preset } from "../preset.ts";
import type { FileSample } from "../sample-file.ts";
import { mappedPreset, mappedTexts, positionsIn } from "./mapped-preset.ts";
import type { KindMapping } from "./mapping.ts";
import { carryDown, lineCounter } from "./row-selection.ts";

/** The first rows of one kind as they would arrive. */
export type RowPreview = {
  /** What these rows are. */
  readonly called: string;
  /** The facts that the mapping names, in the preset's order. */
  readonly facts: readonly string[];
  readonly lines: readonly PreviewedRow[];
};

export type PreviewedRow = {
  readonly line: number;
  /** By fact, as the preset takes them. */
  readonly texts: readonly string[];
  /** Why it would be rejected; empty: it would not. */
  readonly problems: readonly Phrase[];
};

/** @param timeZone whose days plain days are */
export function previewRows(
  preset: Preset,
  kind: KindMapping,
  { delimiter, names, records }: FileSample,
  { most, timeZone }: { readonly most: number; readonly timeZone: string },
): RowPreview {
  const header = headerOf(delimiter, names);
  const named = namedColumns(preset.columns).filter(([, { name }]) => name in kind.facts);
  const positionOf = positionsIn(header);
  const lines = lineCounter(kind.lines_of, positionOf);
  const { textsOf } = mappedTexts(preset, kind, positionOf, lines.current);
  const filled = carryDown(kind.carry_down, positionOf);
  const reader = mappedPreset(preset, kind).reader(header, { source: preset.source, timeZone });
  const previewed: PreviewedRow[] = [];
  for (const record of records) {
    if (previewed.length >= most) break;
    if (record.fault !== null) continue;
    const { line, fields } = record;
    const whole = filled(fields);
    lines.count(whole);
    const row = reader.read(fields, record);
    if (row === null) continue;
    const texts = textsOf(whole, record);
    const shown = named.map(([fact]) => texts[fact]).map((text) => (typeof text === "string" ? text : ""));
    previewed.push({ line, texts: shown, problems: row.kind === "rejected" ? row.problems : [] });
  }
  return { called: kind.called ?? kind.rows, facts: named.map(([, { name }]) => name), lines: previewed };
}

function headerOf(delimiter: string | null, names: readonly string[]): Header {
  const positions = new Map<string, number>();
  names.forEach((name, position) => {
    if (!positions.has(name)) positions.set(name, position);
  });
  return { delimiter: delimiter ?? ",", names, positions, further: [] };
}
