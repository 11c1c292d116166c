import type { Phrase } from "./phrase.ts";

/** One thing that was looked at; `advice` says what to do where it is not fine. */
export type HealthCheck = {
  readonly name: string;
  readonly status: "ok" | "warning" | "failed";
  readonly finding: readonly Phrase[];
  readonly advice: Phrase | null;
};
