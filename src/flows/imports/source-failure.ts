import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { SourceError } from "../../sources/pull/source-definition.ts";

/** What to do where a system gives nothing, by its reason. */
const CODES = {
  unauthorised: phrase("source.failed.unauthorised").code,
  forbidden: phrase("source.failed.forbidden").code,
  "not-found": phrase("source.failed.not-found").code,
  unreachable: phrase("source.failed.unreachable").code,
  limited: phrase("source.failed.limited").code,
  "changed-shape": phrase("source.failed.changed-shape").code,
} as const satisfies Readonly<Record<SourceError["reason"], string>>;

export const sourceFailure = ({ reason, message }: SourceError): Phrase =>
  phrase(CODES[reason], { detail: message });

/** Failures that the other lists of the same system would meet as well; the others are of one list alone. */
export const isOfAll = ({ code }: Phrase): boolean =>
  code === CODES.unauthorised || code === CODES.unreachable || code === CODES.limited;
