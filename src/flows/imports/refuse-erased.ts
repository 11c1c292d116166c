import { targetName } from "../../domain/costs/applies-to.ts";
import { targetsOf } from "../../domain/costs/known-targets.ts";
import type { ErasableKey } from "../../domain/customers/erasure/erasable-key.ts";
import type { ImportedRow, RejectedRow } from "../../domain/imports/imports.ts";
import { phrase } from "../../domain/phrase.ts";
import { rejection } from "../../domain/rejection.ts";
import { rejectedRow } from "../../sources/csv/rejected-row.ts";
import type { ErasedKeyStore } from "../../store/customers/erased-keys.ts";
import type { BatchWriter } from "./import-batch.ts";

export type RefuseErasedDeps = {
  /** Left out: nobody was ever erased, as in a database of its own. */
  readonly erasedKeys?: Pick<ErasedKeyStore, "any" | "wereErased">;
};

/** A file's rows of somebody who was erased are not taken over again: they are rejected with that reason, and without their line. */
export function refusingErased(
  { erasedKeys }: RefuseErasedDeps,
  source: string,
  write: BatchWriter,
): BatchWriter {
  let isAnybodyErased: Promise<boolean> | null = null;
  return async (importId, rows, turn) => {
    isAnybodyErased ??= erasedKeys?.any() ?? Promise.resolve(false);
    if (erasedKeys === undefined || !(await isAnybodyErased)) return write(importId, rows, turn);
    const named = rows.flatMap((row, at) => keysOf(row, source).map((key) => ({ at, key })));
    const erased = await erasedKeys.wereErased(named.map(({ key }) => key));
    const gone = new Set(named.flatMap(({ at }, place) => (erased[place] ? [at] : [])));
    return write(
      importId,
      rows.map((row, at) => (gone.has(at) ? refused(row) : row)),
      turn,
    );
  };
}

const refused = ({ line }: ImportedRow): RejectedRow =>
  rejectedRow({ line, raw: "" }, rejection("erased", phrase("rejected.erased")));

/** By what a row names a customer or a contact. */
function keysOf(row: ImportedRow, source: string): ErasableKey[] {
  const customers = (...keys: ReadonlyArray<string | null>) =>
    keys.flatMap((key) => (key === null ? [] : [{ kind: "customer" as const, source, key }]));
  switch (row.kind) {
    case "customer":
      return customers(row.profile.externalId);
    case "activity":
      return customers(row.customer);
    case "contract":
      return customers(row.told.customer);
    case "cost":
      return customers(
        ...targetsOf(row.entry.appliesTo).map((target) =>
          target.kind === "customer" ? targetName(target) : null,
        ),
      );
    case "record":
      return [...customers(row.customer), ...contactKeys(row, source)];
    case "rejected":
      return fieldsOf(row.raw).flatMap((key) => [...customers(key), ...keysOfContact(key, key, source)]);
  }
}

function contactKeys(row: Extract<ImportedRow, { kind: "record" }>, source: string): ErasableKey[] {
  if (row.of !== "contacts") return [];
  return keysOfContact(row.record.externalId, row.record.email, source);
}

function keysOfContact(key: string, email: string | null, source: string): ErasableKey[] {
  const own = { kind: "contact" as const, source, key };
  return email === null ? [own] : [own, { kind: "e-mail", key: email }];
}

/** A line that is rejected for something else keeps its text, so whatever stands in it is looked at. */
const fieldsOf = (raw: string): string[] => [
  ...new Set(
    raw
      .split(/[,;\t|"\n\r]+/)
      .map((field) => field.trim())
      .filter((field) => field !== ""),
  ),
];
