import { expect, it } from "vitest";
import { passesRenewal } from "../../../../src/domain/customers/snooze.ts";

const TODAY = "2026-12-09";

it.each([
  ["2026-12-20", "2026-12-19", true],
  ["2026-12-20", "2026-12-20", false],
  ["2026-12-20", "2026-12-21", false],
  ["2026-12-20", TODAY, true],
  ["2026-12-20", "2026-12-08", false],
  ["2026-12-20", null, false],
])("a snooze until %s and a renewal on %s: %s", (untilDay, renewsOn, passes) => {
  expect(passesRenewal(untilDay, renewsOn, TODAY)).toBe(passes);
});
