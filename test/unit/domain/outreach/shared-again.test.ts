import { expect, it } from "vitest";
import { sharedAgainAfter } from "../../../../src/domain/outreach/shared-again.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

it.each([
  ["within the last minute, where none was seen", null, 60],
  ["since the one that was seen", ago(20), 20],
  ["within the last minute, where that one is older", ago(61), 60],
])("a share counts as unseen %s", (_what, seen, since) => {
  expect(sharedAgainAfter(seen, NOW)).toEqual(ago(since));
});
