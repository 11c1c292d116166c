import type { Intent, QuestionForm } from "./intent.ts";

/** A name, as short as the rest of the form allows. */
const NAME = "(?<name>.+?)";

/**
 * The forms of a question, in small letters: each is all of what is asked; `NAME` stands for a customer's name. Nothing is
 * matched in part, so that "who is not at risk" is no "who is at risk".
 */
export function forms(intent: Intent | null, ...sources: readonly string[]): QuestionForm[] {
  return sources.map((source) => ({
    intent,
    pattern: new RegExp(`^(?:${source.replaceAll("NAME", NAME)})$`, "u"),
  }));
}
