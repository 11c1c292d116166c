import { type ArtifactContent, readArtifact } from "./artifact.ts";
import { holdTensors, letGoOfTensors } from "./ensemble-tensors.ts";
import type { SharedArtifact } from "./shared-artifact.ts";

/** The champion, and the older version that a movement is explained against; some 5 MB each once read. */
const MOST_KEPT = 2;

/** Remembers what artifacts hold: reading one takes some 15 ms, as long as scoring a few hundred customers. */
export function readArtifacts() {
  const kept = new Map<string, ArtifactContent>();
  return {
    /** @throws ArtifactError as `readArtifact` does */
    read({ key, bytes }: SharedArtifact): ArtifactContent {
      const content = kept.get(key) ?? readArtifact(bytes);
      // Put behind the others: the one that was not asked for longest goes first.
      kept.delete(key);
      kept.set(key, content);
      holdTensors(content.network);
      for (const [oldest, { network }] of kept) {
        if (kept.size <= MOST_KEPT) break;
        kept.delete(oldest);
        letGoOfTensors(network);
      }
      return content;
    },
  };
}
