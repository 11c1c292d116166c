import type { UploadPreview } from "../../domain/imports/upload.ts";
import type { PlanImportDeps } from "./plan-import.ts";
import { planUpload, type RefusedUpload, type Upload } from "./plan-upload.ts";

export type PreviewUploadDeps = PlanImportDeps;

export type PreviewedUpload = { readonly kind: "previewed"; readonly preview: UploadPreview } | RefusedUpload;

/** Shows how a file that was handed over would be imported, and what somebody has to say about it first. */
export async function previewUpload(deps: PreviewUploadDeps, upload: Upload): Promise<PreviewedUpload> {
  const planned = await planUpload(deps, upload);
  return planned.kind === "refused" ? planned : { kind: "previewed", preview: planned.preview };
}
