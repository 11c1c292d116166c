import { describe, expect, it } from "vitest";
import {
  everybodyInWords,
  leakWarning,
  unfitSentences,
} from "../../../../../src/domain/risk/versions/signal-words.ts";
import { metricsOf, modelVersion } from "../../../../support/model-versions.ts";

const withRule = (ruleAuc: number, ruleColumn?: string) => {
  const { settings, metrics } = modelVersion();
  return modelVersion({
    settings: { ...settings, ...(ruleColumn === undefined ? {} : { ruleColumn }) },
    metrics: { ...metrics, rule: metricsOf({ rocAuc: ruleAuc }) },
  });
};

describe("what is said of a version", () => {
  it("names who was not fit to serve and why, in words a rep understands", () => {
    expect(unfitSentences({ rule: "no-ranking", network: "worse-than-constant" })).toEqual([
      "The neural network was not fit to serve: its percentages were worse than saying the same of everybody.",
      "The rule of one figure was not fit to serve: it told who would leave from who would stay no better than guessing does.",
    ]);
    expect(unfitSentences({})).toEqual([]);
    expect(unfitSentences(modelVersion().settings.unfit)).toEqual([]);
  });

  it("says what is true of everybody, where that was measured", () => {
    const { metrics } = modelVersion();
    const constant = metricsOf({ n: 1_200, positives: 300, rocAuc: 0.5 });
    expect(everybodyInWords(modelVersion({ metrics: { ...metrics, constant } }))).toBe(
      "Of 1,200 customers of 2026-08-03, 25 % left within 90 days; that is all it can say of anybody.",
    );
    expect(everybodyInWords(modelVersion())).toBeNull();
  });

  it("warns of what is suspiciously good, by the column that may know the outcome", () => {
    expect(leakWarning(withRule(0.95, "openTickets"))).toMatch(
      /^“.*ticket.*” \(openTickets\) may know the outcome\./,
    );
    expect(leakWarning(withRule(0.9499, "openTickets"))).toBeNull();
    const { settings, metrics } = withRule(0.6, "openTickets");
    const perfect = { ...metrics, baseline: metricsOf({ rocAuc: 0.99 }) };
    expect(leakWarning(modelVersion({ settings, metrics: perfect }))).toContain("openTickets");
    expect(leakWarning(withRule(0.99))).toBeNull();
  });
});
