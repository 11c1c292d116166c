import { errorOf, type Outcome } from "../delivery/courier.ts";

/** A person cannot do this; the message says so to them. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
}

/** What people are told when the app did not acknowledge. */
export function sentenceFor(what: string, outcome: Outcome): string {
  return `${what} failed with the error "${errorOf(outcome) ?? "unknown"}". The inspector shows the request.`;
}
