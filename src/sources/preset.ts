import { z } from "zod";
import type {
  ActivityRow,
  ContractRow,
  CostRow,
  CustomerRow,
  FilePlace,
  ImportedRow,
  ProfileColumns,
  RecordColumns,
  RecordKind,
  RecordRowOf,
} from "../domain/imports/imports.ts";
import { type Columns, type FactsOf, namedColumns } from "./csv/columns.ts";
import type { Header } from "./csv/header.ts";
import { quickCheck } from "./csv/quick-check.ts";
import { rejectionOf } from "./csv/reject.ts";
import { rejectedRow } from "./csv/rejected-row.ts";
import { profileColumns } from "./customer-profile.ts";

/** Turns fields into rows. One reader serves one pass over one file: it may count what it has seen. */
export type RowReader = {
  /** Whether the fields are a good row; remembers nothing. */
  isRow(fields: readonly string[]): boolean;
  /** Null where the fields are about something else than this kind of row. */
  read(fields: readonly string[], place: FilePlace): ImportedRow | null;
};

/** What the rows of a file become. */
type RowsMade = {
  readonly activities: ActivityRow;
  readonly customers: CustomerRow;
  readonly contracts: ContractRow;
  readonly costs: CostRow;
} & { readonly [Kind in RecordKind]: RecordRowOf<Kind> };

/** The system that the rows of a file belong to, and whose days its plain days are. */
export type FileOrigin = { readonly source: string; readonly timeZone: string };

/** A way in for one kind of CSV file. */
export type Preset = {
  /** The source its rows belong to when none is named. */
  readonly source: string;
  readonly makes: keyof RowsMade;
  readonly columns: Columns;
  /** What a file of customers tells of. */
  profileColumns(header: Header): ProfileColumns;
  /** What a file of records tells of. */
  recordColumns(header: Header): RecordColumns;
  /** @param texts how the file's fields become the texts of `columns`; left out: the file has columns of these names */
  reader(header: Header, from: FileOrigin, texts?: RowTexts): RowReader;
};

/** A row's texts by the facts they fill; empty where the file does not tell. */
export type Texts = Record<string, string | Record<string, string>>;

/** How the fields of one file become texts. */
export type RowTexts = {
  /** What the file calls the column of a fact, for whoever has to correct a field. */
  nameOf(fact: string): string;
  textsOf(fields: readonly string[], place: FilePlace): Texts;
};

/** A preset as its folder states it: each column once, and what its rows become. */
export type PresetDefinition<Stated extends Columns, Checked, Makes extends keyof RowsMade> = {
  readonly source: string;
  readonly makes: Makes;
  readonly columns: Stated;
  /**
   * What takes more than one column to tell; calls `reject` for what is wrong. Only where each column is sound.
   * @param nameOf what the file calls the column of a fact
   */
  check(
    facts: FactsOf<Stated>,
    context: z.RefinementCtx,
    nameOf: (fact: keyof Stated & string) => string,
  ): Checked;
  /** The mapping of one pass over a file, in its order: it may count what it has seen. */
  rows(from: FileOrigin): (checked: Checked, place: FilePlace) => RowsMade[Makes];
};

/** Header, checks, faults and mapping of a file from what its definition states. */
export function definePreset<Stated extends Columns, Checked, Makes extends keyof RowsMade>({
  source,
  makes,
  columns,
  check,
  rows,
}: PresetDefinition<Stated, Checked, Makes>): Preset {
  const own = rowChecks(columns, check, ownNames(columns));
  return {
    source,
    makes,
    columns,
    profileColumns: (header) => profileColumns(columns, header),
    recordColumns: (header) => recordColumns(columns, header),
    reader(header, from, texts) {
      const { textsOf } = texts ?? ownTexts(columns, header);
      const { quick, schema } = texts ? rowChecks(columns, check, texts.nameOf) : own;
      const rowOf = rows(from);
      return {
        isRow: (fields) => quick(textsOf(fields, NOWHERE)) !== undefined,
        read(fields, place) {
          const row = textsOf(fields, place);
          const checked = quick(row);
          if (checked !== undefined) return rowOf(checked, place);
          const parsed = schema.safeParse(row);
          return parsed.success ? rowOf(parsed.data, place) : rejectedRow(place, rejectionOf(parsed.error));
        },
      };
    },
  };
}

function recordColumns(columns: Columns, header: Header): RecordColumns {
  const present = namedColumns(columns).filter(([fact]) => header.positions.has(fact));
  return new Map(present.map(([fact, { name }]) => [fact, name]));
}

/** Of fields that are only looked at. */
const NOWHERE: FilePlace = { line: 0, raw: "" };

/**
 * The check of a row twice: `quick` for the good rows, `schema` for what is wrong with the others. The types of the columns'
 * schemas are lost on the way through `Object.entries`; the columns vouch for the result.
 */
function rowChecks<Stated extends Columns, Checked>(
  columns: Stated,
  check: PresetDefinition<Stated, Checked, never>["check"],
  nameOf: RowTexts["nameOf"],
) {
  const schemas = Object.fromEntries(
    Object.entries(columns).map(([fact, column]) => [
      fact,
      "kind" in column ? column.kind(nameOf(fact)) : column.schema,
    ]),
  ) as { readonly [Fact in keyof Stated]: z.ZodType };
  const named = (facts: FactsOf<Stated>, context: z.RefinementCtx) => check(facts, context, nameOf);
  const texts = z.object(schemas) as unknown as z.ZodType<FactsOf<Stated>>;
  return { quick: quickCheck<FactsOf<Stated>, Checked>(schemas, named), schema: texts.transform(named) };
}

const ownNames =
  (columns: Columns): RowTexts["nameOf"] =>
  (fact) => {
    const column = columns[fact];
    return column !== undefined && "name" in column ? column.name : fact;
  };

/** Of a file with the definition's own columns. */
function ownTexts(columns: Columns, header: Header): RowTexts {
  const named = namedColumns(columns).map(([fact]) => ({ fact, position: header.positions.get(fact) ?? -1 }));
  const further = Object.entries(columns).flatMap(([fact, column]) =>
    "nameOf" in column ? [{ fact, nameOf: column.nameOf }] : [],
  );
  return {
    nameOf: ownNames(columns),
    textsOf(fields) {
      const texts: Texts = {};
      for (const { fact, position } of named) texts[fact] = fields[position] ?? "";
      for (const { fact, nameOf } of further) texts[fact] = furtherTexts(header, nameOf, fields);
      return texts;
    },
  };
}

/** The fields of columns that nobody named, without the empty ones. */
export function furtherTexts(
  header: Header,
  nameOf: (columnInFile: string) => string,
  fields: readonly string[],
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { name, position } of header.further) {
    const text = (fields[position] ?? "").trim();
    if (text !== "") texts[nameOf(name)] = text;
  }
  return texts;
}
