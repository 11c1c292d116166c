import { describe, expect, it } from "vitest";
import type { AllFacts } from "../../../../../src/domain/outreach/facts.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import {
  cardRisk,
  effectOf,
  leversNow,
  whyUnexplained,
} from "../../../../../src/domain/risk/scores/card-risk.ts";
import type { Lever } from "../../../../../src/domain/risk/scores/levers.ts";
import type { ScoreFacts } from "../../../../../src/domain/risk/scores/score-facts.ts";
import { cardFactsOf } from "../../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const ticket = { reference: "T-1", subject: "Broken", severity: "high", openedAt: hoursAgo(72) } as const;
const touched = (at: Date) => ({ at, channel: "phone", outcome: "reached", memberName: null }) as const;
const model = { id: 7, serves: "network", trainedAt: hoursAgo(99), horizonDays: 60, heldOut: null } as const;

const scoreOf = (given: Partial<ScoreFacts> = {}): ScoreFacts => ({
  asOf: hoursAgo(10),
  probability: 0.5,
  bounds: { low: 0.4, high: 0.6 },
  silence: null,
  reasons: [],
  levers: [],
  model,
  ...given,
});
const risk = (rest: Partial<AllFacts>) => cardRisk(cardFactsOf(rest), NOW);

describe("a customer's risk", () => {
  it("carries what the model says of it, and when", () => {
    expect(risk({ score: scoreOf() })).toEqual({
      kind: "scored",
      probability: 0.5,
      bounds: { low: 0.4, high: 0.6 },
      change: null,
      horizonDays: 60,
      serves: "network",
      scoredAt: hoursAgo(10),
      stale: false,
    });
    expect(risk({ score: scoreOf({ model: null }) })).toMatchObject({ horizonDays: null, serves: null });
  });

  it("is as of the last data where those have stopped, and old only where rows came that it does not know", () => {
    const resting = { source: "crm", lastDay: "2026-11-27", usualGapDays: 1 } as const;
    const knows = scoreOf({
      asOf: new Date("2026-11-28T04:00:00Z"),
      levers: [{ steps: ["contact"], probability: 0.3 }],
    });
    const stopped = risk({ score: knows, resting: { ...resting, stopped: true } });
    expect(stopped).toMatchObject({ stale: false, stopped: { since: "2026-11-27", source: "crm" } });
    expect(leversNow(cardFactsOf({ score: knows }), stopped)).toEqual([]);
    const rests = risk({ score: knows, resting: { ...resting, stopped: false } });
    expect(rests).toMatchObject({ stale: false });
    expect(rests).not.toHaveProperty("stopped");
    const behind = scoreOf({ asOf: new Date("2026-11-26T04:00:00Z") });
    expect(risk({ score: behind, resting: { ...resting, stopped: true } })).toMatchObject({ stale: true });
  });

  it.each([
    [0, { tooFewAlike: 0 }],
    [9, { tooFewAlike: 9 }],
    [10, {}],
    [undefined, {}],
  ])("is called rough where fewer than ten were rated alike when the model was tried: %s", (alike, told) => {
    const tried = alike === undefined ? model : { ...model, ratedAlike: alike };
    const { tooFewAlike, ...rest } = {
      tooFewAlike: undefined,
      ...risk({ score: scoreOf({ model: tried }) }),
    };
    expect(tooFewAlike === undefined ? {} : { tooFewAlike }).toEqual(told);
    expect(rest).toMatchObject({ kind: "scored", probability: 0.5 });
  });

  it("tells a customer who has no score yet from a team that has no model", () => {
    expect(risk({ hasModel: true })).toEqual({ kind: "not-scored" });
    expect(risk({ hasModel: false })).toEqual({ kind: "no-model" });
  });

  it.each([
    ["by the same model", 7, model, false],
    ["by another one", 6, model, true],
    ["by none that is known, then by one", null, model, true],
    ["by none that is known", null, null, false],
  ])("has changed since the earlier score %s: %#", (_by, modelId, now, modelChanged) => {
    const earlierScore = { asOf: hoursAgo(200), probability: 0.42, modelId };
    expect(risk({ earlierScore, score: scoreOf({ model: now }) })).toMatchObject({
      change: { points: 8, since: hoursAgo(200), modelChanged },
    });
  });
});

describe("the steps that are left", () => {
  const lever = (...steps: Lever["steps"]): Lever => ({ steps, probability: 0.3 });
  const levers = [lever("contact", "solve-ticket"), lever("contact"), lever("solve-ticket")];
  const stepsLeft = (rest: Partial<AllFacts>, score: Partial<ScoreFacts> = {}) => {
    const facts = cardFactsOf({ openTicket: ticket, score: scoreOf({ levers, ...score }), ...rest });
    return leversNow(facts, cardRisk(facts, NOW)).map(({ steps }) => steps.join("+"));
  };

  it("are all of them while none has been taken", () => {
    expect(stepsLeft({})).toEqual(["contact+solve-ticket", "contact", "solve-ticket"]);
    expect(stepsLeft({ lastTouch: touched(hoursAgo(11)) })).toHaveLength(3);
  });

  it("are without a contact once one was made since the score, also in a pair", () => {
    for (const at of [hoursAgo(10), hoursAgo(1)])
      expect(stepsLeft({ lastTouch: touched(at) })).toEqual(["solve-ticket"]);
  });

  it("are without a ticket to solve once none is open", () => {
    expect(stepsLeft({ openTicket: null })).toEqual(["contact"]);
  });

  it("keep a delivery to follow up: nothing says that somebody has", () => {
    const kept = { levers: [lever("follow-up-delivery")] };
    expect(stepsLeft({ openTicket: null, lastTouch: touched(NOW) }, kept)).toEqual(["follow-up-delivery"]);
  });

  it("are none where there is no probability, or an old one", () => {
    expect(stepsLeft({ score: null })).toEqual([]);
    expect(stepsLeft({}, { probability: null, silence: phrase("no-score.ended") })).toEqual([]);
    expect(stepsLeft({}, { asOf: hoursAgo(37) })).toEqual([]);
  });

  it("are told of one step alone, never of a pair with it", () => {
    const facts = cardFactsOf({ openTicket: ticket, score: scoreOf({ levers }) });
    expect(effectOf("contact", facts, cardRisk(facts, NOW))).toEqual(lever("contact"));
    const pairOnly = { ...facts, score: scoreOf({ levers: levers.slice(0, 1) }) };
    expect(effectOf("contact", pairOnly, cardRisk(pairOnly, NOW))).toBeNull();
  });
});

describe("the reasons", () => {
  const facts = cardFactsOf({ score: scoreOf() });

  it("say why there are none, where they cannot be told", () => {
    expect(whyUnexplained(facts)).toBeNull();
    expect(whyUnexplained({ score: null })).toBeNull();
    expect(whyUnexplained({ score: scoreOf({ unexplained: "not-yet" }) })).toEqual(
      phrase("unexplained.not-yet"),
    );
  });
});
