import type { ImportRefusal } from "../../domain/imports/imports.ts";
import type { OpenColumn, UploadPreview, UploadRequest } from "../../domain/imports/upload.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { isNumberFormat } from "../../sources/csv/column-readings.ts";
import { waysOf, withFormats } from "../../sources/mapping/answer-formats.ts";
import type { OpenFormat } from "../../sources/mapping/decide-formats.ts";
import { plainText } from "../../sources/mapping/fact-text.ts";
import type { Mapping } from "../../sources/mapping/mapping.ts";
import { type PlanImportDeps, planImport } from "./plan-import.ts";

/** A file that was handed over, where it lies for now. */
export type Upload = {
  readonly path: string;
  /** As whoever handed it over calls it. */
  readonly name: string;
  readonly asked: UploadRequest;
};

export type PlannedUpload = {
  readonly kind: "planned";
  readonly mapping: Mapping;
  readonly preview: UploadPreview;
};

export type RefusedUpload = { readonly kind: "refused"; readonly problem: Phrase };

/** How a file would be imported by what was chosen so far; writes nothing. */
export async function planUpload(
  deps: PlanImportDeps,
  { path, name, asked }: Upload,
): Promise<PlannedUpload | RefusedUpload> {
  const wishes = { path, source: asked.source ?? undefined };
  const found = await planImport(deps, wishes);
  if (found.kind === "refused") return refusedUpload(found, name);
  const currency = asked.currency ?? undefined;
  const inCurrency = currency === undefined ? found : await planImport(deps, { ...wishes, currency });
  if (inCurrency.kind === "refused") return refusedUpload(inCurrency, name);
  const { open, recognisedAs } = found.plan;
  const mapping = withFormats(inCurrency.plan.mapping, open, asked.formats);
  const settled = await planImport(deps, { path, given: mapping });
  if (settled.kind === "refused") return refusedUpload(settled, name);
  const { assumedCurrency: assumed } = found;
  const asksCurrency = found.plan.lacksCurrency || assumed !== null;
  const inUse = asksCurrency ? await deps.currencies.inUse() : [];
  return {
    kind: "planned",
    mapping,
    preview: {
      ...{ fileName: name, recognisedAs, kinds: settled.previews, unused: found.plan.unused },
      open: open.map((column, place) => openColumn(column, asked.formats[place] ?? null)),
      currency: asksCurrency ? { chosen: asked.currency, assumed, inUse } : null,
    },
  };
}

function openColumn(open: OpenFormat, chosen: string | null): OpenColumn {
  const ways = waysOf(open);
  return {
    column: open.column,
    example: open.example,
    chosen: ways.find((way) => way === chosen) ?? null,
    ways: ways.map((format) => ({
      format,
      kind: isNumberFormat(format) ? "number" : "day",
      reads: plainText(format, open.example) ?? open.example,
    })),
  };
}

/** Whoever handed a file over knows it by its name, not by where it lies. */
export function refusedUpload({ problem }: Pick<ImportRefusal, "problem">, name: string): RefusedUpload {
  const { parameters } = problem;
  const named = "path" in parameters ? { ...parameters, path: name } : parameters;
  return { kind: "refused", problem: { ...problem, parameters: named } };
}
