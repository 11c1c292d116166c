import { describe, expect, it } from "vitest";
import {
  cleanComment,
  type GivenAnswer,
  isTooLong,
  latestAnswers,
} from "../../../../../src/domain/outreach/feedback/feedback-answer.ts";
import {
  ASKED_KINDS,
  isScore,
  isUnhappy,
  SCALES,
  scoresOf,
} from "../../../../../src/domain/outreach/feedback/feedback-kinds.ts";
import {
  type AskedBefore,
  askedLately,
  expiryOf,
  isWaiting,
} from "../../../../../src/domain/outreach/feedback/feedback-request.ts";
import {
  acceptedLanguages,
  firstPageLanguage,
  pageLanguageOf,
} from "../../../../../src/domain/outreach/feedback/page-language.ts";
import {
  isSatisfied,
  NPS_SCALE,
  promoterPoint,
} from "../../../../../src/domain/value/metrics/satisfaction.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

describe("an answer", () => {
  it("is one of the scale's whole numbers", () => {
    expect(ASKED_KINDS.map((kind) => scoresOf(kind).join(" "))).toEqual([
      "1 2 3 4 5",
      "1 2 3 4 5 6 7",
      "0 1 2 3 4 5 6 7 8 9 10",
    ]);
    expect(["csat", "nps"].map((kind) => isScore(kind as "csat" | "nps", 0))).toEqual([false, true]);
    expect([isScore("csat", 6), isScore("csat", 3.5), isScore("csat", Number.NaN)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("is unhappy where the metrics call it a detractor's, and never where they call it satisfied", () => {
    expect(SCALES.nps.to).toBe(NPS_SCALE);
    for (const score of scoresOf("nps")) expect(isUnhappy("nps", score)).toBe(promoterPoint(score) === -1);
    expect(scoresOf("csat").filter((score) => isUnhappy("csat", score))).toEqual([1, 2]);
    expect(scoresOf("ces").filter((score) => isUnhappy("ces", score))).toEqual([1, 2]);
    const both = ASKED_KINDS.flatMap((kind) =>
      scoresOf(kind).filter(
        (score) => isUnhappy(kind, score) && isSatisfied({ score, scaleMax: SCALES[kind].to }),
      ),
    );
    expect(both).toEqual([]);
  });

  it("of a kind is the newest, with the one before it only where the scale is the same", () => {
    const answer = (kind: GivenAnswer["kind"], score: number, scaleMax: number, days: number) => ({
      ...{ kind, score, scaleMax, comment: null, at: daysAgo(days) },
    });
    const latest = latestAnswers([
      answer("nps", 3, 10, 1),
      answer("csat", 4, 5, 2),
      answer("nps", 9, 10, 3),
      answer("csat", 8, 10, 4),
    ]);
    expect(latest.map(({ kind, score, before }) => [kind, score, before?.score ?? null])).toEqual([
      ["nps", 3, 9],
      ["csat", 4, null],
    ]);
  });
});

describe("a comment", () => {
  it("keeps its lines and loses what cannot be kept or read", () => {
    expect(cleanComment(" Too slow.\r\n\rAgain\u0000\u0007!\tSorry \u{1F600}\r")).toBe(
      "Too slow.\n\nAgain!\tSorry \u{1F600}",
    );
    expect([cleanComment(" \r\n\u0000 "), cleanComment("")]).toEqual([null, null]);
  });

  it("is as long as a form lets it be, whose line ends are one character", () => {
    expect(isTooLong(cleanComment("a\r\n".repeat(1000)))).toBe(false);
    expect([isTooLong("漢".repeat(2000)), isTooLong("漢".repeat(2001)), isTooLong(null)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe("a request", () => {
  const asked = (days: number, rest: Partial<AskedBefore> = {}): AskedBefore => ({
    ...{ id: days, kind: "nps", contactName: null, ticket: null, askedBy: null, askedByName: null },
    ...{ askedAt: daysAgo(days), expiresAt: expiryOf(daysAgo(days)), answeredAt: null, ...rest },
  });

  it("waits until it is answered, or thirty days are over", () => {
    expect([asked(29), asked(30), asked(1, { answeredAt: NOW })].map((one) => isWaiting(one, NOW))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("was lately where the same was asked within ninety days, the last of them", () => {
    const before = [asked(40), asked(12), asked(3, { kind: "csat" })];
    expect(askedLately(before, "nps", NOW)?.id).toBe(12);
    expect(askedLately(before, "ces", NOW)).toBeNull();
    expect(askedLately([asked(90)], "nps", NOW)).toBeNull();
  });
});

describe("the language of a page", () => {
  it.each([
    ["de-AT", "de"],
    ["DE", "de"],
    ["Deutsch", "de"],
    ["en_GB", "en"],
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh_TW", "zh-Hant"],
    ["zh-Hant-HK", "zh-Hant"],
    ["繁體中文", "zh-Hant"],
    ["Français", "fr"],
    ["it", null],
    ["", null],
    [null, null],
    ["constructor", null],
    ["deu", null],
  ])("%s is %s", (named, language) => {
    expect(pageLanguageOf(named)).toBe(language);
  });

  it("is the first wish there are words for, else English", () => {
    expect(firstPageLanguage([null, "it", "fr-CA", "de"])).toBe("fr");
    expect(firstPageLanguage([null, "it"])).toBe("en");
  });

  it("is what a browser likes best", () => {
    expect(acceptedLanguages("it, de;q=0.5, zh-TW;q=0.8, *;q=0")).toEqual(["it", "zh-TW", "de"]);
    expect(firstPageLanguage(acceptedLanguages("it, de;q=0.5, zh-TW;q=0.8"))).toBe("zh-Hant");
  });
});
