import type { Member } from "../domain/customer.ts";
import type { CostRecord, CustomerFile } from "../domain/customer-records.ts";
import type { DemoLedger } from "./ledger.ts";

/** Every row of the demo carries this source, so that it can be told apart from real data. */
export const DEMO_SOURCE = "demo";
/** The attribute `note` of every demo customer. */
export const DEMO_NOTE = "invented demo data";

/**
 * The seed of the demo everyone sees; any other gives other companies with the same story. Chosen: about one
 * customer in six leaves within 90 days, and those with contracts are among them.
 */
export const DEMO_SEED = 42;

/** An invented team, its customers and what keeping them cost. */
export type DemoData = {
  readonly members: readonly Member[];
  readonly files: readonly CustomerFile[];
  readonly costs: readonly CostRecord[];
} & DemoLedger;
