import type { Clock } from "../../domain/clock.ts";
import { type CostTarget, printAppliesTo } from "../../domain/costs/applies-to.ts";
import type { CostEntry } from "../../domain/costs/cost-entry.ts";
import { type ImportFacts, judgeImportedCost, type KeptCost } from "../../domain/costs/imported-cost.ts";
import { targetsOf } from "../../domain/costs/known-targets.ts";
import type { CostRow, ImportedRow, RejectedRow } from "../../domain/imports/imports.ts";
import { rejectedRow } from "../../sources/csv/rejected-row.ts";
import type { CostTargetStore } from "../../store/costs/cost-targets.ts";
import type { CostImportStore } from "../../store/imports/cost-import.ts";
import { type BatchCounts, type BatchWriter, countReasons, linesOf } from "./import-batch.ts";

export type ImportCostsDeps = {
  readonly costImport: Pick<CostImportStore, "kept" | "closedThrough" | "addBatch">;
  readonly costTargets: Pick<CostTargetStore, "known" | "playbooks">;
  readonly clock: Clock;
};

type BatchFacts = ImportFacts & { readonly kept: ReadonlyMap<string, KeptCost> };

/** Known targets remembered between batches; beyond that they are looked up again. */
const REMEMBERED_TARGETS = 200_000;
/** A closing between judging and writing makes us judge again; more of them than this within an import are no accident. */
const MOST_ATTEMPTS = 5;

/** Writes cost entries: new ones whose targets are known and whose days are open; what was recorded stays as it is. */
export function costBatchWriter(deps: ImportCostsDeps, source: string): BatchWriter {
  const known = new Set<string>();
  return async (importId, rows) => {
    if (known.size > REMEMBERED_TARGETS) known.clear();
    const costs = rows.filter((row) => row.kind === "cost");
    await learnTargets(deps, costs, known);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const facts = await factsOf(deps, source, costs, known);
      const counts = await writeBatch(deps, importId, rows, facts);
      if (counts !== null) return counts;
    }
    throw new Error("The ledger was closed again and again while the file was imported. Import it again.");
  };
}

async function learnTargets(
  { costTargets }: ImportCostsDeps,
  rows: readonly CostRow[],
  known: Set<string>,
): Promise<void> {
  const unknown = new Map<string, CostTarget>();
  for (const { entry } of rows) {
    for (const target of targetsOf(entry.appliesTo)) {
      const printed = printAppliesTo([target]);
      if (!known.has(printed)) unknown.set(printed, target);
    }
  }
  for (const printed of await costTargets.known([...unknown.values()])) known.add(printed);
}

async function factsOf(
  { costImport, costTargets }: ImportCostsDeps,
  source: string,
  rows: readonly CostRow[],
  inFile: ReadonlySet<string>,
): Promise<BatchFacts> {
  const [kept, closedThrough] = await Promise.all([
    costImport.kept(
      source,
      rows.map(({ entry }) => entry.externalId),
    ),
    costImport.closedThrough(),
  ]);
  return { kept, closedThrough, known: { inFile, playbooks: costTargets.playbooks } };
}

/** @returns null where the ledger was closed meanwhile; nothing is written then */
async function writeBatch(
  { costImport, clock }: ImportCostsDeps,
  importId: number,
  rows: readonly ImportedRow[],
  facts: BatchFacts,
): Promise<BatchCounts | null> {
  const bad: RejectedRow[] = [];
  const fresh = new Map<string, CostEntry>();
  let duplicates = 0;
  for (const row of rows) {
    if (row.kind === "rejected") bad.push(row);
    if (row.kind !== "cost") continue;
    const kept = facts.kept.get(row.entry.externalId) ?? fresh.get(row.entry.externalId);
    const judged = judgeImportedCost(row.entry, kept, facts);
    if (judged.kind === "new") fresh.set(row.entry.externalId, row.entry);
    else if (judged.kind === "there-already") duplicates += 1;
    else bad.push(rejectedRow(row, judged.rejection));
  }
  const batch = { importId, ...linesOf(rows), rejected: bad };
  const written = await costImport.addBatch(batch, [...fresh.values()], clock());
  if (written.kind === "closed-meanwhile") return null;
  const faster = fresh.size - written.added;
  return {
    accepted: written.added,
    duplicates: duplicates + faster,
    updated: 0,
    repeated: 0,
    rejected: countReasons(bad),
  };
}
