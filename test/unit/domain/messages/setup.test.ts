import { describe, expect, it } from "vitest";
import { doneSteps, type SetupState } from "../../../../src/domain/messages/setup.ts";
import { isUnasked } from "../../../../src/domain/messages/unasked.ts";

const NOTHING: SetupState = {
  data: { customers: 0, newestActivity: null },
  owners: { kind: "unknown" },
  ...{ digestChannels: 0, posting: null, declinedBy: null, takesFiles: false },
};

describe("the steps of a new installation", () => {
  it.each([
    ["nothing is there", {}, []],
    ["there are customers who did nothing", { data: { customers: 3, newestActivity: null } }, []],
    ["there are data", { data: { customers: 3, newestActivity: "2026-11-20" } }, ["data"]],
    ["nobody here owns anybody", { owners: { kind: "known", customers: 3, owned: 0, owners: 0 } }, []],
    ["somebody here owns one", { owners: { kind: "known", customers: 3, owned: 1, owners: 1 } }, ["owners"]],
    ["it posts", { posting: { since: null, by: null } }, ["posting"]],
  ] as const)("are done as far as they are: %s", (_, facts, done) => {
    expect([...doneSteps({ ...NOTHING, ...facts })]).toEqual(done);
  });
});

describe("what waits for somebody to start posting", () => {
  it.each([
    ["digest", null, true],
    ["nudge", null, true],
    ["job-alert", null, true],
    // Somebody just did what it tells of.
    ["snooze-note", "action:1", false],
    ["setup", null, false],
    ["given-up-note", null, false],
  ] as const)("%s of request %s: %s", (kind, requestId, waits) => {
    expect(isUnasked(kind, requestId)).toBe(waits);
  });
});
