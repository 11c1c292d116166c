import type { Phrase } from "./phrase.ts";

/** What failed, as a phrase for whoever has to know of it. Its message is for the log: the code, and what stands in it. */
export class PhrasedError extends Error {
  override readonly name: string = "PhrasedError";
  readonly reason: Phrase;

  constructor(reason: Phrase, options?: ErrorOptions) {
    super(`${reason.code} ${JSON.stringify(reason.parameters)}`, options);
    this.reason = reason;
  }
}
