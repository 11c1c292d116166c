/** A fit that cannot be used: its steps ended before its condition was met. Whoever asked for it does without. */
export class NotConvergedError extends Error {
  override readonly name = "NotConvergedError";
}
