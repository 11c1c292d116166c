import type { FileReading, ImportRefusal } from "../../domain/imports/imports.ts";
import { phrase } from "../../domain/phrase.ts";
import { PRESET_OF_ROWS } from "../../sources/kinds.ts";
import { faultsOfMapping } from "../../sources/mapping/mapped-preset.ts";
import type { Mapping } from "../../sources/mapping/mapping.ts";
import { type MappingPlan, planMapping } from "../../sources/mapping/plan-mapping.ts";
import { previewRows, type RowPreview } from "../../sources/mapping/preview-rows.ts";
import { type FileSample, sampleFile } from "../../sources/sample-file.ts";
import type { CurrencyStore } from "../../store/costs/currencies.ts";

export type PlanImportDeps = {
  readonly currencies: Pick<CurrencyStore, "inUse">;
  /** Whose days the plain days of a file are. */
  readonly timeZone: string;
};

export type PlanImportInput = {
  readonly path: string;
  /** A mapping somebody wrote; left out: the file's columns decide. */
  readonly given?: Mapping | undefined;
  readonly source?: string | undefined;
  /** ISO 4217, of amounts without one. */
  readonly currency?: string | undefined;
  /** What the file is written in; left out: as the mapping says, else told by the content. */
  readonly encoding?: string | undefined;
};

export type PlannedImport = {
  readonly kind: "planned";
  readonly plan: MappingPlan;
  /** Taken for amounts without one, because most customers have it. */
  readonly assumedCurrency: string | null;
  readonly previews: readonly RowPreview[];
  readonly reading: FileReading;
};

/** Enough to tell one way of writing dates and numbers from another, little enough to be read at once. */
const SAMPLED_ROWS = 1_000;
const PREVIEWED_ROWS = 10;

/** How a file would be imported; writes nothing. */
export async function planImport(
  deps: PlanImportDeps,
  { path, given, source, currency, encoding = given?.file?.encoding }: PlanImportInput,
): Promise<PlannedImport | ImportRefusal> {
  const sample = await sampleFile(path, { encoding, rows: SAMPLED_ROWS });
  if (sample.kind === "refused") return { ...sample, because: "empty", missing: [], found: [] };
  const columns = columnsIn(sample);
  const plan = (wished: string | null) => planMapping(columns, { given, source, currency: wished });
  const first = plan(currency ?? null);
  if (first === null) return refused(path, sample, "import.nothing-recognised");
  const [usual = null] = first.lacksCurrency ? await deps.currencies.inUse() : [];
  const settled = usual === null ? first : (plan(usual) ?? first);
  const faulty = faultOf(settled.mapping);
  if (faulty !== null) return refused(path, sample, faulty.code, faulty.facts);
  const previews = settled.mapping.kinds.flatMap((kind) => {
    const preset = PRESET_OF_ROWS[kind.rows];
    const most = { most: PREVIEWED_ROWS, timeZone: deps.timeZone };
    return preset === undefined ? [] : [previewRows(preset, kind, sample, most)];
  });
  const { encoding: read, delimiter, skipped } = sample;
  return {
    ...{ kind: "planned", plan: inEncoding(settled, sample), assumedCurrency: usual, previews },
    reading: {
      ...{ encoding: read.name, encodingKnownBy: read.knownBy, delimiter },
      skipped: { total: skipped.length, first: skipped },
    },
  };
}

function columnsIn({ names, records }: FileSample) {
  const rows = records.flatMap((record) => (record.fault === null ? [record.fields] : []));
  return names.map((name, place) => ({ name, values: rows.map((fields) => fields[place] ?? "") }));
}

/** What was told by the content is written down, so that the next file of this kind is not judged again. */
function inEncoding(plan: MappingPlan, { encoding: { name } }: FileSample): MappingPlan {
  return name === "utf-8" ? plan : { ...plan, mapping: { ...plan.mapping, file: { encoding: name } } };
}

type Fault = { readonly code: string; readonly facts: Readonly<Record<string, string>> };

/** The first thing wrong with a mapping; null: nothing is. */
function faultOf({ kinds }: Mapping): Fault | null {
  for (const kind of kinds) {
    const preset = PRESET_OF_ROWS[kind.rows];
    const { rows } = kind;
    if (preset === undefined)
      return { code: "import.mapping-rows", facts: { rows, known: Object.keys(PRESET_OF_ROWS).join(", ") } };
    const { unknown, missing } = faultsOfMapping(preset, kind);
    if (unknown.length > 0)
      return { code: "import.mapping-unknown", facts: { rows, unknown: unknown.join(", ") } };
    if (missing.length > 0)
      return { code: "import.mapping-lacks", facts: { rows, missing: missing.join(", ") } };
  }
  return null;
}

function refused(
  path: string,
  { names }: FileSample,
  code: string,
  facts: Fault["facts"] = {},
): ImportRefusal {
  const found = names.join(", ").slice(0, 2_000);
  const problem = phrase(code, { path, found, ...facts });
  return { kind: "refused", because: "missing_columns", problem, missing: [], found: [...names] };
}
