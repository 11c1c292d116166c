import { DEMO_SOURCE } from "../../demo/demo-data.ts";
import { type DemoRequest, generateDemo } from "../../demo/generate-demo.ts";
import { searchKeysOf } from "../../domain/customers/customer-name.ts";
import type { DemoRows } from "../../store/imports/demo-rows.ts";

/** What was written. */
export type LoadedDemo = { readonly kind: "loaded"; readonly customers: number; readonly activities: number };
/** Real customers are there: invented ones must not mix with them. */
export type OtherDataPresent = { readonly kind: "other-data-present" };

/** The invented customers as the store takes them. */
export function demoRowsOf(request: DemoRequest): DemoRows {
  const demo = generateDemo(request);
  const files = demo.files.map((file) => ({ ...file, search: searchKeysOf(file.profile) }));
  return { source: DEMO_SOURCE, ...demo, files };
}

export function loadedDemo({ files }: DemoRows): LoadedDemo {
  const activities = files.reduce((sum, file) => sum + file.activities.length, 0);
  return { kind: "loaded", customers: files.length, activities };
}
