import { describe, expect, it, vi } from "vitest";
import type { Customer } from "../../../../../src/domain/customer.ts";
import { nextStep, suggestionOnList } from "../../../../../src/domain/outreach/at-risk.ts";
import { customerCard } from "../../../../../src/domain/outreach/customer-card.ts";
import type { AllFacts } from "../../../../../src/domain/outreach/facts.ts";
import {
  type AskedSetting,
  readSetting,
} from "../../../../../src/domain/outreach/playbooks/asked-setting.ts";
import {
  applyingPlaybooks,
  casesOf,
  evaluatePlaybooks,
} from "../../../../../src/domain/outreach/playbooks/evaluate.ts";
import { inForce } from "../../../../../src/domain/outreach/playbooks/in-force.ts";
import { playbook } from "../../../../../src/domain/outreach/playbooks/playbook.ts";
import type {
  PlaybookMode,
  PlaybookSettings,
} from "../../../../../src/domain/outreach/playbooks/playbook-settings.ts";
import { PLAYBOOKS, playbookOf } from "../../../../../src/domain/outreach/playbooks/playbooks.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { en } from "../../../../../src/words/en/en.ts";
import { cardFactsOf } from "../../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const touched = (days: number) =>
  ({ at: daysAgo(days), channel: "phone", outcome: "reached", memberName: null }) as const;
const known = (key: string) => {
  const found = playbookOf(key);
  if (found === null) throw new Error(`There is no playbook ${key}.`);
  return found;
};
const A_MODEL = { serves: "network", trainedAt: daysAgo(30), horizonDays: 90, heldOut: null, id: 1 } as const;
const A_SCORE = { bounds: null, silence: null, reasons: [], levers: [], asOf: NOW, model: A_MODEL };
const scored = (probability: number, earlier: number): Partial<AllFacts> => ({
  score: { ...A_SCORE, probability },
  earlierScore: { probability: earlier, asOf: daysAgo(7), modelId: 1 },
});
const answer = (score: number, days: number): Partial<AllFacts> => ({
  lastAnswers: [{ kind: "nps", score, scaleMax: 10, at: daysAgo(days) }],
});
const bought = (days: number, first: number, last: number): Partial<AllFacts> => ({
  purchases: { days, firstAt: daysAgo(first), lastAt: daysAgo(last) },
});
const loyal = (missing: number): Partial<AllFacts> => ({
  loyalty: {
    ...{ balance: 0, expiresNext: null, today: "2026-12-09", rates: [] },
    tiers: { currency: "EUR", levels: [{ name: "金卡", fromMinor: 100_000 }] },
  },
  ...bought(4, 200, 20),
  revenue12Months: [{ minor: 100_000 - missing, currency: "EUR" }],
});
const TOP = { valueTier: { tier: "top", asOf: NOW } } as const;
const set = (key: string, mode: PlaybookMode, numbers: Record<string, number> = {}): PlaybookSettings => ({
  [key]: { mode, numbers, minutes: null, gift: null },
});

/** Facts under which a playbook applies by one value of a number, and not by the next one. */
const EDGES: ReadonlyArray<
  [
    key: string,
    name: string,
    applies: number,
    not: number,
    facts: Partial<AllFacts>,
    about: Partial<Customer>,
  ]
> = [
  ["reply-to-ticket", "afterDays", 4, 5, ticketOf(4), {}],
  ["close-the-loop", "withinDays", 20, 19, answer(2, 20), {}],
  [
    "confirm-fix",
    "withinDays",
    20,
    19,
    { solvedTicket: { reference: "T", subject: "s", solvedAt: daysAgo(20) } },
    {},
  ],
  ["settle-payment", "withinDays", 40, 39, { failedPayments: [daysAgo(2), daysAgo(40)] }, {}],
  ["break-silence", "gapPercent", 399, 400, bought(3, 60, 40), {}],
  ["break-silence", "leastDays", 40, 41, bought(3, 60, 40), {}],
  ["break-silence", "leastPurchaseDays", 3, 4, bought(3, 60, 40), {}],
  ["usage-drop", "leastDropPercent", 35, 36, { weeklyUsage: [10, 10, 10, 10, 7, 7, 6, 6] }, {}],
  ["vip-cooling", "leastPoints", 25, 26, { ...scored(0.5, 0.25), ...TOP }, {}],
  ["vip-cooling", "quietDays", 20, 21, { ...scored(0.5, 0.25), ...TOP, lastTouch: touched(20) }, {}],
  ["risk-jump", "leastPoints", 25, 26, scored(0.95, 0.7), {}],
  ["follow-up-delivery", "notBeforeDays", 5, 6, { lastDeliveryAt: daysAgo(5) }, {}],
  ["follow-up-delivery", "withinDays", 30, 29, { lastDeliveryAt: daysAgo(30) }, {}],
  ["congratulate", "daysBefore", 5, 4, { birthdays: [{ name: "王芳", birthday: "1980-12-14" }] }, {}],
  ["congratulate", "daysAfter", 5, 4, { birthdays: [{ name: "王芳", birthday: "1980-12-04" }] }, {}],
  ["welcome", "notBeforeDays", 10, 11, bought(1, 10, 10), {}],
  ["welcome", "withinDays", 30, 29, bought(1, 30, 30), {}],
  ["anniversary", "forDays", 6, 5, bought(9, 730, 3), { startedOn: "2024-12-04" }],
  ["monthly-contact", "everyDays", 50, 51, { lastTouch: touched(50) }, {}],
  ["tier-in-reach", "usualOrderPercent", 100, 99, loyal(20_000), {}],
  ["ask-referral", "withinDays", 45, 44, answer(10, 45), {}],
  ["thank", "withinDays", 12, 11, bought(5, 90, 12), {}],
];

function ticketOf(days: number): Partial<AllFacts> {
  return { unansweredTicket: { reference: "T", subject: "s", openedAt: daysAgo(days) } };
}

describe("the numbers of a playbook", () => {
  it.each(EDGES)("%s goes by %s: at %d, not at %d", (key, name, applies, not, facts, about) => {
    const cases = (value: number) => {
      const given = { ...facts, playbookSettings: set(key, "on", { [name]: value }) };
      return evaluatePlaybooks(cardFactsOf(given, about), NOW, "nudge").cases.map((one) => one.playbook);
    };
    expect(cases(applies)).toContain(key);
    expect(cases(not)).not.toContain(key);
  });

  const declared = PLAYBOOKS.flatMap(({ key, numbers }) =>
    Object.entries(numbers).map(([name, range]) => [key, name, range] as const),
  );

  it.each(declared)(
    "%s: %s has a whole default within its range, words, and an edge that is tried",
    (key, name, range) => {
      const { default: value, least, most } = range;
      expect([value, least, most].every(Number.isInteger)).toBe(true);
      expect(value).toBeGreaterThanOrEqual(least);
      expect(value).toBeLessThanOrEqual(most);
      expect(en).toHaveProperty([`playbook.${key}.${name}`]);
      expect(EDGES.map(([of, number]) => `${of}.${number}`)).toContain(`${key}.${name}`);
    },
  );

  it("are given by name, those left out as declared", () => {
    const one = playbook({
      ...{ key: "one", needs: [], priority: "due", saves: 0.01, minutes: 5 },
      numbers: {
        most: { default: 3, least: 1, most: 9, unit: "days" },
        least: { default: 1, least: 0, most: 2, unit: "days" },
      },
      eligible: (_facts, _now, _kind, { most, least }) => ({
        ...{
          occasion: `${most}:${least}`,
          action: phrase("check-in.action"),
          reason: phrase("check-in.reason"),
        },
      }),
    });
    const occasion = (numbers?: Record<string, number>) =>
      one.eligible(cardFactsOf(), NOW, "card", numbers)?.occasion;
    expect([occasion(), occasion({ most: 5 })]).toEqual(["3:1", "5:1"]);
  });
});

describe("a playbook that is switched off", () => {
  /** All of them apply, whatever is known of a customer; only the one that is asked about is not off. */
  const everywhere = (key: string, mode: PlaybookMode) => {
    for (const one of PLAYBOOKS) {
      const due = {
        occasion: "now",
        action: phrase(`${one.key}.action`),
        reason: phrase(`${one.key}.reason`),
      };
      vi.spyOn(one, "eligible").mockReturnValue(due);
    }
    const others = PLAYBOOKS.map((one) => set(one.key, one.key === key ? mode : "off"));
    const facts = cardFactsOf({ ...scored(0.9, 0.9), playbookSettings: Object.assign({}, ...others) });
    const kind = known(key).onCardsOnly ? "card" : "nudge";
    const { advice, cases } = evaluatePlaybooks(facts, NOW, kind);
    const options = applyingPlaybooks(facts, NOW, kind);
    return {
      ...{ kind: advice.kind, cases: cases.map((one) => [one.playbook, one.passedOver]) },
      isSilent: !options.some(({ barredBy }) => barredBy === null),
      shown: JSON.stringify([
        customerCard(facts, { role: "manager", email: null }, "direct", NOW).advice,
        nextStep(facts, NOW),
        suggestionOnList(facts, { slackUserId: "U1" }, NOW),
        casesOf(options, null),
      ]),
    };
  };

  it.each(PLAYBOOKS.map(({ key }) => key))("is found nowhere: %s", (key) => {
    const on = everywhere(key, "on");
    expect(on).toMatchObject({ kind: "act", cases: [[key, null]], isSilent: false });
    expect(on.shown.match(new RegExp(`${key}\\.action`, "g"))).toHaveLength(3);
    const off = everywhere(key, "off");
    expect(off).toMatchObject({ kind: "nothing", cases: [], isSilent: true });
    expect(off.shown).not.toContain(key);
    expect(off.shown).toContain("advice.nothing-on");
    const dry = everywhere(key, "dry-run");
    expect(dry).toMatchObject({ kind: "nothing", cases: [[key, "dry-run"]], isSilent: true });
    expect(dry.shown).not.toContain(`${key}.action`);
  });
});

describe("a playbook in a dry run", () => {
  const given = (settings: PlaybookSettings, rest: Partial<AllFacts> = {}) =>
    cardFactsOf(
      { lastDeliveryAt: daysAgo(3), playbookSettings: settings, ...rest },
      { renewsOn: "2026-12-20" },
    );
  const told = (facts: AllFacts) => {
    const { advice, cases } = evaluatePlaybooks(facts, NOW, "nudge");
    return [
      advice.kind === "act" ? advice.playbook : advice.kind,
      cases.map((one) => [one.playbook, one.passedOver]),
    ];
  };

  it("lets the next one speak, and is kept as a case", () => {
    expect(told(given(set("call-about-renewal", "dry-run")))).toEqual([
      "follow-up-delivery",
      [
        ["call-about-renewal", "dry-run"],
        ["follow-up-delivery", null],
        ["monthly-contact", "another-first"],
        ["check-in", "another-first"],
      ],
    ]);
  });

  it("is told as that where something else keeps quiet as well", () => {
    const { cases } = evaluatePlaybooks(
      given(set("call-about-renewal", "dry-run")),
      NOW,
      "nudge",
      "cooldown",
    );
    expect(cases.map((one) => one.passedOver)).toEqual(["dry-run", "cooldown", "cooldown", "cooldown"]);
  });

  it("is not what somebody is told to wait for", () => {
    const facts = given(set("call-about-renewal", "dry-run"), { lastTouch: touched(4) });
    const { advice } = evaluatePlaybooks(facts, NOW, "card");
    expect(advice).toMatchObject({ kind: "wait", action: { code: "follow-up-delivery.action" } });
  });
});

describe("what is in force", () => {
  const usage = known("usage-drop");

  it("is what was declared, until somebody sets it", () => {
    const declared = { mode: "on", numbers: { leastDropPercent: 33 }, minutes: 20, gift: null, misfits: [] };
    expect(inForce(usage, {})).toEqual(declared);
    expect(inForce(usage, set("thank", "off"))).toEqual(declared);
  });

  it("takes both ends of a range, and the default for anything else, saying so", () => {
    const by = (kept: number) => {
      const { numbers, misfits } = inForce(usage, set("usage-drop", "on", { leastDropPercent: kept }));
      return [numbers.leastDropPercent, misfits.length];
    };
    expect([5, 95, 4, 96, 33.5, Number.NaN].map(by)).toEqual([
      ...[
        [5, 0],
        [95, 0],
        [33, 1],
        [33, 1],
        [33, 1],
        [33, 1],
      ],
    ]);
  });

  it("does not count a number that is declared no more", () => {
    const { numbers, misfits } = inForce(usage, set("usage-drop", "on", { toString: 3 }));
    expect(numbers).toEqual({ leastDropPercent: 33 });
    expect(misfits).toEqual([{ number: "toString", kept: 3, range: null }]);
  });

  it("is not mistaken for what every object has", () => {
    expect(inForce({ ...usage, key: "constructor" }, {}).mode).toBe("on");
  });
});

describe("what somebody asks for", () => {
  const usage = known("usage-drop");
  const AS_IS: AskedSetting = { mode: "on", numbers: {}, minutes: "", gift: "", giftCurrency: "" };
  const read = (asked: Partial<AskedSetting>) => readSetting(usage, { ...AS_IS, ...asked });
  const setting = (asked: Partial<AskedSetting>) => {
    const found = read(asked);
    return found.kind === "good" ? found.setting : found.problems;
  };
  const problems = (asked: Partial<AskedSetting>) => {
    const found = read(asked);
    return found.kind === "wrong" ? found.problems.map(({ field, problem }) => [field, problem.code]) : [];
  };

  it("is kept where it differs from what was declared", () => {
    const asked = {
      mode: "dry-run",
      numbers: { leastDropPercent: "40" },
      minutes: "25",
      gift: "5",
      giftCurrency: "eur",
    };
    expect(setting(asked)).toEqual({
      ...{ mode: "dry-run", numbers: { leastDropPercent: 40 }, minutes: 25 },
      gift: { minor: 500, currency: "EUR" },
    });
    const declared = { mode: "on", numbers: {}, minutes: null, gift: null };
    expect(setting({ numbers: { leastDropPercent: "33" }, minutes: "20" })).toEqual(declared);
    expect(setting({ numbers: { leastDropPercent: " " }, gift: "0", giftCurrency: "EUR" })).toEqual(declared);
  });

  it.each(["40", " 40 ", "40 %", "40%", "４０"])("reads %j", (typed) => {
    expect(setting({ numbers: { leastDropPercent: typed } })).toMatchObject({
      numbers: { leastDropPercent: 40 },
    });
  });

  it.each(["4", "96", "-40", "33.5", "forty", "1e1", "99999999999"])(
    "refuses %j, saying the range",
    (typed) => {
      const field = { kind: "number", name: "leastDropPercent" };
      const problem = phrase("playbook-settings.out-of-range", {
        typed,
        least: 5,
        most: 95,
        unit: "percent",
      });
      expect(setting({ numbers: { leastDropPercent: typed } })).toEqual([{ field, problem }]);
    },
  );

  it("takes no per cent for days", () => {
    const asked = { ...AS_IS, numbers: { everyDays: "40 %" } };
    expect(readSetting(known("monthly-contact"), asked).kind).toBe("wrong");
  });

  it("names everything that is wrong at once, each at its field", () => {
    expect(
      problems({
        ...{ mode: "maybe", numbers: { leastDropPercent: "0", other: "1" }, minutes: "0" },
        ...{ gift: "5", giftCurrency: "XXY" },
      }),
    ).toEqual([
      [{ kind: "mode" }, "playbook-settings.bad-mode"],
      [{ kind: "number", name: "other" }, "playbook-settings.unknown-number"],
      [{ kind: "number", name: "leastDropPercent" }, "playbook-settings.out-of-range"],
      [{ kind: "minutes" }, "playbook-settings.out-of-range"],
      [{ kind: "currency" }, "playbook-settings.bad-currency"],
    ]);
    expect(problems({ minutes: "481" })).toHaveLength(1);
    expect(problems({ gift: "-5", giftCurrency: "EUR" })).toEqual([
      [{ kind: "gift" }, "playbook-settings.negative-gift"],
    ]);
    expect(problems({ gift: "5.001", giftCurrency: "EUR" })).toMatchObject([
      [{ kind: "gift" }, expect.anything()],
    ]);
  });

  it("has no number to set where a playbook declares none", () => {
    const found = readSetting(known("solve-ticket"), { ...AS_IS, numbers: { days: "3" } });
    expect(found).toMatchObject({ problems: [{ problem: { code: "playbook-settings.no-numbers" } }] });
  });
});
