import type { SourcesStore } from "../../store/imports/sources.ts";

export type RemoveSourceDeps = { readonly sources: Pick<SourcesStore, "remove"> };

/** Pulls from a system no longer; what it told stays. @returns false where there is none of this name */
export function removeSource({ sources }: RemoveSourceDeps, { name }: { name: string }): Promise<boolean> {
  return sources.remove(name);
}
