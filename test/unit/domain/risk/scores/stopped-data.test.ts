import { describe, expect, it } from "vitest";
import type { RestingSource } from "../../../../../src/domain/risk/scores/stale-source.ts";
import {
  hasStopped,
  stoppedData,
  stoppedPhrases,
} from "../../../../../src/domain/risk/scores/stopped-data.ts";
import { textOf } from "../../../../../src/words/text.ts";

const resting = (source: string, lastDay: string, stopped = true): RestingSource => ({
  ...{ source, lastDay, usualGapDays: 1, stopped },
});
const said = (sources: readonly RestingSource[], known: number) => {
  const stopped = stoppedData(sources, known);
  return stopped === null ? null : stoppedPhrases(stopped).map((phrase) => textOf(phrase, "en"));
};

describe("stopped data", () => {
  it("is said in one sentence where nothing comes any more", () => {
    const all = ["No new data since 27 Nov 2026: risks are as of then"];
    expect(said([resting("crm", "2026-11-27")], 1)).toEqual(all);
    expect(said([resting("crm", "2026-11-27"), resting("shop", "2026-11-27")], 2)).toEqual(all);
  });

  it("names the source where others still send, or ended on another day", () => {
    const crm = "No new data from “crm” since 27 Nov 2026: its customers' risks are as of then";
    expect(said([resting("crm", "2026-11-27")], 2)).toEqual([crm]);
    expect(said([resting("crm", "2026-11-27"), resting("纷享销客", "2026-11-20")], 2)).toEqual([
      crm,
      "No new data from “纷享销客” since 20 Nov 2026: its customers' risks are as of then",
    ]);
  });

  it("is nothing while a source only rests", () => {
    expect(said([resting("crm", "2026-11-27", false)], 1)).toBeNull();
    const stopped = stoppedData([resting("crm", "2026-11-27"), resting("shop", "2026-11-29", false)], 2);
    expect(["crm", "shop", "test"].filter((source) => hasStopped(stopped, source))).toEqual(["crm"]);
    expect(hasStopped(null, "crm")).toBe(false);
  });
});
