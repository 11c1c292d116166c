import { describe, expect, it } from "vitest";
import { phrase } from "../../../../../src/domain/phrase.ts";
import type { ServingKind } from "../../../../../src/domain/risk/churn-model.ts";
import { whyDecided } from "../../../../../src/domain/risk/versions/model-version.ts";
import { compareWithChampion } from "../../../../../src/flows/risk/training/compare-models.ts";
import { textOf } from "../../../../../src/words/text.ts";
import { modelVersion } from "../../../../support/model-versions.ts";

const customers = 400;
const labels = Uint8Array.from({ length: customers }, (_, row) => (row % 4 === 0 ? 1 : 0));
const each = (probability: (left: boolean, row: number) => number) =>
  Float64Array.from(labels, (label, row) => probability(label === 1, row));
const wobble = (row: number) => 0.02 * (((row >> 2) % 5) - 2);

const everyoneAlike = each(() => 0.25);
const guessing = each((_, row) => 0.25 + wobble(row) / 10);
const telling = each((left, row) => (left ? 0.45 : 0.18) + wobble(row));
const tellingMore = each((left, row) => (left ? 0.8 : 0.08) + wobble(row) / 2);
const contrary = each((left, row) => (left ? 0.1 : 0.4) + wobble(row));

const heldOut = {
  rows: customers,
  columns: [],
  labels,
  groups: new Int32Array(customers),
  asOf: new Date("2026-08-03T00:00:00Z"),
};

function compare(given: { champion: Float64Array; serves?: ServingKind; challenger: Float64Array }) {
  const champion = {
    ...modelVersion({ id: 7, serves: given.serves ?? "network" }),
    artifact: new Uint8Array(),
  };
  const deps = {
    modelVersions: { champion: async () => champion, loadChampion: async () => champion },
    model: { score: async () => ({ probabilities: given.champion }) as never },
  };
  const challenger = {
    ...{ heldOut, heldOutFor: async () => heldOut },
    ...{ probabilities: given.challenger, constantProbabilities: everyoneAlike },
  };
  return compareWithChampion(deps, { ...challenger, horizonDays: 90, seed: 1 });
}

describe("a challenger that found no signal", () => {
  it("leaves a champion in place that is not worse", async () => {
    expect(await compare({ champion: telling, challenger: everyoneAlike })).toMatchObject({
      kind: "not-better",
      championId: 7,
    });
  });

  it("leaves another that found none in place", async () => {
    const same = { champion: everyoneAlike, serves: "constant" as const, challenger: everyoneAlike };
    expect(await compare(same)).toMatchObject({ kind: "not-better", difference: 0 });
  });

  it.each([
    ["is worse than saying the same of everybody", contrary, "worse-than-constant"],
    ["ranks no better than guessing", guessing, "no-ranking"],
    ["gives no numbers", each(() => Number.NaN), "not-a-probability"],
  ])("replaces a champion that %s, and says so", async (_, champion, why) => {
    const decision = await compare({ champion, challenger: everyoneAlike });
    expect(decision).toMatchObject({ kind: "champion-unfit", championId: 7, slice: { customers } });
    const where = { champion: 7, customers, day: { day: "2026-08-03" } };
    const reason = phrase("decision.champion-unfit", { ...where, why: phrase(`unfit.${why}`) });
    expect(decision.reason).toEqual(reason);
    expect(textOf(whyDecided(decision), "en")).toMatch(
      /^It replaces version 7, which is no longer fit to serve: on the 400 customers of 3 Aug 2026 it/,
    );
  });
});

describe("a challenger with a signal", () => {
  it("replaces an unfit champion, however small its own lead", async () => {
    const decision = await compare({ champion: guessing, challenger: telling });
    expect(decision.kind).toBe("champion-unfit");
  });

  it("must be better beyond chance than a fit champion, and than one that found no signal", async () => {
    expect(await compare({ champion: telling, challenger: tellingMore })).toMatchObject({ kind: "better" });
    expect(await compare({ champion: tellingMore, challenger: telling })).toMatchObject({
      kind: "not-better",
    });
    const silent = { champion: everyoneAlike, serves: "constant" as const };
    expect(await compare({ ...silent, challenger: telling })).toMatchObject({ kind: "better" });
    expect(await compare({ ...silent, challenger: guessing })).toMatchObject({ kind: "not-better" });
  });
});
