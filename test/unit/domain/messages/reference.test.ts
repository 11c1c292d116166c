import { expect, it } from "vitest";
import { nearestReferences, referenceFrom } from "../../../../src/domain/messages/reference.ts";

it.each([
  ["1a2b3c4d", { kind: "failure", reference: "1a2b3c4d" }],
  [" 1A2B3C4D ", { kind: "failure", reference: "1a2b3c4d" }],
  ["1a2b3c4", { kind: "key", key: "1a2b3c4" }],
  ["command:17.2.abc", { kind: "request", id: "command:17.2.abc" }],
  ["view:V1:log_touch", { kind: "request", id: "view:V1:log_touch" }],
  ["digest:C1:2026-W47", { kind: "key", key: "digest:C1:2026-W47" }],
  ["C1/1712345678.901234", { kind: "place", channelId: "C1", ts: "1712345678.901234" }],
  ["C1 1712345678.901234", { kind: "place", channelId: "C1", ts: "1712345678.901234" }],
  ["1712345678.901234", { kind: "place", channelId: null, ts: "1712345678.901234" }],
  [
    "https://team.slack.com/archives/D0AB/p1712345678901234?thread_ts=1712345600.000100&cid=D0AB",
    { kind: "place", channelId: "D0AB", ts: "1712345678.901234" },
  ],
  ["https://example.com/p1712345678901234", { kind: "key", key: "https://example.com/p1712345678901234" }],
])("takes %s for what it is", (text, reference) => {
  expect(referenceFrom(text)).toEqual(reference);
});

it("names the nearest of what is known, and nothing that is far off", () => {
  const known = ["digest:C1:2026-W47", "digest:C1:2026-W48", "digest:C2:2026-W47", "nudges:U1:2026-11-23"];
  expect(nearestReferences("digest:C1:2026-W4", known)).toEqual([
    "digest:C1:2026-W47",
    "digest:C1:2026-W48",
    "digest:C2:2026-W47",
  ]);
  expect(nearestReferences("acme", known)).toEqual([]);
  expect(nearestReferences("", known)).toEqual([]);
});
