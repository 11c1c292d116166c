import type { FilePlace, ProfileColumns } from "../../domain/imports/imports.ts";
import { currencyExponent, isCurrency } from "../../domain/money.ts";
import { asWritten } from "../csv/column-kinds.ts";
import { type Column, type Columns, namedColumns, needed, optional } from "../csv/columns.ts";
import type { Header } from "../csv/header.ts";
import type { Preset, RowReader, RowTexts, Texts } from "../preset.ts";
import { roundedTo } from "./decimals.ts";
import { factText, type PositionOf } from "./fact-text.ts";
import { columnsOf, type KindMapping } from "./mapping.ts";
import { carryDown, lineCounter, rowFilter } from "./row-selection.ts";

/**
 * A preset that reads its rows from a file whose columns a mapping names. What makes a good row stays the preset's.
 * @param preset of the kind of rows that the mapping is for
 */
export function mappedPreset(preset: Preset, mapping: KindMapping): Preset {
  const columns = fileColumns(preset, mapping);
  return {
    source: preset.source,
    makes: preset.makes,
    columns,
    profileColumns: () => mappedProfileColumns(preset, mapping),
    recordColumns: () => new Map(toldFacts(preset, mapping)),
    reader(header, from) {
      const positionOf = positionsIn(header);
      const lines = lineCounter(mapping.lines_of, positionOf);
      const texts = mappedTexts(preset, mapping, positionOf, lines.current);
      return selecting(preset.reader(header, from, texts), mapping, positionOf, lines.count);
    },
  };
}

/** Facts that the mapping names and the preset does not have, and needed ones that the mapping lacks. */
export function faultsOfMapping(
  preset: Preset,
  { facts }: KindMapping,
): { unknown: string[]; missing: string[] } {
  const named = new Map(namedColumns(preset.columns).map(([, column]) => [column.name, column]));
  return {
    unknown: Object.keys(facts).filter((fact) => !named.has(fact)),
    missing: [...named.values()].flatMap(({ name, needed }) => (needed && !(name in facts) ? [name] : [])),
  };
}

/** The columns of the file by its own names; needed are those without which a needed fact would be empty. */
function fileColumns(
  preset: Preset,
  { facts, only, carry_down, lines_of, attributes }: KindMapping,
): Columns {
  const mustHave = new Set(
    namedColumns(preset.columns).flatMap(([, { name, needed }]) => {
      const { column, join } = (needed ? facts[name] : undefined) ?? {};
      return join ?? column ?? [];
    }),
  );
  const names = [
    ...Object.values(facts).flatMap(columnsOf),
    ...(only ?? []).map(({ column }) => column),
    ...(carry_down ? [carry_down.by, ...carry_down.columns] : []),
    ...(lines_of === undefined ? [] : [lines_of]),
    ...(attributes ?? []),
  ];
  return Object.fromEntries(
    names.map((name) => [name, (mustHave.has(name) ? needed : optional)(name, asWritten)]),
  );
}

export const positionsIn =
  (header: Header): PositionOf =>
  (column) =>
    header.positions.get(column) ?? -1;

/** The facts that a mapping tells, with what the file calls each. */
function toldFacts(preset: Preset, mapping: KindMapping): (readonly [fact: string, nameInFile: string])[] {
  return namedColumns(preset.columns).flatMap(([fact, column]) =>
    column.name in mapping.facts ? [[fact, nameInFile(column, mapping)] as const] : [],
  );
}

function mappedProfileColumns(preset: Preset, mapping: KindMapping): ProfileColumns {
  const positions = new Map(toldFacts(preset, mapping).map(([fact]) => [fact, 0]));
  return { ...preset.profileColumns({ ...NO_HEADER, positions }), attributes: mapping.attributes ?? [] };
}

const NO_HEADER: Header = { delimiter: ",", names: [], positions: new Map(), further: [] };

/** @param lineNumber which line of its order or the like the row is, from 1 */
export function mappedTexts(
  preset: Preset,
  mapping: KindMapping,
  positionOf: PositionOf,
  lineNumber: () => number,
): RowTexts {
  const named = namedColumns(preset.columns);
  const sources = named.map(([fact, { name }]) => {
    const source = mapping.facts[name];
    return { fact, textOf: source === undefined ? () => "" : factText(source, positionOf) };
  });
  const divided = named.flatMap(([fact, { name }]) => (mapping.facts[name]?.divided_by ? [fact] : []));
  const attributes = (mapping.attributes ?? []).map((name) => ({ name, place: positionOf(name) }));
  const further = Object.entries(preset.columns).flatMap(([fact, column]) =>
    "name" in column ? [] : [fact],
  );
  const names = new Map(named.map(([fact, column]) => [fact, nameInFile(column, mapping)]));
  return {
    nameOf: (fact) => names.get(fact) ?? fact,
    textsOf(fields) {
      const texts: Texts = {};
      for (const { fact, textOf } of sources) texts[fact] = textOf(fields);
      for (const fact of divided) texts[fact] = inWholeMinor(texts, fact);
      for (const fact of further) texts[fact] = attributesOf(attributes, fields);
      const line = lineNumber();
      if (line > 1 && typeof texts.externalId === "string") texts.externalId += `-${line}`;
      return texts;
    },
  };
}

/** A part of an amount seldom comes out even: it is rounded to what its currency has. */
function inWholeMinor(texts: Texts, fact: string): string {
  const [text, currency] = [texts[fact], texts.currency];
  if (typeof text !== "string" || typeof currency !== "string") return "";
  const code = currency.toUpperCase();
  return isCurrency(code) ? roundedTo(text, currencyExponent(code)) : text;
}

function attributesOf(
  attributes: readonly { readonly name: string; readonly place: number }[],
  fields: readonly string[],
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { name, place } of attributes) {
    const text = (fields[place] ?? "").trim();
    if (text !== "") texts[name] = text;
  }
  return texts;
}

function nameInFile({ name }: Column, { facts }: KindMapping): string {
  const source = facts[name];
  const columns = source === undefined ? [] : columnsOf(source);
  return columns.length === 0 ? name : columns.join(", ");
}

function selecting(
  own: RowReader,
  mapping: KindMapping,
  positionOf: PositionOf,
  countLine: (fields: readonly string[]) => void,
): RowReader {
  const isMeant = rowFilter(mapping.only, positionOf);
  const filled = carryDown(mapping.carry_down, positionOf);
  const isFirst = firstOf(mapping, positionOf);
  return {
    isRow: own.isRow,
    read(fields, place: FilePlace) {
      const whole = filled(fields);
      countLine(whole);
      return isMeant(whole) && isFirst(whole) ? own.read(whole, place) : null;
    },
  };
}

function firstOf(
  { once_per, facts }: KindMapping,
  positionOf: PositionOf,
): (fields: readonly string[]) => boolean {
  const source = once_per === undefined ? undefined : facts[once_per];
  if (source === undefined) return () => true;
  const textOf = factText(source, positionOf);
  const seen = new Set<string>();
  return (fields) => {
    const text = textOf(fields);
    if (text !== "" && seen.has(text)) return false;
    seen.add(text);
    return true;
  };
}
