import { describe, expect, it } from "vitest";
import type { HealthCheck } from "../../../../../src/domain/health-check.ts";
import type { AllOperations, Operations } from "../../../../../src/domain/messages/operations.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { operationsBlocks } from "../../../../../src/slack/blocks/messages/operations.ts";
import { ACTION } from "../../../../../src/slack/ids.ts";
import { assertSendable } from "../../../../support/block-kit.ts";
import { allOperations } from "../../../../support/operations.ts";
import { readOf } from "../../../../support/read-of.ts";

const READING = { now: new Date("2026-12-09T14:00:00Z"), timeZone: "UTC", locale: "en" } as const;
const fine: HealthCheck = { name: "names", status: "ok", finding: [phrase("health.names")], advice: null };
const stopped: HealthCheck = {
  ...{ name: "posting", status: "warning" as const, advice: phrase("health.posting.advice") },
  finding: [
    phrase("health.posting.stopped", {
      ...{ error: "invalid_auth", waiting: 3, oldestAt: "2026-12-07T10:00:00.000Z" },
    }),
  ],
};

function shown(operations: Operations | null) {
  const blocks = operationsBlocks(operations, READING);
  if (blocks.length > 0) assertSendable({ type: "home", blocks });
  return JSON.stringify(blocks);
}
const all = (given: Partial<AllOperations> = {}) => shown({ ...allOperations("北京 <x>"), ...given });

describe("how the bot is doing", () => {
  it("is nothing for a rep and a line for a manager", () => {
    expect(shown(null)).toBe("[]");
    expect(shown({ kind: "glance", checks: [fine, fine] })).toContain("All 2 health checks are fine.");
    const troubled = shown({ kind: "glance", checks: [fine, stopped] });
    expect(troubled).toContain("1 of 2 health checks need a look: Posting.");
    expect(troubled).not.toContain("invalid_auth");
  });

  it("names each check that is not fine, with what to do, and no command to type", () => {
    const text = all({ checks: [fine, stopped] });
    expect(text).toContain("Health: 1 of 2 checks need a look");
    expect(text).toContain("3 messages wait, the oldest since 7 Dec. Give me a token");
    expect(all()).not.toMatch(/npm run|mainstay --/);
    expect(all({ checks: [fine, fine] })).toContain("Health: all 2 checks are fine");
  });

  it("tells sources that fail first, since when, and how many there are besides", () => {
    const text = all();
    expect(text).toMatch(
      /\*Sources\*\\n• 0北京 &lt;x&gt; \(HubSpot\): pulled 36 h ago\. \*Failing since 36 h ago:\*/,
    );
    expect(text).toContain("And 5 more.");
    const never = [{ name: "crm", title: null, pulledAt: null, failures: [] }];
    expect(all({ sources: never })).toContain("crm: not pulled yet");
  });

  it("tells what jobs failed at and missed, and says so where all is well", () => {
    const [job] = readOf(allOperations("no <b>disk</b>").jobs).failed;
    const failed = job === undefined ? [] : [job, { ...job, job: "score-daily", error: null, isLast: false }];
    const missed = [{ job: "digest-weekly", periods: 2, lastDay: "2026-12-07" }];
    const text = all({ jobs: { failed, missed } });
    expect(text).toContain("`job-0` failed 36 h ago: no &lt;b&gt;disk&lt;/b&gt;. *Nobody tries again.*");
    expect(text).toContain("`score-daily` failed 36 h ago. It is tried again.");
    expect(text).toContain("`digest-weekly` missed 2 runs while I was down, the last one on 7 Dec");
    expect(all({ jobs: { failed: [], missed: [] } })).toContain("none was missed in 30 days");
  });

  it("asks before a version is promoted or rolled back, and offers neither where there is none", () => {
    const text = all();
    for (const part of [
      "Promote version 13",
      "Roll back to version 11",
      '"confirm":{"title"',
      "instead of version 12",
    ])
      expect(text).toContain(part);
    const untrained = all({ model: { champion: null, candidate: null, before: null } });
    expect(untrained).toContain("Nothing was trained yet.");
    expect(untrained).not.toContain(ACTION.modelPromote);
    expect(untrained).not.toContain(ACTION.modelRollBack);
  });

  it("says which part could not be read, to managers of health alone, and shows the rest", () => {
    const unread = { unread: "1a2b3c4d" };
    const text = all({ checks: unread, jobs: unread, model: unread });
    for (const part of ["Health", "Jobs", "Model versions"])
      expect(text).toContain(`*${part}: could not be read.*`);
    expect(text.match(/the reference 1a2b3c4d\./g)).toHaveLength(3);
    expect(text).toContain("*Last imports*");
    expect(text).not.toContain(ACTION.modelPromote);
    expect(shown({ kind: "glance", checks: unread })).toContain("*Health: could not be read.*");
  });

  it("has an empty state for each list", () => {
    const text = all({ sources: [], imports: [] });
    expect(text).toContain("Nothing is pulled from another system.");
    expect(text).toContain("No file was imported yet.");
  });
});
