import { describe, expect, it, vi } from "vitest";
import { explainGathered } from "../../../../../src/flows/risk/explanation/explain-gathered.ts";
import type { ExplainScoresDeps } from "../../../../../src/flows/risk/explanation/explain-scores.ts";
import type { ScoreToExplain } from "../../../../../src/store/risk/scores.ts";

const LAST_NIGHT = new Date("2026-11-23T00:00:00Z");
const score = (customerId: number, modelVersionId: number): ScoreToExplain => ({
  ...{ customerId, modelVersionId, asOf: LAST_NIGHT, probability: 0.5 },
});

/** Knows no version, and fails on the one that is broken; says how often it was asked for one. */
function depsWithout(broken = 0) {
  const load = vi.fn(async (id: number) => {
    if (id === broken) throw new Error(`version ${id} is broken`);
    return null;
  });
  const never = () => Promise.reject(new Error("Nothing can be explained without a version."));
  const deps: ExplainScoresDeps = {
    modelVersions: { load },
    features: { extractOf: never },
    model: { score: never },
    scores: { keepExplanations: never },
  };
  return { deps, load };
}
const UNREADABLE = { kind: "unexplained", because: "model-unreadable" };

describe("explainGathered", () => {
  it("explains together what is asked for while another is being explained", async () => {
    const { deps, load } = depsWithout();
    const asked = [1, 2, 3, 3].map((id) => explainGathered(deps, score(id, 7)));
    expect(await Promise.all(asked)).toEqual([UNREADABLE, UNREADABLE, UNREADABLE, UNREADABLE]);
    expect(load).toHaveBeenCalledTimes(2);
    expect(await explainGathered(deps, score(4, 7))).toEqual(UNREADABLE);
  });

  it("takes another score of the same customer by itself", async () => {
    const { deps, load } = depsWithout();
    const asked = [score(1, 7), score(2, 7), score(2, 8)].map((one) => explainGathered(deps, one));
    expect(await Promise.all(asked)).toEqual([UNREADABLE, UNREADABLE, UNREADABLE]);
    expect(load.mock.calls).toEqual([[7], [7], [8]]);
  });

  it("fails for whom it fails and for nobody else", async () => {
    const { deps } = depsWithout(8);
    const asked = [score(1, 7), score(2, 8), score(3, 7)].map((one) => explainGathered(deps, one));
    expect(await Promise.allSettled(asked)).toEqual([
      { status: "fulfilled", value: UNREADABLE },
      { status: "rejected", reason: new Error("version 8 is broken") },
      { status: "fulfilled", value: UNREADABLE },
    ]);
  });
});
