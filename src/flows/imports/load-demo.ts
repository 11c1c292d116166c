import { DEMO_SOURCE } from "../../demo/demo-data.ts";
import { type DemoRequest, generateDemo } from "../../demo/generate-demo.ts";
import { searchKeysOf } from "../../domain/customers/customer-name.ts";
import type { CustomersPresent, DemoRows, DemoRowsStore } from "../../store/imports/demo-rows.ts";

export type LoadDemoDeps = { readonly demoRows: DemoRowsStore };

export type LoadDemoResult =
  | { readonly kind: "loaded"; readonly customers: number; readonly activities: number }
  /** Demo customers are there; nothing was changed, also where their dates have grown old. */
  | { readonly kind: "already-loaded" }
  /** Real customers are there: invented ones must not mix with them. */
  | { readonly kind: "other-data-present" };

/** Fills an empty store with the invented demo customers, in one transaction. */
export async function loadDemo({ demoRows }: LoadDemoDeps, request: DemoRequest): Promise<LoadDemoResult> {
  const present = await demoRows.customersPresent(DEMO_SOURCE);
  if (present !== "none") return refusal(present);
  const rows = rowsOf(request);
  const before = await demoRows.writeWhenEmpty(rows, request.asOf);
  return before === "none" ? loaded(rows) : refusal(before);
}

/** Puts demo customers up to a later moment in place of those in the store, in one transaction; models stay. */
export async function renewDemo(
  { demoRows }: LoadDemoDeps,
  request: DemoRequest,
): Promise<Exclude<LoadDemoResult, { kind: "already-loaded" }>> {
  const rows = rowsOf(request);
  return (await demoRows.replace(rows, request.asOf)) ? loaded(rows) : { kind: "other-data-present" };
}

function rowsOf(request: DemoRequest): DemoRows {
  const demo = generateDemo(request);
  const files = demo.files.map((file) => ({ ...file, search: searchKeysOf(file.profile) }));
  return { source: DEMO_SOURCE, ...demo, files };
}

function loaded({ files }: DemoRows): Extract<LoadDemoResult, { kind: "loaded" }> {
  const activities = files.reduce((sum, file) => sum + file.activities.length, 0);
  return { kind: "loaded", customers: files.length, activities };
}

function refusal(present: Exclude<CustomersPresent, "none">): LoadDemoResult {
  return { kind: present === "of-source" ? "already-loaded" : "other-data-present" };
}
