import { commonestReasons, type ImportedKind, isOpen } from "../../domain/imports/upload.ts";
import type { AuditStore } from "../../store/database/audit.ts";
import { type ImportMappedDeps, importMapped, type KindReport } from "./import-mapped.ts";
import type { PlanImportDeps } from "./plan-import.ts";
import { planUpload, type RefusedUpload, refusedUpload, type Upload } from "./plan-upload.ts";

export type ImportUploadDeps = ImportMappedDeps &
  PlanImportDeps & {
    readonly audit: Pick<AuditStore, "note">;
    readonly handledRequests: {
      claim(id: string, now: Date): Promise<boolean>;
      release(id: string, now: Date): Promise<void>;
    };
  };

export type ImportUploadInput = Upload & {
  /** Slack user id, for the audit. */
  readonly by: string;
  /** Hundredths of the work, all kinds of rows together. */
  readonly onProgress?: (percent: number) => void;
};

export type ImportedUpload =
  | { readonly kind: "imported"; readonly kinds: readonly ImportedKind[] }
  /** Somebody asked for it before: it is under way, or done. */
  | { readonly kind: "begun" }
  /** Something about the file is not said yet. */
  | { readonly kind: "open" }
  | RefusedUpload;

/**
 * Imports a file that was handed over, once: of two clicks, also on two machines, the second does nothing. Where it fails
 * it can be begun again.
 */
export async function importUpload(
  deps: ImportUploadDeps,
  { by, onProgress = () => {}, ...upload }: ImportUploadInput,
): Promise<ImportedUpload> {
  const planned = await planUpload(deps, upload);
  if (planned.kind === "refused") return planned;
  if (isOpen(planned.preview)) return { kind: "open" };
  const key = `import:${upload.asked.fileId}`;
  if (!(await deps.handledRequests.claim(key, deps.clock()))) return { kind: "begun" };
  try {
    const { mapping } = planned;
    const result = await importMapped(deps, {
      path: upload.path,
      name: planned.preview.recognisedAs ?? "mapping",
      mapping,
      onProgress: overall(mapping.kinds.length, onProgress),
    });
    if (result.kind === "refused") {
      await deps.handledRequests.release(key, deps.clock());
      return refusedUpload(result, upload.name);
    }
    await note(deps, by, result.reports);
    return { kind: "imported", kinds: await Promise.all(result.reports.map((report) => told(deps, report))) };
  } catch (error) {
    await deps.handledRequests.release(key, deps.clock());
    throw error;
  }
}

/** A file is read once for each kind of rows, from its beginning. */
function overall(passes: number, tell: (percent: number) => void): (done: number, total: number) => void {
  let pass = 0;
  let before = 0;
  return (done, total) => {
    if (done < before) pass += 1;
    before = done;
    tell(Math.min(100, Math.floor((100 * (pass + done / Math.max(total, 1))) / passes)));
  };
}

/** Reasons are looked for among so many rejected lines; one that begins further down is told without an example. */
const READ_REJECTED = 1_000;

async function told({ imports }: ImportUploadDeps, report: KindReport): Promise<ImportedKind> {
  const { importId, read, accepted, updated, duplicates, warnings, rejected } = report;
  const rows = rejected.total === 0 ? [] : await imports.rejectedRows(importId, READ_REJECTED);
  return {
    ...{ importId, read, accepted, updated, duplicates, warnings },
    called: report.rows,
    rejected: rejected.total,
    because: commonestReasons(rejected.byReason, rows),
  };
}

/** What was done, and nothing of what the file says. */
async function note(
  { audit, clock }: ImportUploadDeps,
  actor: string,
  reports: readonly KindReport[],
): Promise<void> {
  const imports = reports.map(({ importId, read, accepted, updated, rejected }) => ({
    ...{ importId, read, accepted, updated, rejected: rejected.total },
  }));
  await audit.note({ at: clock(), actor, action: "file.imported", customerId: null, details: { imports } });
}
