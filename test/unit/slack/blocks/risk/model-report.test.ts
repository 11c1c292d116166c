import { describe, expect, it } from "vitest";
import { phrase } from "../../../../../src/domain/phrase.ts";
import type { ModelReport } from "../../../../../src/domain/risk/versions/model-report.ts";
import type { ModelFindings } from "../../../../../src/domain/risk/versions/model-watch.ts";
import { modelReportMessage } from "../../../../../src/slack/blocks/risk/model-report.ts";
import { type Locale, PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";
import { latinLeftIn } from "../../../../support/latin-left.ts";
import { metricsOf, modelVersion } from "../../../../support/model-versions.ts";

const now = new Date("2026-11-23T09:00:00Z");
const findings: ModelFindings = {
  modelVersionId: 3,
  watchedAt: "2026-11-23T05:00:00.000Z",
  customers: 420,
  inputsWatched: 30,
  movedInputs: [{ name: "meanGapDays", psi: 0.17, byChance: 0.02, atTraining: 0.01, size: "moderate" }],
  scores: { name: "probability", psi: 0.05, byChance: 0.02, atTraining: 0.01, size: "little" },
  calibration: {
    customers: 390,
    predicted: 0.31,
    observed: 0.3,
    low: 0.26,
    high: 0.35,
    scoredAt: "2026-08-20T04:00:00.000Z",
    isOff: false,
  },
  ageDays: 22,
};
const message = (given: Partial<ModelReport> = {}, locale: Locale = "en") => {
  const champion = given.champion ?? modelVersion();
  const report = { champion, newest: champion, findings, unrated: [], ...given };
  const built = modelReportMessage({ report, now, timeZone: "UTC", locale });
  assertSendable(built);
  return { ...built, json: JSON.stringify(built.blocks) };
};

describe("the model's report", () => {
  it("says what serves, since when, on what data, and why", () => {
    const { json, text } = message();
    expect(json).toContain("Model version 3 serves");
    expect(json).toContain("Trained 1 Nov on data from 5 Jan 2025 to 1 Nov: 2 snapshots, 3,000 rows.");
    expect(json).toContain("The neural network answers.");
    expect(json).toContain("it serves since 1 Nov. Better than version 2 beyond chance");
    expect(text).toBe("Model version 3 serves. Of 181 customers it rated at 60–70 %, 116 left.");
  });

  it("says in plain words whether the percentages can be believed, and draws them", () => {
    const { json, blocks } = message();
    expect(json).toMatch(
      /Of 181 customers it rated at 60–70 %, 116 left\..*Of 214 customers it rated at 0–10 %, 11 left/,
    );
    expect(json).not.toMatch(/5 customers it rated|100 %, 5 left/);
    expect(json).toContain("Fewer than 10 customers were rated at 90–100 %: too few to tell");
    expect(json.indexOf("116 left")).toBeLessThan(json.indexOf("The neural network answers"));
    expect(json.indexOf("Log loss")).toBeGreaterThan(json.indexOf("Does it still fit"));
    const drawn = JSON.stringify(blocks.filter(({ type }) => String(type) === "data_visualization"));
    expect(drawn).toContain('{"label":"60–70 (181)","value":65}');
    expect(drawn).toContain('{"label":"60–70 (181)","value":64}');
    expect(drawn).not.toContain("90–100");
  });

  it("says where more or fewer left than it said, beyond chance", () => {
    const { reliability } = modelVersion();
    const bins = [
      { n: 100, meanPredicted: 0.25, observedRate: 0.4, low: 0.31, high: 0.5 },
      { n: 100, meanPredicted: 0.55, observedRate: 0.4, low: 0.31, high: 0.5 },
    ];
    const { json } = message({
      champion: modelVersion({ reliability: reliability && { ...reliability, bins } }),
    });
    expect(json).toContain("rated at 20–30 %, 40 left: more than it said.");
    expect(json).toContain("rated at 50–60 %, 40 left: fewer than it said.");
  });

  it("says that there is nothing to tell where nobody was rated often enough", () => {
    const { reliability } = modelVersion();
    const bins = [{ n: 9, meanPredicted: 0.25, observedRate: 0.4, low: 0.1, high: 0.7 }];
    const { text } = message({
      champion: modelVersion({ reliability: reliability && { ...reliability, bins } }),
    });
    expect(text).toContain("There is nothing to tell yet");
  });

  it("says once of how many customers it does not know the money, and which rates are missing", () => {
    const champion = modelVersion();
    const inEuros = { ...champion, settings: { ...champion.settings, currency: "EUR" } };
    const unrated = [
      { currency: "JPY", customers: 12 },
      { currency: "KWD", customers: 3 },
    ];
    const { json } = message({ champion: inEuros, unrated });
    expect(json.split("What 15 customers spend is unknown to the model").length).toBe(2);
    expect(json).toContain("no exchange rate from JPY, KWD to EUR");
    expect(json).not.toContain("npm run");
    expect(message({ champion: inEuros }).json).not.toContain("exchange rate");
  });

  it("sets network, baseline and rule side by side", () => {
    const baseline = metricsOf({ logLoss: 0.5 });
    const champion = modelVersion({
      serves: "baseline",
      metrics: {
        network: metricsOf({ logLoss: 0.51, rocAuc: null }),
        baseline,
        rule: metricsOf({ logLoss: 0.6 }),
      },
    });
    const { json } = message({ champion });
    expect(json).toContain("Baseline (logistic regression), serves");
    expect(json).toContain("Rule (one figure)");
    expect(json).toContain("n/a");
    expect(json).toContain("The simple baseline answers: the neural network did not beat it.");
  });

  it("says plainly that no signal was found, what is true of everybody, and why each was not fit to serve", () => {
    const { settings, metrics } = modelVersion();
    const champion = modelVersion({
      serves: "constant",
      settings: {
        ...settings,
        unfit: { network: "not-converged", baseline: "off-level", rule: "no-ranking" },
      },
      metrics: { ...metrics, constant: metricsOf({ logLoss: 0.4, rocAuc: 0.5 }) },
    });
    const { json, text } = message({ champion });
    expect(json).toContain("Model version 3: no signal found");
    expect(json).toContain("*No signal found in this history:* nothing in it tells who leaves.");
    expect(json).toContain("Of 400 customers on 3 Aug 2026, 30 % left within 90 days");
    expect(json).toContain(
      "The neural network was not fit to serve: its calculation did not settle on an answer.",
    );
    expect(json).toContain("The rule of one figure was not fit to serve");
    expect(json).toContain("Everyone alike, serves");
    expect(json).not.toContain("answers");
    expect(text).toBe("Model version 3: no signal found in this history, so nobody gets a risk figure");
  });

  it("says which competitor was not fit where another serves, and what looks too good to be true", () => {
    const { settings, metrics } = modelVersion();
    const champion = modelVersion({
      serves: "baseline",
      settings: { ...settings, unfit: { network: "worse-than-constant" }, ruleColumn: "contractAgeDays" },
      metrics: { ...metrics, rule: metricsOf({ rocAuc: 0.96 }) },
    });
    const { json } = message({ champion });
    expect(json).toContain("its percentages were worse than saying the same of everybody");
    expect(json).toContain("The simple baseline answers.");
    expect(json).toContain("*Suspiciously good:* “days under the running contract");
    expect(json).toContain("(contractAgeDays) may know the outcome");
    expect(message().json).not.toMatch(/not fit to serve|Suspiciously/);
  });

  it("says that a newer version found no signal, though it does not serve", () => {
    const newest = modelVersion({ id: 4, serves: "constant", promotedAt: null, decision: null });
    expect(message({ newest }).json).toContain("does not serve. It found no signal in the newest history.");
  });

  it("says why a newer version does not serve", () => {
    const reason = phrase("compared.not-better", {
      champion: 3,
      customers: 410,
      day: { day: "2026-08-24" },
      difference: 0.001,
      low: -0.001,
      high: 0.003,
    });
    const decision = {
      kind: "not-better",
      reason,
      championId: 3,
      difference: 0.01,
      interval: null,
      slice: null,
    } as const;
    const newest = modelVersion({
      id: 4,
      trainedAt: new Date("2026-11-22T02:00:00Z"),
      promotedAt: null,
      decision,
    });
    expect(message({ newest }).json).toContain(
      `*Version 4*, trained 22 Nov, does not serve. Not better than version 3 beyond chance on the 410 customers of 24 Aug 2026 (log loss +0.0010, 95 % interval -0.0010 to +0.0030). The champion stays.`,
    );
  });

  it("says whether it still fits: nothing, something, or not looked yet", () => {
    expect(message().json).toContain(
      "of 30 figures about customers, none has moved far since it was trained",
    );
    expect(message().json).toContain("it expected 31 % to leave, and 30 % did");
    expect(message({ findings: null }).json).toContain("Not looked at yet; that happens every Monday.");
    const moved = {
      name: "meanGapDays",
      psi: 0.41,
      byChance: 0.02,
      atTraining: 0.01,
      size: "large",
    } as const;
    const warned = message({ findings: { ...findings, movedInputs: [moved], calibration: null } }).json;
    expect(warned).toContain("1 figure of 30 moved far, most of all mean gap between purchases");
    expect(warned).toContain("(PSI 0.41, at its training 0.01)");
    expect(warned).toContain("Too few customers were scored long enough ago");
  });

  it("keeps to Slack's limits in a language 40 % longer", () => {
    const newest = modelVersion({ id: 4, serves: "constant", promotedAt: null });
    const { blocks } = message({ newest }, PSEUDO_LOCALE);
    expect(JSON.stringify(blocks)).toContain("Tráíñéd");
  });

  it.each(["zh-Hant", "zh-Hans"] as const)("leaves no English in %s", (locale) => {
    const newest = modelVersion({ id: 4, serves: "constant", promotedAt: null });
    const { text, blocks } = message({ newest }, locale);
    const shown = [text, ...JSON.stringify(blocks).matchAll(/"(?:text|title|label)":"([^"]*)"/g)].map(String);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.flatMap((one) => latinLeftIn(one.replaceAll(/"(?:text|title|label)":/g, " ")))).toEqual([]);
  });

  it("can be sent for a version from before reliability and decisions were kept", () => {
    const champion = modelVersion({ reliability: null, decision: null, promotedAt: null });
    expect(message({ champion, findings: null }).json).toContain(
      "Nothing was kept about that with this version.",
    );
  });
});
