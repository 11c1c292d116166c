import { describe, expect, it } from "vitest";
import type { DigestFigure } from "../../../../../src/domain/messages/digest-figures.ts";
import type { DigestTurns } from "../../../../../src/domain/messages/digest-turns.ts";
import type { DigestMessage, RiskChange } from "../../../../../src/domain/messages/messages.ts";
import type { AtRiskCustomer } from "../../../../../src/domain/outreach/at-risk.ts";
import { foreseeQuarter } from "../../../../../src/domain/outreach/proof/foreseen-quarter.ts";
import { DEFAULT_HOLD_OUT } from "../../../../../src/domain/outreach/proof/hold-out.ts";
import { asWritten, phrase } from "../../../../../src/domain/phrase.ts";
import type { ValueAtRisk } from "../../../../../src/domain/value/value-at-risk.ts";
import { blockProblems, isTooLongForOneMessage } from "../../../../../src/sandbox/block-kit/validate.ts";
import { digestBlocks, digestText } from "../../../../../src/slack/blocks/messages/digest.ts";
import { ACTION } from "../../../../../src/slack/ids.ts";
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
    cohort: { atStart: 200, atEnd: 210, retained: 180, joined: 30, reactivated: 0, left: 20, served: 230 },
    activityWindowDays: 365,
  },
  nudges: { sent: 9, reachedOut: 4, snoozed: 2, notUseful: 1, open: 2 },
  ...given,
});
const json = (given: Partial<DigestMessage> = {}) => JSON.stringify(digestBlocks(digest(given), "en"));

it("says in the week in which a quarter begins what it will be able to show", () => {
  const plan = { quarter: "2027-Q1", customers: 2_000, basis: "last-quarter" } as const;
  const foreseen = foreseeQuarter(plan, DEFAULT_HOLD_OUT);
  expect(json({ foreseen })).toContain("With 2,000 customers coming due as last quarter, Q1 2027 can show");
  expect(json({ foreseen })).toContain("With 25 % held out per playbook it would be 10 points or less");
  expect(digestText(digest({ foreseen }), "en")).toContain("Q1 2027 can show");
  expect(json()).not.toContain("can show");
});

it("says how many buyers were silent for so long that they are in none of its counts", () => {
  expect(json({ silent: 1_203 })).toContain(
    "Not counted: 1,203 customers who bought nothing for more than 365 days.",
  );
  for (const given of [{ silent: 0 }, {}]) expect(json(given)).not.toContain("Not counted");
});

const acme: AtRiskCustomer = {
  customerId: 7,
  name: "Acme <有限公司>",
  probability: 0.62,
  bounds: null,
  stake: { kind: "known", money: { minor: 421_900, currency: "EUR" } },
  owner: phrase("owner-gap.left", { name: "Ana" }),
  renewsOn: "2026-12-03",
  step: phrase("call-about-renewal.action"),
  acted: { how: "touched", byName: "Ben", at: "2026-11-20T10:00:00Z" },
};
const nobody = { count: 0, top: [] };
const turns: DigestTurns = {
  started: {
    count: 1,
    top: [{ customerId: 1, name: "新客户", yearMoney: { minor: 1_200_000, currency: "EUR" } }],
  },
  "came-back": nobody,
  ended: {
    count: 5,
    top: [
      { customerId: 2, name: "Old & Co", yearMoney: null },
      { customerId: 3, name: "Older", yearMoney: { minor: 0, currency: "EUR" } },
    ],
  },
  lapsed: { count: 1, top: [{ customerId: 4, name: "Gone", yearMoney: null }] },
  horizonDays: 90,
};
const figure = (
  key: DigestFigure["key"],
  value: number | null,
  currency: string | null = null,
): DigestFigure => ({
  key,
  value,
  currency,
  because: value === null ? phrase("metric.none.revenue-before-buyers") : null,
});
const figures: readonly DigestFigure[] = [
  figure("gross-revenue-retention-contracts", 96.14),
  figure("net-revenue-retention-contracts", 103.5),
  figure("gross-revenue-retention-buyers", null),
  figure("net-revenue-retention-buyers", null),
  figure("retention-cost-per-retained-customer", 5_012.4, "EUR"),
];
const steered = (given: Partial<DigestMessage> = {}): Partial<DigestMessage> => ({
  toSave: { count: 12, top: [acme] },
  ranking: { known: 9, unknown: 3, withoutRate: 1 },
  turns,
  figures,
  ...given,
});

describe("a digest that says what to do", () => {
  it("begins with whom to save: risk, stake, owner, next step, who acted, and two buttons; ends with the rows of its figures", () => {
    const text = json(steered());
    for (const part of [
      "One to save this week",
      "*Acme &lt;有限公司&gt;* · 62 % risk of leaving · about €4,200 at stake",
      "owner Ana left · renews 3 Dec · Ben was in touch on 20 Nov",
      "Next: Call about the renewal",
      "… and 11 more customers at high risk: `/customer at-risk` lists them all.",
      "risk × a year's margin, added up over 9 customers at high risk",
      "Most at stake first; after them, by risk, 3 without a known value, 1 of them for want of an exchange rate.",
    ])
      expect(text).toContain(part);
    const buttons = digestBlocks(digest(steered()), "en").flatMap((block) =>
      block.type === "actions" ? block.elements : [],
    );
    expect(buttons).toMatchObject([
      { action_id: ACTION.card, accessibility_label: "Card: Acme <有限公司>" },
      { action_id: ACTION.why, accessibility_label: "Why: Acme <有限公司>" },
      { action_id: "figure.rows:retention-rate", value: "retention-rate 2026-10-01 2026-10-31 - -" },
      { action_id: "figure.rows:gross-revenue-retention-contracts" },
      { action_id: "figure.rows:net-revenue-retention-contracts" },
      {
        action_id: "figure.rows:retention-cost-per-retained-customer",
        value: "retention-cost-per-retained-customer 2026-10-01 2026-10-31 EUR -",
      },
    ]);
    expect(digestText(digest(steered()), "en")).toContain("Save first: Acme &lt;有限公司&gt;");
  });

  it("goes on with won and lost, movers, what was kept and what became of the nudges, in this order", () => {
    const text = json(steered());
    const order = [
      "to save this week",
      "Won and lost this week",
      "New at high risk",
      "Retention, October 2026",
      "Revenue kept, October 2026",
      "Cost per retained customer, October 2026",
      "Nudges of the week",
    ].map((part) => text.indexOf(part));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    for (const part of [
      "Won: 1 new customer – 新客户 (€12,000 a year)",
      "Ended: 5 – Old &amp; Co, Older, and 3 more",
      "Lost, 90 days without a purchase: 1 – Gone",
      "contracts: 96.1 % gross, 103.5 % net",
      "€50.12",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("Came back");
    expect(text).not.toContain("buyers:");
  });

  it("says of a quiet week that it was one, and why there is no figure", () => {
    const none = { started: nobody, "came-back": nobody, ended: nobody, lapsed: nobody, horizonDays: 90 };
    const text = json(
      steered({
        toSave: { count: 0, top: [] },
        turns: none,
        valueAtRisk: [],
        figures: figures.map(({ key, currency }) => figure(key, null, currency)),
        customersAtRisk: { high: 0, medium: 1, low: 9 },
        newlyHigh: { count: 0, top: [] },
        risers: [],
        fallers: [],
      }),
    );
    for (const part of [
      "*Nobody to save this week:* no customer is at high risk.",
      "Nobody new, and nobody came back.",
      "Nobody lost.",
      "Nobody's risk moved by 10 points or more this week.",
      "n/a: ",
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/to save this week\*|Most at stake first|NaN|null/);
  });

  it("does not call a nudge sent that failed", () => {
    const nudges = { sent: 3, reachedOut: 1, snoozed: 0, notUseful: 0, open: 2, failed: 4 };
    expect(json({ nudges })).toContain("3 sent: 1 reached out");
    expect(json({ nudges })).toContain("2 not answered. 4 could not be sent");
    const none = { sent: 0, reachedOut: 0, snoozed: 0, notUseful: 0, open: 0, failed: 4 };
    expect(json({ nudges: none })).toContain("4 could not be sent");
  });

  it("still reads a message from when only those new at high risk were named", () => {
    const old = json({ ranking: { known: 6, unknown: 0, withoutRate: 0 } });
    expect(old).not.toMatch(/to save|Won and lost|Revenue kept|Cost per retained/);
  });
});

describe("digest", () => {
  it("says first on which days nobody was scored, and why; nothing where everybody was every night", () => {
    const notScored = [
      { fromDay: "2026-11-17", toDay: "2026-11-19", because: "off" },
      { fromDay: "2026-11-21", toDay: "2026-11-21", because: "failed" },
      { fromDay: "2026-11-23", toDay: "2026-11-23", because: "not-yet" },
    ] as const;
    const [, first] = digestBlocks(digest({ notScored }), "en");
    expect(first).toMatchObject({
      text: {
        text: [
          "*No scoring from 17 Nov 2026 to 19 Nov 2026: Mainstay was off, and few or no nudges went out.*",
          "*No scoring on 21 Nov 2026: it failed, so risks stayed as they were.*",
          "*No scoring on 23 Nov 2026 yet: it has not finished, so the risks here are older.*",
        ].join("\n"),
      },
    });
    expect(digestText(digest({ notScored }), "en")).toContain("No scoring on 21 Nov 2026: it failed");
    expect(json({ notScored: [] })).toBe(json());
  });

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
    const notKnown = "• Not known: who came back or was lost among customers whose data stopped or paused.";
    for (const silent of [{ stopped }, { resumed }]) expect(json(steered(silent))).toContain(notKnown);
    expect(json(steered({ stopped: null, resumed: [] }))).not.toContain("Not known");
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
        cohort: { atStart: 0, atEnd: 3, retained: 0, joined: 3, reactivated: 0, left: 0, served: 3 },
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
    const long = "<!channel>漢".repeat(300);
    const longList = {
      count: 90_000,
      top: [1, 2, 3].map((customerId) => ({
        customerId,
        name: long,
        yearMoney: { minor: 1e15, currency: "EUR" },
      })),
    };
    const longTurns = {
      started: longList,
      "came-back": longList,
      ended: longList,
      lapsed: longList,
      horizonDays: 90,
    };
    const longToSave = [1, 2, 3, 4, 5].map((customerId) => ({
      ...acme,
      customerId,
      name: long,
      owner: phrase("owner-gap.left", { name: long }),
      step: phrase("solve-ticket.action", { reference: long }),
      acted: { how: "not_useful" as const, byName: long, at: "2026-11-20T10:00:00Z" },
    }));
    const blocks = digestBlocks(
      digest({
        ...steered({ turns: longTurns, toSave: { count: 90_000, top: longToSave } }),
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
    const said = blocks.filter(({ type }) => type !== "actions");
    expect(JSON.stringify(said)).not.toMatch(/<[!@](?!date)/);
  });
});
