import { z } from "zod";
import type {
  ActivityRow,
  ContractRow,
  CostRow,
  CustomerRow,
  FilePlace,
  ImportedRow,
} from "../domain/imports/imports.ts";
import { type Columns, type FactsOf, namedColumns } from "./csv/columns.ts";
import type { Header } from "./csv/header.ts";
import { rejectionOf } from "./csv/reject.ts";
import { rejectedRow } from "./csv/rejected-row.ts";

/** Turns fields into rows. One reader serves one pass over one file: it may count what it has seen. */
export type RowReader = {
  /** Whether the fields are a good row; remembers nothing. */
  isRow(fields: readonly string[]): boolean;
  read(fields: readonly string[], place: FilePlace): ImportedRow;
};

/** What the rows of a file become. */
type RowsMade = {
  readonly activities: ActivityRow;
  readonly customers: CustomerRow;
  readonly contracts: ContractRow;
  readonly costs: CostRow;
};

/** The system that the rows of a file belong to, and whose days its plain days are. */
export type FileOrigin = { readonly source: string; readonly timeZone: string };

/** A way in for one kind of CSV file. */
export type Preset = {
  /** The source its rows belong to when none is named. */
  readonly source: string;
  readonly makes: keyof RowsMade;
  readonly columns: Columns;
  reader(header: Header, from: FileOrigin): RowReader;
};

/** A preset as its folder states it: each column once, and what its rows become. */
export type PresetDefinition<Stated extends Columns, Checked, Makes extends keyof RowsMade> = {
  readonly source: string;
  readonly makes: Makes;
  readonly columns: Stated;
  /** What takes more than one column to tell; calls `reject` for what is wrong. Only where each column is sound. */
  check(facts: FactsOf<Stated>, context: z.RefinementCtx): Checked;
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
  const schema = schemaOf(columns).transform(check);
  return {
    source,
    makes,
    columns,
    reader(header, from) {
      const textsOf = textReader(columns, header);
      const rowOf = rows(from);
      return {
        isRow: (fields) => schema.safeParse(textsOf(fields)).success,
        read(fields, place) {
          const parsed = schema.safeParse(textsOf(fields));
          return parsed.success ? rowOf(parsed.data, place) : rejectedRow(place, rejectionOf(parsed.error));
        },
      };
    },
  };
}

/** The types of the columns' schemas are lost on the way through `Object.entries`; the columns vouch for the result. */
function schemaOf<Stated extends Columns>(columns: Stated): z.ZodType<FactsOf<Stated>> {
  const schemas = Object.entries(columns).map(([fact, { schema }]) => [fact, schema] as const);
  return z.object(Object.fromEntries(schemas)) as unknown as z.ZodType<FactsOf<Stated>>;
}

type Texts = Record<string, string | Record<string, string>>;

/** A row's texts by the facts they fill; empty where the file lacks the column. */
function textReader(columns: Columns, header: Header): (fields: readonly string[]) => Texts {
  const named = namedColumns(columns).map(([fact]) => ({ fact, position: header.positions.get(fact) ?? -1 }));
  const further = Object.entries(columns).flatMap(([fact, column]) =>
    "nameOf" in column ? [{ fact, nameOf: column.nameOf }] : [],
  );
  return (fields) => {
    const texts: Texts = {};
    for (const { fact, position } of named) texts[fact] = fields[position] ?? "";
    for (const { fact, nameOf } of further) texts[fact] = furtherTexts(header, nameOf, fields);
    return texts;
  };
}

function furtherTexts(
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
