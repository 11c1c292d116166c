/** A fit that cannot be used: its steps ended before its condition was met. Whoever asked for it does without. */
export class NotConvergedError extends Error {
  override readonly name = "NotConvergedError";
}

/** To be thrown on, unless it says that a fit did not converge: whoever asked then does without. */
export function nullIfNotConverged(error: unknown): null {
  if (error instanceof NotConvergedError) return null;
  throw error;
}

/** What is fitted; null where it does not converge. */
export function nullUnlessConverged<Fitted>(make: () => Fitted): Fitted | null {
  try {
    return make();
  } catch (error) {
    return nullIfNotConverged(error);
  }
}
