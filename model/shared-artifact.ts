import { createHash } from "node:crypto";

/** An artifact whose bytes every thread reads in place; `key` is the same for the same bytes. */
export type SharedArtifact = { readonly key: string; readonly bytes: Uint8Array };

const shared = new WeakMap<Uint8Array, SharedArtifact>();

/** The artifact's bytes in memory that worker threads share, copied there once: a job then carries no copy of them. */
export function shareArtifact(artifact: Uint8Array): SharedArtifact {
  const known = shared.get(artifact);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(new SharedArrayBuffer(artifact.byteLength));
  bytes.set(artifact);
  const made = { key: createHash("sha256").update(artifact).digest("hex"), bytes };
  shared.set(artifact, made);
  return made;
}
