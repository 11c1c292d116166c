import { describe, expect, it } from "vitest";
import { CHINESE_FORMS } from "../../../../src/domain/asking/chinese-forms.ts";
import { ENGLISH_FORMS } from "../../../../src/domain/asking/english-forms.ts";
import type { Intent } from "../../../../src/domain/asking/intent.ts";
import { isSentence, understand } from "../../../../src/domain/asking/understand.ts";

/** As "intent name": what follows is a figure, or whose. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "how is Acme?": "card Acme",
  "Hi, how is Acme doing today?": "card Acme",
  "Good morning! Could you please show me Acme, thanks": "card Acme",
  "could you tell me how Acme is doing, please?": "card Acme",
  "what's up with Globex": "card Globex",
  "how's Levi's doing?": "card Levi's",
  "how is “Acme & Söhne” doing": "card Acme & Söhne",
  "ｈｏｗ ｉｓ Ａｃｍｅ？": "card Acme",
  "HOW IS ÄRZTEHAUS DOING?": "card ÄRZTEHAUS",
  "How is İstanbul Gıda?": "card İstanbul Gıda",
  "tell me about our customer Acme": "card Acme",
  "why is Acme at risk?": "why Acme",
  "do you know why Acme is at risk": "why Acme",
  "why is Acme's risk so high": "why Acme",
  "why?": "why",
  "why is it at risk?": "why",
  "how is this customer?": "card",
  "how is this customer doing": "card",
  这个客户怎么样: "card",
  "since when?": "since-when",
  "how long has Acme been at risk?": "since-when Acme",
  "what would help Acme": "what-helps Acme",
  "what should we do about them?": "what-helps",
  "how can we keep Acme?": "what-helps Acme",
  "history of Acme": "history Acme",
  "what happened with Acme lately?": "history Acme",
  "what does Acme buy?": "products Acme",
  "what can we offer to Acme next?": "products Acme",
  "what does Acme cost us": "costs Acme",
  "how much do we spend on Acme": "costs Acme",
  "what is Acme worth": "worth Acme",
  "Acme's CLV": "worth Acme",
  "why was nobody told about Acme?": "why-silent Acme",
  "who is at risk?": "at-risk",
  "who is about to leave": "at-risk",
  "which of my customers might churn?": "at-risk mine",
  "my customers at risk": "at-risk mine",
  "at-risk team": "at-risk team",
  "whose risk moved most": "movers",
  "biggest movers this week": "movers",
  "threshold 60%": "threshold 0.6",
  "what if the threshold were 62.5 percent?": "threshold 0.625",
  digest: "digest this",
  "show me last week's digest": "digest last",
  "how was last week?": "digest last",
  "what is our churn rate?": "retention",
  "NRR last quarter": "retention last-quarter",
  "GRR this month": "retention this-month",
  "my nudges": "nudges",
  "who should I contact today?": "nudges",
  help: "help",
  "how are you?": "help",
  "and Globex?": "follow Globex",
  "what about Globex?": "follow Globex",
  "Acme 最近怎么样？": "card Acme",
  "請幫我看一下 Acme 的情況，謝謝": "card Acme",
  麻烦查一下北京贸易: "card 北京贸易",
  北京貿易怎麼樣: "card 北京貿易",
  "請問 Acme 為什麼有風險？": "why Acme",
  为什么Acme风险这么高: "why Acme",
  "为什么？": "why",
  "Acme 從什麼時候開始有風險的？": "since-when Acme",
  什么时候开始的: "since-when",
  怎么留住Acme: "what-helps Acme",
  "該怎麼辦？": "what-helps",
  "Acme 的歷史記錄": "history Acme",
  可以向Acme推荐什么产品: "products Acme",
  "我们在Acme身上花了多少钱？": "costs Acme",
  "Acme 的終身價值是多少？": "worth Acme",
  为什么没有提醒我Acme的事: "why-silent Acme",
  "哪些客戶快要流失了？": "at-risk",
  "我的客户里谁有风险？": "at-risk mine",
  "誰的風險變化最大？": "movers",
  "門檻６０％": "threshold 0.6",
  如果阈值是六成会怎样: "threshold 0.6",
  上週摘要: "digest last",
  "上個月的流失率是多少？": "retention last-month",
  我的提醒: "nudges",
  "你能做什么？": "help",
  "那 Globex 呢？": "follow Globex",
  还有Acme呢: "follow Acme",
};

function asText(text: string): string {
  const understood = understand(text);
  if (understood.kind === "unknown") return "unknown";
  const { intent, name, whose, threshold, week, period } = understood.question;
  const rest = [name, whose, threshold, intent === "digest" ? week : null, period];
  return [intent ?? "follow", ...rest.filter((part) => part !== null)].join(" ");
}

describe("a question", () => {
  it.each(Object.entries(QUESTIONS))("“%s” is “%s”", (text, asked) => {
    expect(asText(text)).toBe(asked);
  });

  it.each([
    "who is not at risk?",
    "which customers will never leave",
    "how are our customers?",
    "how is the weather",
    "哪些客戶沒有風險",
    "Acme",
    "costs quarter by owner",
    "channel on digest",
    "acme snooze 2w",
    "",
    "?",
    "x".repeat(5_000),
  ])("“%.40s” is none, and not guessed at", (text) => {
    expect(asText(text)).toBe("unknown");
  });

  it.each([
    ["threshold 0%", null],
    ["threshold 100%", null],
    ["threshold 250%", null],
    ["threshold 99,5%", 0.995],
  ])("“%s” gives %s", (text, threshold) => {
    const understood = understand(text);
    expect(understood.kind === "question" && understood.question.threshold).toBe(threshold);
  });

  it("is read in time, whatever is written", () => {
    for (const part of ["how is ", "的", "why ", "请问", "a ", "谁", "the last week "])
      expect(["question", "unknown"]).toContain(understand(part.repeat(100)).kind);
  });
});

describe("what is no question", () => {
  it.each([
    ["make our churn go away", ["at-risk", "retention", "card"]],
    ["something about costs and spending money", ["costs", "worth", "card"]],
    ["", ["at-risk", "card", "movers"]],
  ] satisfies Array<[string, Intent[]]>)("“%s” is near to %s", (text, nearest) => {
    const understood = understand(text);
    expect(understood.kind === "unknown" && [...understood.nearest].sort()).toEqual([...nearest].sort());
  });

  it.each([
    ["Acme", false],
    ["Bank of New York", false],
    ["is that so?", true],
    ["please do something about it", true],
    ["北京华信贸易有限公司", true],
    ["北京贸易", false],
  ])("“%s” is a sentence: %s", (text, expected) => {
    expect(isSentence(text)).toBe(expected);
  });
});

it.each([...ENGLISH_FORMS, ...CHINESE_FORMS])(
  "the form $pattern is written in small letters",
  ({ pattern }) => {
    const letters = pattern.source.replace(/\\p\{[^}]*\}|\\./g, "");
    expect(letters).toBe(letters.toLowerCase());
  },
);
