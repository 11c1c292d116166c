import { type Phrase, phrase } from "../../domain/phrase.ts";
import { whyUnreadable } from "../../domain/risk/versions/unreadable.ts";

/** Nothing has been trained yet. */
export type NoModel = { readonly kind: "no-model"; readonly reason: Phrase };
/** The version that serves cannot be used any more. */
export type UnusableModel = { readonly kind: "unusable-model"; readonly reason: Phrase };

export const NO_MODEL: NoModel = { kind: "no-model", reason: phrase("refusal.no-model") };

/** @throws the error, where it does not say that the version cannot be used */
export function unusableModel(version: number, error: unknown): UnusableModel {
  const reason = whyUnreadable(version, error);
  if (reason === null) throw error;
  return { kind: "unusable-model", reason };
}
