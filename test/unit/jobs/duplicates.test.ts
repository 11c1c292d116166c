import { expect, it } from "vitest";
import { findDuplicatesHourly } from "../../../src/jobs/duplicates.ts";

const run = async (period: string, found: object | null) => {
  const asked: object[] = [];
  const job = findDuplicatesHourly({
    findDuplicates: async (request = {}) => {
      asked.push(request);
      return found as null;
    },
  });
  return { asked, outcome: await job.run({ period, day: "2026-11-22", timeZone: "UTC" }) };
};

it("looks where somebody changed of late, and at night in any case", async () => {
  expect((await run("2026-11-22T14", null)).asked).toEqual([{ changedWithinMinutes: 90 }]);
  expect((await run("2026-11-22T03", {})).asked).toEqual([{}]);
});

it("says that there was nothing to look at", async () => {
  expect((await run("2026-11-22T14", null)).outcome).toMatchObject({ kind: "skipped" });
  expect((await run("2026-11-22T14", { joined: 1 })).outcome).toEqual({
    kind: "done",
    figures: { joined: 1 },
  });
});
