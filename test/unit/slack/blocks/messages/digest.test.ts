import { describe, expect, it } from "vitest";
import type { DigestMessage, RiskChange } from "../../../../../src/domain/messages/messages.ts";
import { asWritten, phrase } from "../../../../../src/domain/phrase.ts";
import type { ValueAtRisk } from "../../../../../src/domain/value/value-at-risk.ts";
import { blockProblems, isTooLongForOneMessage } from "../../../../../src/sandbox/block-kit/validate.ts";
import { digestBlocks, digestText } from "../../../../../src/slack/blocks/messages/digest.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";

const change = (given: Partial<RiskChange> = {}): RiskChange => ({
  customerId: 7,
  name: "Acme",
  probability: 0.62,
  previousProbability: 0.4,
  reason: asWritten("Silent for 48 days – raises the risk"),
  ...given,
});
const NONE: ValueAtRisk = {
  customers: 0,
  known: 0,
  money: null,
  withoutRate: { customers: 0, names: [], currencies: [] },
};
const atRisk = (given: Partial<ValueAtRisk> = {}): ValueAtRisk => ({
  ...NONE,
  customers: 12,
  known: 9,
  money: { minor: 1_234_500, currency: "EUR" },
  withoutRate: { customers: 1, names: ["Edo <&> Co"], currencies: ["JPY"] },
  ...given,
});
const digest = (given: Partial<DigestMessage> = {}): DigestMessage => ({
  kind: "digest",
  week: "2026-W47",
  fromDay: "2026-11-16",
  toDay: "2026-11-22",
  timeZone: "Europe/Berlin",
  basis: { scoredAt: "2026-11-23T03:00:00.000Z", horizonDays: 90, serves: "network" },
  customersAtRisk: { high: 12, medium: 30, low: 240 },
  unscored: 18,
  highWithoutOwner: 0,
  newlyHigh: { count: 6, top: [change()] },
  risers: [change({ name: "Globex", bounds: { low: 0.54, high: 0.7 } })],
  fallers: [change({ name: "Initech", probability: 0.1, reason: null })],
  valueAtRisk: atRisk(),
  retention: {
    month: "2026-10",
    cohort: { atStart: 200, atEnd: 210, retained: 180, joined: 30 },
    activityWindowDays: 365,
  },
  nudges: { sent: 9, reachedOut: 4, snoozed: 2, notUseful: 1, open: 2 },
  ...given,
});
const json = (given: Partial<DigestMessage> = {}) => JSON.stringify(digestBlocks(digest(given), "en"));

describe("digest", () => {
  it("says first that data have stopped, or come again after a pause", () => {
    const stopped = { sources: [{ source: "crm", since: "2026-11-20" }], isAll: true };
    expect(json({ stopped })).toContain("*No new data since 20 Nov 2026: risks are as of then.*");
    expect(digestText(digest({ stopped }), "en")).toMatch(
      /No new data since 20 Nov 2026: risks are as of then$/,
    );
    const resumed = [{ source: "<crm>", lastDay: "2026-11-10", backDay: "2026-11-20" }];
    expect(json({ resumed })).toContain(
      "“&lt;crm&gt;” sends again since 20 Nov 2026, after nothing from 10 Nov 2026 on",
    );
    expect(json({ stopped: null, resumed: [] })).toBe(json());
    const many = Array.from({ length: 40 }, (_, n) => ({
      source: "系".repeat(200) + n,
      since: "2026-11-20",
    }));
    const blocks = digestBlocks(digest({ stopped: { sources: many, isAll: false } }), "en");
    expect(blockProblems(blocks, "message", "/blocks")).toEqual([]);
  });

  it("shows risk, retention, value at risk, last week's nudges and who moved why", () => {
    for (const part of [
      "week 47 (16 Nov 2026 to 22 Nov 2026)",
      "12 high · 30 medium · 240 low · 18 without a score",
      "Retention, October 2026",
      "90.0 % kept (180 of 200), 20 lost, 30 joined",
      "Value at risk*\\nabout €12,000: risk × a year's margin, added up over 9 customers at high risk. " +
        "Of 2 more the margin or the revenue is not known. " +
        "1 customer is left out, because no exchange rate is known for JPY: Edo &lt;&amp;&gt; Co.",
      "9 sent: 4 reached out · 2 snoozed · 1 not useful · 2 not answered",
      "New at high risk (6)",
      "and 5 more",
      "*Globex* 40 % → 62 % (54–70)",
      "Silent for 48 days",
      "*Initech* 40 % → 10 %",
      "Scored as of",
    ]) {
      expect(json().replaceAll("\u200B", "")).toContain(part);
    }
    expect(digestText(digest(), "en")).toContain("12 customers at high risk, 6 of them new");
  });

  it("shows no money where it must not, and the rest all the same", () => {
    // A list of amounts was kept when several currencies stood in a row.
    for (const valueAtRisk of [null, [{ minor: 5_000, currency: "EUR" }]]) {
      const text = json({ valueAtRisk });
      expect(text).not.toMatch(/[€$]|Value at risk/);
      expect(text).toContain("12 high");
    }
  });

  it("says n/a without customers at the start, and so where there are no scores or nudges", () => {
    const text = json({
      retention: {
        month: "2026-10",
        cohort: { atStart: 0, atEnd: 3, retained: 0, joined: 3 },
        activityWindowDays: 365,
      },
      customersAtRisk: { high: 0, medium: 0, low: 0 },
      newlyHigh: { count: 0, top: [] },
      risers: [],
      fallers: [],
      valueAtRisk: NONE,
      basis: null,
      nudges: { sent: 0, reachedOut: 0, snoozed: 0, notUseful: 0, open: 0 },
    });
    for (const part of [
      "n/a",
      "No customer has a score yet",
      "No scores yet",
      "none were sent",
      "nobody is at high risk",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("names nobody and calls nothing at risk where no signal was found, and says so once", () => {
    const basis = { scoredAt: "2026-11-23T03:00:00.000Z", horizonDays: 90, serves: "constant" as const };
    const silent = {
      basis,
      customersAtRisk: { high: 0, medium: 0, low: 0 },
      unscored: 300,
      newlyHigh: { count: 0, top: [] },
    };
    const text = json({ ...silent, risers: [], fallers: [], valueAtRisk: NONE });
    expect(text.match(/nothing in it tells who leaves/g)).toHaveLength(1);
    expect(text).toContain("no signal found: 300 customers without a score");
    expect(text).toContain("So nobody is named here, and no value is called at risk.");
    expect(text).not.toMatch(/Value at risk|moved by 10 points|No customer has a score/);
    expect(text).toContain("90.0 % kept");
    expect(digestText(digest(silent), "en")).toContain("no signal found in this history, so nobody is named");
  });

  it("says by what those new at high risk are ordered, without an amount", () => {
    const order = (known: number, unknown: number, withoutRate: number) =>
      json({ ranking: { known, unknown, withoutRate }, valueAtRisk: null });
    expect(order(6, 0, 0)).toContain(
      "New at high risk: most at stake first. At stake is the margin expected",
    );
    expect(order(3, 3, 1)).toContain(
      "most at stake first; after them, by risk, 3 without a known value, 1 of them for want of an exchange rate.",
    );
    expect(order(0, 6, 0)).toContain(
      "New at high risk: by risk, because no customer's margin and value are known.",
    );
    expect(order(3, 3, 1)).not.toMatch(/[€$]/);
    expect(json()).not.toContain("at stake");
  });

  it("says who has nobody to nudge", () => {
    expect(json({ highWithoutOwner: 4 })).toContain("4 customers at high risk belong to no active member");
    const because = phrase("owner-gap.left", { name: "Ana <Keller>" });
    const named = json({ highWithoutOwner: 4, needOwner: [{ customerId: 1, name: "Acme", because }] });
    expect(named).toContain("• *Acme* (owner Ana &lt;Keller&gt; left)");
    expect(named).toContain("… and 3 more");
    expect(json({ highWithoutOwner: 4 })).not.toContain("… and 4 more");
  });

  it("escapes customer text and stays within Slack's limits at its longest", () => {
    const list = Array.from({ length: 5 }, () =>
      change({
        name: "<!channel>漢".repeat(300),
        reason: asWritten("<@U1>&".repeat(300)),
        previousProbability: null,
      }),
    );
    const currencies = Intl.supportedValuesOf("currency");
    const blocks = digestBlocks(
      digest({
        newlyHigh: { count: 90_000, top: list },
        risers: list,
        fallers: list,
        valueAtRisk: atRisk({
          withoutRate: { customers: 90_000, names: list.map(({ name }) => name), currencies },
        }),
        highWithoutOwner: 90_000,
        needOwner: list.map(({ customerId, name }) => ({
          customerId,
          name,
          because: phrase("owner-gap.left", { name: "<!channel>漢".repeat(300) }),
        })),
      }),
      PSEUDO_LOCALE,
    );
    expect(blockProblems(blocks, "message", "/blocks")).toEqual([]);
    expect(isTooLongForOneMessage(blocks)).toBe(false);
    expect(JSON.stringify(blocks)).not.toMatch(/<[!@](?!date)/);
  });
});
