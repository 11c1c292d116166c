import { DEMO_SOURCE } from "../demo/demo-data.ts";
import { generateDemo } from "../demo/generate-demo.ts";
import { searchKeysOf } from "../domain/customer-name.ts";
import type { CustomersPresent, DemoRowsStore } from "../store/demo-rows.ts";

export type LoadDemoDeps = { readonly demoRows: DemoRowsStore };

export type LoadDemoResult =
  | { readonly kind: "loaded"; readonly customers: number; readonly activities: number }
  /** Demo customers are there; nothing was changed, also where their dates have grown old. */
  | { readonly kind: "already-loaded" }
  /** Real customers are there: invented ones must not mix with them. */
  | { readonly kind: "other-data-present" };

/**
 * Fills an empty store with the invented demo customers, in one transaction.
 * @param input.seed any integer; `DEMO_SEED` for the demo everyone sees
 * @param input.asOf the moment the demo's records lead up to
 */
export async function loadDemo(
  { demoRows }: LoadDemoDeps,
  { seed, asOf }: { readonly seed: number; readonly asOf: Date },
): Promise<LoadDemoResult> {
  const present = await demoRows.customersPresent(DEMO_SOURCE);
  if (present !== "none") return refusal(present);

  const demo = generateDemo({ seed, asOf });
  const files = demo.files.map((file) => ({ ...file, search: searchKeysOf(file.profile) }));
  const before = await demoRows.writeWhenEmpty({ source: DEMO_SOURCE, ...demo, files }, asOf);
  if (before !== "none") return refusal(before);
  const activities = files.reduce((sum, file) => sum + file.activities.length, 0);
  return { kind: "loaded", customers: files.length, activities };
}

function refusal(present: Exclude<CustomersPresent, "none">): LoadDemoResult {
  return { kind: present === "of-source" ? "already-loaded" : "other-data-present" };
}
