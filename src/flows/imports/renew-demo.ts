import type { DemoRequest } from "../../demo/generate-demo.ts";
import type { DemoRowsStore } from "../../store/imports/demo-rows.ts";
import { demoRowsOf, type LoadedDemo, loadedDemo, type OtherDataPresent } from "./demo-rows.ts";

export type RenewDemoDeps = { readonly demoRows: Pick<DemoRowsStore, "replace"> };

/** Puts demo customers up to a later moment in place of those in the store, in one transaction; models stay. */
export async function renewDemo(
  { demoRows }: RenewDemoDeps,
  request: DemoRequest,
): Promise<LoadedDemo | OtherDataPresent> {
  const rows = demoRowsOf(request);
  return (await demoRows.replace(rows, request.asOf)) ? loadedDemo(rows) : { kind: "other-data-present" };
}
