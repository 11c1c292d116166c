import { describe, expect, it } from "vitest";
import {
  isPromoted,
  metricsServed,
  statusOf,
  suspectedLeakOf,
} from "../../../../../src/domain/risk/versions/model-version.ts";
import { metricsOf, modelVersion } from "../../../../support/model-versions.ts";

const promotedAt = new Date("2026-11-01T02:00:05Z");

describe("a version's status", () => {
  it.each([
    ["the one that serves", modelVersion({ id: 3, promotedAt }), 3, "champion"],
    ["one that served before", modelVersion({ id: 2, promotedAt }), 3, "former"],
    ["one that never served", modelVersion({ id: 4, promotedAt: null }), 3, "candidate"],
    ["any, while none serves", modelVersion({ id: 3, promotedAt: null }), null, "candidate"],
  ])("%s", (_name, version, championId, status) => {
    expect(statusOf(version, championId)).toBe(status);
  });
});

describe("a version", () => {
  it("was promoted unless it was not better", () => {
    const decision = modelVersion().decision!;
    expect(isPromoted(decision)).toBe(true);
    expect(isPromoted({ ...decision, kind: "first" })).toBe(true);
    expect(isPromoted({ ...decision, kind: "not-better" })).toBe(false);
  });

  it("is as good as what it serves; an old one without that figure, as its baseline", () => {
    const { metrics } = modelVersion();
    expect(metricsServed(modelVersion({ serves: "network" }))).toEqual(metrics.network);
    expect(metricsServed(modelVersion({ serves: "baseline" }))).toEqual(metrics.baseline);
    expect(metricsServed(modelVersion({ serves: "rule" }))).toEqual(metrics.baseline);
  });

  it("names the column that may know the outcome, where one of its models is near perfect", () => {
    const suspected = (network: number, baseline: number, ruleColumn?: string) => {
      const { settings } = modelVersion();
      const metrics = {
        network: metricsOf({ rocAuc: network }),
        baseline: metricsOf({ rocAuc: baseline }),
      };
      return suspectedLeakOf(
        modelVersion({ metrics, settings: { ...settings, ...(ruleColumn ? { ruleColumn } : {}) } }),
      );
    };
    expect(suspected(0.81, 0.79, "endedOn")).toBeNull();
    expect(suspected(0.995, 0.79, "endedOn")).toBe("endedOn");
    expect(suspected(0.81, 0.995, "endedOn")).toBe("endedOn");
    expect(suspected(0.995, 0.995)).toBeNull();
  });
});
