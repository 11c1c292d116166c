import { describe, expect, it } from "vitest";
import type { Phrase } from "../../../../../src/domain/phrase.ts";
import { everybodyPhrase, leakPhrase, unfitPhrases } from "../../../../../src/domain/risk/versions/signal.ts";
import { textOf } from "../../../../../src/words/text.ts";
import { metricsOf, modelVersion } from "../../../../support/model-versions.ts";

const withRule = (ruleAuc: number, ruleColumn?: string) => {
  const { settings, metrics } = modelVersion();
  return modelVersion({
    settings: { ...settings, ...(ruleColumn === undefined ? {} : { ruleColumn }) },
    metrics: { ...metrics, rule: metricsOf({ rocAuc: ruleAuc }) },
  });
};

const inWords = (told: Phrase | null) => told && textOf(told, "en");

describe("what is said of a version", () => {
  it("names who was not fit to serve and why, in words a rep understands", () => {
    expect(unfitPhrases({ rule: "no-ranking", network: "worse-than-constant" }).map(inWords)).toEqual([
      "The neural network was not fit to serve: its percentages were worse than saying the same of everybody.",
      "The rule of one figure was not fit to serve: it told who would leave from who would stay no better than guessing does.",
    ]);
    expect(unfitPhrases({})).toEqual([]);
    expect(unfitPhrases(modelVersion().settings.unfit)).toEqual([]);
  });

  it("says what is true of everybody, where that was measured", () => {
    const { metrics } = modelVersion();
    const constant = metricsOf({ n: 1_200, positives: 300, rocAuc: 0.5 });
    expect(inWords(everybodyPhrase(modelVersion({ metrics: { ...metrics, constant } })))).toBe(
      "Of 1,200 customers on 3 Aug 2026, 25 % left within 90 days; that is all it can say of anybody.",
    );
    expect(everybodyPhrase(modelVersion())).toBeNull();
  });

  it("warns of what is suspiciously good, by the column that may know the outcome", () => {
    expect(inWords(leakPhrase(withRule(0.95, "openTickets")))).toMatch(
      /^“.*ticket.*” \(openTickets\) may know the outcome\./,
    );
    expect(leakPhrase(withRule(0.9499, "openTickets"))).toBeNull();
    const { settings, metrics } = withRule(0.6, "openTickets");
    const perfect = { ...metrics, baseline: metricsOf({ rocAuc: 0.99 }) };
    expect(inWords(leakPhrase(modelVersion({ settings, metrics: perfect })))).toContain("openTickets");
    expect(leakPhrase(withRule(0.99))).toBeNull();
  });
});
