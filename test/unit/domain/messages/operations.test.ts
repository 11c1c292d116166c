import { expect, it } from "vitest";
import { candidateAfter, missedByJob } from "../../../../src/domain/messages/operations.ts";
import type { ModelVersion } from "../../../../src/domain/risk/versions/model-version.ts";

const version = (id: number, trainedOn: string) =>
  ({ id, trainedAt: new Date(`${trainedOn}T02:00:00Z`) }) as ModelVersion;

it("has as candidate the newest version alone, where it is newer than what serves", () => {
  const [older, newer] = [version(1, "2026-12-01"), version(2, "2026-12-08")];
  expect(candidateAfter(newer, older)).toBe(newer);
  expect(candidateAfter(newer, null)).toBe(newer);
  expect(candidateAfter(newer, newer)).toBeNull();
  expect(candidateAfter(older, newer)).toBeNull();
  expect(candidateAfter(null, null)).toBeNull();
});

it("adds up what a job missed in all its time zones, the last missed first", () => {
  const missed = [
    { job: "digest-weekly", periods: 1, lastDay: "2026-12-07" },
    { job: "score-daily", periods: 2, lastDay: "2026-12-05" },
    { job: "score-daily", periods: 3, lastDay: "2026-12-08" },
    { job: "score-daily", periods: 1, lastDay: "2026-12-01" },
  ];
  expect(missedByJob(missed)).toEqual([
    { job: "score-daily", periods: 6, lastDay: "2026-12-08" },
    { job: "digest-weekly", periods: 1, lastDay: "2026-12-07" },
  ]);
  expect(missedByJob([])).toEqual([]);
});
