import type { AllFacts, FactKey } from "../../domain/outreach/facts.ts";

/** Facts of customers that whoever asks for others has at hand: read as of the same moment, of none who is joined. */
export type GivenFacts<Given extends FactKey = never> = {
  readonly keys: readonly Given[];
  of(customerId: number): Pick<AllFacts, Given>;
};
