import { describe, expect, it } from "vitest";
import { render } from "../../../../../src/delivery/render.ts";
import type { JobAlertMessage, ModelAlertMessage } from "../../../../../src/domain/messages/messages.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { type Locale, PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const rendered = (message: ModelAlertMessage | JobAlertMessage, locale: Locale = "en") => {
  const built = render(message, locale);
  assertSendable(built);
  return { text: built.text, json: JSON.stringify(built.blocks) };
};

const modelAlert: ModelAlertMessage = {
  kind: "model-alert",
  week: "2026-W47",
  modelVersionId: 3,
  trainedAt: "2026-11-01T02:00:00.000Z",
  customers: 420,
  createdAt: "2026-11-23T05:00:00.000Z",
  warnings: [
    {
      kind: "calibration-off",
      check: {
        customers: 390,
        predicted: 0.31,
        observed: 0.44,
        low: 0.39,
        high: 0.49,
        scoredAt: "2026-08-20T04:00:00.000Z",
        isOff: true,
      },
    },
    {
      kind: "scores-moved",
      shift: { name: "probability", psi: 0.44, byChance: 0.02, atTraining: 0.01, size: "large" },
    },
    {
      kind: "inputs-moved",
      inputs: [{ name: "aFigureOfTomorrow<!here>", psi: 0.5, byChance: 0, atTraining: 0.01, size: "large" }],
      watched: 30,
    },
    { kind: "stale", ageDays: 120 },
  ],
};

describe("an alert about the model", () => {
  it("names each finding with its figures, and what to do", () => {
    const { text, json } = rendered(modelAlert);
    expect(text).toBe("The churn model needs a look (after week 47): 4 warnings. /customer model says more.");
    expect(json).toContain(
      "of 390 customers scored on 20 Aug 2026 it expected 31 % to leave, 44 % did (95 % interval 39 % to 49 %)",
    );
    expect(json).toContain("PSI 0.44");
    expect(json).toContain("It is 120 days old");
    expect(json).toContain("can let another version serve");
    expect(json).not.toContain("npm run");
    expect(json).not.toContain("<!here>");
  });

  it.each([
    [true, "It serves from now on: nobody gets a risk figure"],
    [false, "The version before it goes on serving."],
  ])("says that a training found no signal any more; serves: %s", (serves, now) => {
    const unfit = { network: "no-ranking" as const };
    const { json } = rendered({ ...modelAlert, warnings: [{ kind: "signal-lost", serves, unfit }] });
    expect(json).toContain(`*It found no signal in the history*, where the one before had. ${now}`);
    expect(json).toContain("The neural network was not fit to serve: it told who would leave");
  });

  it("can be sent with many inputs", () => {
    const inputs = Array.from({ length: 200 }, (_, place) => ({
      name: `figure${place}`,
      psi: 1,
      byChance: 0,
      atTraining: 0.01,
      size: "large" as const,
    }));
    const many = { ...modelAlert, warnings: [{ kind: "inputs-moved" as const, inputs, watched: 200 }] };
    expect(rendered(many).json).toContain("200 figures of 200");
    expect(rendered(many, PSEUDO_LOCALE).text).toContain("Thé çhúrñ");
  });
});

describe("an alert about a job", () => {
  const jobAlert: JobAlertMessage = {
    kind: "job-alert",
    job: "score-daily",
    period: "2026-11-23 Europe/Berlin",
    error: "disk full <!channel> & *more*",
    attempts: 3,
    failedAt: "2026-11-23T05:00:00.000Z",
  };

  it("says which job failed for what, how often, and why, as text only", () => {
    const { text, json } = rendered(jobAlert);
    expect(text).toBe("A job failed: score-daily for 23 Nov 2026 Europe/Berlin, 3 attempts");
    const periods = ["2026-10 UTC", "2026-W47 UTC"].map((period) => rendered({ ...jobAlert, period }).text);
    expect(periods.join()).toMatch(/for October 2026 UTC, .* for 2026-W47 UTC,/);
    expect(json).toContain("failed after 3 attempts and will not be tried again");
    expect(json).not.toContain("<!channel>");
  });

  it("puts an error of ours into words, without what only the log can use", () => {
    const error = phrase("model.unreadable", { version: 3, detail: phrase("artifact.damaged") });
    const { json } = rendered({ ...jobAlert, error });
    expect(json).toContain("Model version 3 can no longer be read. A new training replaces it.");
    expect(json).not.toContain("bytes");
  });

  it("can be sent with the longest of errors, and none", () => {
    expect(rendered({ ...jobAlert, error: "<".repeat(5_000), attempts: 1 }).json).not.toContain(
      "after 1 attempt",
    );
    rendered({ ...jobAlert, error: "" });
    expect(rendered({ ...jobAlert, error: "<".repeat(5_000) }, PSEUDO_LOCALE).text).toContain("Á jób fáíléd");
  });
});
