import { type Phrase, phrase } from "../../phrase.ts";
import { ArtifactError } from "../churn-model.ts";
import { DamagedArtifactError } from "./model-version.ts";

/** What an error says of a version that cannot be used any more; null where it is an error of another kind. */
export function whyUnreadable(version: number, error: unknown): Phrase | null {
  if (error instanceof DamagedArtifactError) return phrase("model.damaged", { version });
  if (error instanceof ArtifactError) return phrase("model.unreadable", { version, detail: error.reason });
  return null;
}
