import { DEMO_SOURCE } from "../../demo/demo-data.ts";
import type { DemoRequest } from "../../demo/generate-demo.ts";
import type { CustomersPresent, DemoRowsStore } from "../../store/imports/demo-rows.ts";
import { demoRowsOf, type LoadedDemo, loadedDemo, type OtherDataPresent } from "./demo-rows.ts";

export type LoadDemoDeps = { readonly demoRows: Pick<DemoRowsStore, "customersPresent" | "writeWhenEmpty"> };

export type LoadDemoResult =
  | LoadedDemo
  /** Demo customers are there; nothing was changed, also where their dates have grown old. */
  | { readonly kind: "already-loaded" }
  | OtherDataPresent;

/** Fills an empty store with the invented demo customers, in one transaction. */
export async function loadDemo({ demoRows }: LoadDemoDeps, request: DemoRequest): Promise<LoadDemoResult> {
  const present = await demoRows.customersPresent(DEMO_SOURCE);
  if (present !== "none") return refusal(present);
  const rows = demoRowsOf(request);
  const before = await demoRows.writeWhenEmpty(rows, request.asOf);
  return before === "none" ? loadedDemo(rows) : refusal(before);
}

function refusal(present: Exclude<CustomersPresent, "none">): LoadDemoResult {
  return { kind: present === "of-source" ? "already-loaded" : "other-data-present" };
}
