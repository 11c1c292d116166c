import { describe, expect, it } from "vitest";
import { type Phrase, phrase } from "../../../src/domain/phrase.ts";
import { ArtifactError } from "../../../src/domain/risk/churn-model.ts";
import { FEATURES, featurePhrase } from "../../../src/domain/risk/features.ts";
import { leverPhrase } from "../../../src/domain/risk/scores/levers.ts";
import { movementOf } from "../../../src/domain/risk/scores/movement.ts";
import { correctionsPhrase, movementPhrase } from "../../../src/domain/risk/scores/movement-note.ts";
import { newDataPhrase } from "../../../src/domain/risk/scores/new-data.ts";
import { noSignal, shortHistory } from "../../../src/domain/risk/scores/no-score.ts";
import { unexplainedPhrase } from "../../../src/domain/risk/scores/score-explanation.ts";
import { staleReason } from "../../../src/domain/risk/scores/stale-source.ts";
import { planSnapshots } from "../../../src/domain/risk/snapshots.ts";
import { DamagedArtifactError, whyDecided } from "../../../src/domain/risk/versions/model-version.ts";
import { unfitPhrases } from "../../../src/domain/risk/versions/signal.ts";
import { whyUnreadable } from "../../../src/domain/risk/versions/unreadable.ts";
import { commandLineText } from "../../../src/words/command-line.ts";
import { PSEUDO_LOCALE } from "../../../src/words/locale.ts";
import { textOf } from "../../../src/words/text.ts";

const COMPARED = {
  ...{ champion: 2, customers: 400, day: { day: "2026-08-03" } },
  ...{ difference: -0.02, low: -0.03, high: 0.01 },
};
const KINDS = ["first", "better", "not-better", "champion-unusable", "champion-unfit", "forced"] as const;
const STEPS = ["contact", "solve-ticket", "follow-up-delivery"] as const;
const UNFIT = [
  ...["not-converged", "not-a-probability", "all-alike"],
  ...["off-level", "worse-than-constant", "no-ranking"],
] as const;

const NOTHING = {
  ...{ purchases: 0, refunds: 0, deliveries: 0, usageDays: 0, ticketsOpened: 0 },
  ...{ ticketsSolved: 0, contacts: 0, feedback: 0, contractBegan: false },
};
const STILL = { before: 0.5, aged: 0.5, informed: 0.5, after: 0.5 };

/** Every phrase the rules about risk can give. */
const GIVEN: ReadonlyArray<readonly [string, Phrase | null]> = [
  ...FEATURES.map(({ name }) => [name, featurePhrase(name)] as const),
  ...(["not-yet", "data-changed", "no-customer-then", "model-unreadable"] as const).map(
    (because) => [because, unexplainedPhrase(because)] as const,
  ),
  ...STEPS.flatMap((first) => [
    [first, leverPhrase({ steps: [first] })] as const,
    ...STEPS.map((second) => [`${first}+${second}`, leverPhrase({ steps: [first, second] })] as const),
  ]),
  ...(["better", "worse", "not-better"] as const).flatMap((found) =>
    KINDS.map((kind) => {
      const reason = phrase(`compared.${found}`, COMPARED);
      return [`${kind}, ${found}`, whyDecided({ kind, reason })] as const;
    }),
  ),
  ...UNFIT.flatMap((why) =>
    (["network", "baseline", "rule"] as const).map(
      (kind) => [`${kind} ${why}`, unfitPhrases({ [kind]: why })[0] ?? null] as const,
    ),
  ),
  ["short history", shortHistory({ purchaseDays: 0, daysSinceFirstPurchase: 0, contractAgeDays: 1 })],
  ["no signal", noSignal(0.001, 90)],
  ...[1, 31].map((usualGapDays) => {
    const source = { source: "crm", lastDay: "2026-11-03", usualGapDays };
    return [`a source of every ${usualGapDays} days`, staleReason(source)] as const;
  }),
  ...[NOTHING, { ...NOTHING, refunds: 2 }].flatMap((news) =>
    [-0.2, 0, 0.01].flatMap((moved) =>
      [true, false].map((modelChanged) => {
        const way = { before: 0.5, aged: 0.5, informed: 0.5 + moved, after: 0.5 + moved };
        const told = movementPhrase(movementOf(way, way), news, { modelChanged });
        return [`moved by ${moved}, ${news.refunds} refunds, new model ${modelChanged}`, told] as const;
      }),
    ),
  ),
  ["corrections", correctionsPhrase({ ...movementOf(STILL, { before: 0.1, after: 0.9 }) })],
  ...[new DamagedArtifactError("x"), new ArtifactError(phrase("artifact.damaged"))].map(
    (error) => [error.name, whyUnreadable(3, error)] as const,
  ),
  ...[null, new Date("2026-01-02")].map((firstEventAt) => {
    const plan = planSnapshots({ firstEventAt, asOf: new Date("2026-06-01"), horizonDays: 90 });
    return [`history from ${firstEventAt}`, plan.kind === "snapshots" ? null : plan.reason] as const;
  }),
  [
    "all news",
    newDataPhrase({
      ...{ purchases: 1, refunds: 1, deliveries: 1, usageDays: 1, ticketsOpened: 1 },
      ...{ ticketsSolved: 1, contacts: 1, feedback: 1, contractBegan: true },
    }),
  ],
];

describe("what the rules about risk give", () => {
  it.each(GIVEN)("has words: %s", (_, given) => {
    expect(given).not.toBeNull();
    if (given === null) return;
    for (const locale of ["en", PSEUDO_LOCALE] as const) {
      const text = textOf(given, locale);
      expect(text).not.toMatch(/NaN|undefined|\[object|\{|\d\.\d{5}/);
      expect(text).toMatch(/^\S.*\S$/s);
    }
  });

  it("names the command to type on the command line alone", () => {
    const refused = phrase("refusal.no-model");
    expect(commandLineText(refused)).toContain("npm run mainstay -- train");
    expect(textOf(refused, "en")).not.toContain("npm");
    const unreadable = phrase("model.unreadable", { version: 3, detail: phrase("artifact.damaged") });
    expect(commandLineText(unreadable)).toContain("bytes are damaged");
    expect(textOf(unreadable, "en")).not.toContain("bytes");
  });

  it("reads comparisons that were kept with text for numbers", () => {
    const told = (figures: object) =>
      textOf(
        whyDecided({ kind: "better", reason: phrase("compared.better", { ...COMPARED, ...figures }) }),
        "en",
      );
    expect(told({ difference: "−0.0200", low: "−0.0300", high: "+0.0100" })).toBe(told({}));
    expect(told({})).toContain("(log loss -0.0200, 95 % interval -0.0300 to +0.0100)");
  });

  it("still reads the reasons that old messages hold", () => {
    const statement = phrase("reason.compared", {
      statement: phrase("reason.open-tickets", { n: 2 }),
      typical: 0,
    });
    expect(textOf(phrase("reason.raises", { statement }), "en")).toBe(
      "2 tickets open (typical: 0) – raises the risk",
    );
  });
});
