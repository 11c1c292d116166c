import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomerCard } from "../../../../../src/domain/outreach/customer-card.ts";
import { asWritten, phrase } from "../../../../../src/domain/phrase.ts";
import type { Lever } from "../../../../../src/domain/risk/scores/levers.ts";
import { noSignal } from "../../../../../src/domain/risk/scores/no-score.ts";
import { unexplainedPhrase } from "../../../../../src/domain/risk/scores/score-explanation.ts";
import { decodeButton, encodeButton } from "../../../../../src/slack/blocks/button-value.ts";
import { helpMessage } from "../../../../../src/slack/blocks/help.ts";
import { choiceMessage, nobodyFound } from "../../../../../src/slack/blocks/messages/notices.ts";
import type { CardView } from "../../../../../src/slack/blocks/outreach/card-facts.ts";
import { customerCardMessage } from "../../../../../src/slack/blocks/outreach/customer-card.ts";
import { touchForm } from "../../../../../src/slack/blocks/outreach/forms.ts";
import { homeView } from "../../../../../src/slack/blocks/outreach/home.ts";
import { settleBlock } from "../../../../../src/slack/blocks/outreach/settled-block.ts";
import { snoozeForm } from "../../../../../src/slack/blocks/outreach/snooze-form.ts";
import { riskExplanationModal } from "../../../../../src/slack/blocks/risk/risk-explanation.ts";
import { type Locale, PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";
import { metricsOf } from "../../../../support/model-versions.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const UNSNOOZED = { readerId: "U1", snooze: null, renewsOn: null } as const;
const scored = {
  kind: "scored",
  probability: 0.62,
  bounds: { low: 0.54, high: 0.7 },
  change: { points: 8, since: new Date("2026-11-12T00:00:00Z"), modelChanged: false },
  horizonDays: 90,
  serves: "network",
  scoredAt: new Date("2026-12-09T12:00:00Z"),
  stale: false,
} as const;
const card: CustomerCard = {
  customerId: 1,
  name: "Acme",
  isUnnamed: false,
  externalId: "C-1",
  segment: "Enterprise",
  ownerName: "Ana",
  ownerHasLeft: false,
  hasContract: false,
  crm: null,
  loyalty: null,
  ending: null,
  override: null,
  doNotDisturb: null,
  risk: scored,
  trend: null,
  usage: null,
  tier: null,
  value: { kind: "shown", revenue12Months: [{ minor: 1_234_500, currency: "EUR" }], monthlyRevenue: null },
  renewsOn: null,
  lastPurchaseAt: new Date("2026-12-01T00:00:00Z"),
  lastTouch: null,
  openTicket: null,
  unhappyAnswer: null,
  openMention: null,
  contact: null,
  nextProducts: [],
  unexplained: null,
  reasons: [phrase("because.silent", { days: 48, gap: 21 })],
  lever: { steps: ["contact"], probability: 0.48 },
  advice: {
    kind: "act",
    playbook: "thank",
    step: "contact",
    action: phrase("thank.action"),
    reason: phrase("thank.reason", { days: 0 }),
    occasion: "x",
  },
  cases: [],
  snooze: null,
  dataUpTo: { day: "2026-12-08", source: "crm" },
  joinedFrom: [],
};
const view = (rest: Partial<CustomerCard> = {}, how: Partial<CardView> = {}): CardView => ({
  card: { ...card, ...rest },
  suggestionKey: "s1",
  shownAt: NOW,
  timeZone: "UTC",
  locale: "en",
  ...how,
});
const written = (rest: Partial<CustomerCard> = {}, how: Partial<CardView> = {}) =>
  JSON.stringify(customerCardMessage(view(rest, how)));

function mrkdwnIn(node: unknown): string[] {
  if (node === null || typeof node !== "object") return [];
  const own = "type" in node && node.type === "mrkdwn" && "text" in node ? [String(node.text)] : [];
  return [...own, ...Object.values(node).flatMap(mrkdwnIn)];
}

const NOBODY = { kind: "nobody", scope: { kind: "mine" }, because: "no-accounts", silent: 0 } as const;

describe("a customer's card", () => {
  it("says of whom no customer file has told that their name is their id", () => {
    const written = (isUnnamed: boolean) =>
      JSON.stringify(customerCardMessage({ ...view(), card: { ...card, isUnnamed } }));
    expect(written(true)).toContain("known from activities: import a customer file to name them");
    expect(written(false)).not.toContain("known from activities");
  });

  it("names three products often bought next, with what is behind them on a button, where there are any", () => {
    const nextProducts = ["茶壶", "<Cup> *large*", "Jug", "Pot"];
    const card = customerCardMessage(view({ nextProducts }));
    expect(JSON.stringify(card)).toContain('*Often bought next:* 茶壶, &lt;Cup&gt; *​large*​, Jug"');
    expect(JSON.stringify(card)).toContain('"action_id":"customer.products"');
    assertSendable(card);
    expect(written()).not.toContain("Often bought next");
  });

  it("says the risk, its change and its date in one sentence", () => {
    expect(written()).toContain("*62 %* risk of no purchase in 90 days, up 8 since 12 Nov");
    expect(customerCardMessage(view()).text).toBe(
      "Acme: 62 % risk of no purchase in 90 days, up 8 since 12 Nov. " +
        "Do now: Say thanks and ask whether everything arrived. They bought today. " +
        "One contact this week: 62 % → 48 %. Because: Silent for 48 days, usually buys every 21 days.",
    );
  });

  it.each([
    [{ ...scored, probability: 0.999 }, "over 99 %"],
    [{ ...scored, probability: 0.001 }, "under 1 %"],
    [{ ...scored, stale: true }, "This score is old"],
    [
      { ...scored, change: { ...scored.change, points: -3, modelChanged: true } },
      "down 3 since 12 Nov (by another model",
    ],
    [{ kind: "no-model" } as const, "no model has been trained"],
    [{ kind: "not-scored" } as const, "Not scored yet"],
    [{ kind: "ended", on: "2026-11-30" } as const, "The contract ended* on 30 Nov"],
    [
      { kind: "no-score", because: asWritten("1 purchase"), scoredAt: NOW } as const,
      "No risk figure:* 1 purchase",
    ],
  ])("words the state %#", (risk, expected) => expect(written({ risk })).toContain(expected));

  it("draws how the risk came about, with the numbers beside it", () => {
    const trend = {
      values: [0.34, null, 0.5, 0.62],
      before: 0.34,
      after: 0.62,
      weeks: 8,
      modelChanged: false,
    };
    expect(written({ trend })).toContain("▃·▅▆  34 % → 62 % in 8 weeks");
    expect(written({ trend: { ...trend, weeks: 1, modelChanged: true } })).toContain(
      "34 % → 62 % in 1 week (the model changed in between)",
    );
    expect(written()).not.toContain("→ 62 %");
  });

  it("draws usage, with the numbers beside it and no rate of change against nothing", () => {
    const usage = { weeks: [300, 0, 332, 300, 100, 177, 100, 100], before: 932, now: 477, percent: -49 };
    expect(written({ usage })).toContain("▇▁▇▇▃▅▃▃\\n932 → 477 in a month, down by 49 %");
    expect(written({ usage: { ...usage, percent: 12 } })).toContain("up by 12 %");
    expect(written({ usage: { ...usage, percent: 0 } })).toContain("no change");
    expect(written({ usage: { ...usage, before: 0, percent: null } })).toContain(
      "change n/a: nothing before",
    );
    expect(written()).not.toContain("*Usage*");
  });

  it("tells what the suggested step may bring, and nothing where nobody knows", () => {
    expect(written()).toContain("One contact this week: 62 % → 48 %");
    expect(written({ lever: null })).not.toContain("→");
    expect(written({ risk: { kind: "no-score", because: asWritten("x"), scoredAt: NOW } })).not.toContain(
      "→",
    );
  });

  it("shows an unhappy answer only while nobody has followed it up", () => {
    const at = new Date(NOW.getTime() - 3 * 86_400_000);
    const answer = {
      kind: "nps",
      score: 3,
      scaleMax: 10,
      comment: "Slow <b>",
      at,
      contactName: "Jane",
    } as const;
    expect(written({ unhappyAnswer: answer })).toContain(
      "*Unhappy answer*\\nRecommendation (NPS): 3 of 10 by Jane, open since 3 days – “Slow &lt;b&gt;”",
    );
    expect(written({})).not.toContain("Unhappy");
  });

  it("says first what to do and with whom, then why, then the facts, then the buttons", () => {
    const contact = { name: "Jane <Doe>", role: "Buyer", phone: "+49 30 23125 99", email: null };
    const openTicket = {
      reference: "T-7",
      subject: "Wrong & late",
      severity: "high",
      openedAt: new Date("2026-12-01T00:00:00Z"),
    } as const;
    const text = written({ contact, openTicket });
    const order = [
      "a-year",
      "*62 %* risk",
      "*Do now: Say thanks",
      "With Jane &lt;Doe&gt; (Buyer), +49 30 23125 99",
      "*Because*",
      "*Last contact*",
      "T-7: Wrong &amp; late, since 1 Dec",
      "customer.log_touch",
      "scored 2 h ago",
    ].map((words) => text.indexOf(words === "a-year" ? "€12,345 in the last 12 months" : words));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it("says until when to wait, and what is due then", () => {
    const advice = {
      kind: "wait",
      contacted: 2,
      until: "2026-12-14",
      action: phrase("call-about-renewal.action"),
    } as const;
    expect(written({ advice })).toContain(
      "*Wait for their answer until 14 Dec.* Contacted 2 days ago. Then: Call about the renewal.",
    );
  });

  it("says what it rests on", () => {
    expect(written()).toContain("scored 2 h ago from data up to 8 Dec");
    expect(written({}, { sharedBy: "U1" })).toContain("Shared by <@U1>");
  });

  it("says that the owner left, by name", () => {
    expect(written()).toContain("owner Ana");
    expect(written()).not.toContain("(left)");
    expect(written({ ownerName: "Ana Keller", ownerHasLeft: true })).toContain("owner Ana Keller (left)");
  });

  it("is whole in a language whose words are longer", () => {
    const snooze = { until: NOW, byName: "Ana" };
    const touch = { at: NOW, channel: "phone", outcome: "no_answer", memberName: "Bo" } as const;
    const value = { kind: "hidden" } as const;
    for (const rest of [{}, { snooze, lastTouch: touch, value, ownerName: null, dataUpTo: null }]) {
      const message = customerCardMessage(view(rest, { locale: PSEUDO_LOCALE }));
      assertSendable(message);
      expect(JSON.stringify(message)).toContain("Lášt çóñtáçt");
    }
  });

  it("tells the last contact, who snoozed the customer, and to whom money is shown", () => {
    const lastTouch = { at: NOW, channel: "phone", outcome: "no_answer", memberName: "Bo" } as const;
    expect(written({ lastTouch })).toContain("9 Dec by Bo\\nPhone, no answer");
    expect(written({ lastTouch: { ...lastTouch, memberName: null } })).toContain("9 Dec\\nPhone");
    expect(written({ snooze: { until: NOW, byName: "Ana" } })).toContain("*Snoozed* until 9 Dec by Ana:");
    expect(written({ snooze: { until: NOW, byName: "Ana" } })).toContain("End the snooze: Acme");
    expect(written()).not.toContain("End the snooze");
    expect(written({ snooze: { until: NOW, byName: null } })).toContain("*Snoozed* until 9 Dec:");
    expect(written({ value: { kind: "hidden" } })).toContain("shown to the owner and to managers");
  });

  const ending = {
    on: "2026-11-30",
    daysAgo: 9,
    why: [
      phrase("ended.ticket", { reference: "T-7", subject: "Wrong <& late" }),
      phrase("ended.not-renewed"),
    ],
    lastRisk: {
      probability: 0.22,
      at: new Date("2026-11-29T02:00:00Z"),
      reasons: [phrase("because.silent", { days: 48, gap: 21 })],
    },
    advice: {
      kind: "act",
      action: phrase("ended.post-mortem"),
      reason: phrase("ended.post-mortem.reason", { risk: "22 %" }),
    },
  } as const;
  const ended = { ending, hasContract: true, reasons: [], renewsOn: "2026-11-30", lever: null } as const;

  it("is another one of who has left: when, what is left to do, why, and no live risk", () => {
    const contact = { name: "Jane", role: null, phone: "+49 30", email: null };
    const text = written({ ...ended, contact });
    const order = [
      "*The contract ended* on 30 Nov, 9 days ago",
      "*Do now: Ask them why they left*\\nWith Jane, +49 30\\nWe put their risk at 22 %",
      "*What we know of why*\\n• Ticket T-7 (“Wrong &lt;&amp; late”) was open when they left and still is",
      "• It ran out and was not renewed",
      "The last risk figure was 22 %, on 29 Nov. What we saw then:\\n• Silent for 48 days",
      "*Last contact*",
      "Log a touch",
    ].map((words) => text.indexOf(words));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    for (const live of ["62 %", "Snooze", "customer.why", "renews", "*Because*"])
      expect(text).not.toContain(live);
    expect(text).toContain("Share to channel");
    expect(customerCardMessage(view({ ...ended, contact })).text).toMatch(
      /^Acme: The contract ended on 30 Nov, 9 days ago\. Do now: Ask them why they left\. With Jane.* What we know of why: Ticket T-7/,
    );
  });

  it("tells what they paid a month as over", () => {
    const monthlyRevenue = { minor: 250_000, currency: "EUR" };
    const value = { kind: "shown", revenue12Months: [], monthlyRevenue } as const;
    expect(written({ ...ended, value })).toContain("€2,500 a month until they left");
    expect(written({ hasContract: true, value })).toMatch(/€2,500 a month(?! until)/);
  });

  it("says of who left long ago that there is nothing to do", () => {
    const advice = { kind: "nothing", because: phrase("ended.leave") } as const;
    const text = written({ ...ended, hasContract: false, ending: { ...ending, lastRisk: null, advice } });
    expect(text).toContain("*They left* on 30 Nov");
    expect(text).toContain("*Nothing to do now.* They left more than a year ago.");
    expect(text).not.toContain("last risk figure");
  });

  it("begins with the tier of value, beside value and renewal", () => {
    expect(written({ tier: "top", renewsOn: "2027-01-20" })).toContain(
      '"*Value tier Top* · €12,345 in the last 12 months · renews 20 Jan 2027"',
    );
    expect(written({ tier: "rest", value: { kind: "hidden" } })).toContain(
      '"*Value tier Rest* · value shown',
    );
    expect(written()).not.toContain("tier");
  });

  it("links to the customer's record", () => {
    const crm = { href: "https://crm.example.com/1", host: "crm.example.com" };
    expect(written({ crm })).toContain("<https://crm.example.com/1|Open at crm.example.com>");
  });

  it("offers sharing only on one's own card", () => {
    expect(written()).toContain("Share to channel");
    expect(written({}, { sharedBy: "U1" })).not.toContain("Share to channel");
  });

  it("can be sent whatever the customer is called, and forms no mention", () => {
    const name = fc.string({
      unit: fc.constantFrom(..."<!channel>@U1*_`~&😀京\n ".split("")),
      maxLength: 2000,
    });
    fc.assert(
      fc.property(name, (text) => {
        const message = customerCardMessage(
          view({
            name: text,
            segment: text,
            ownerName: text,
            externalId: text,
            reasons: [asWritten(text), asWritten(text), asWritten(text)],
          }),
        );
        assertSendable(message);
        expect([message.text, ...mrkdwnIn(message.blocks)].join("")).not.toMatch(/[<>]/);
      }),
      { numRuns: 50 },
    );
  });
});

describe("every other message and view", () => {
  const longName = "Ω<&*".repeat(500);
  const form = {
    ...{ customerName: longName, metadata: "{}", now: NOW },
    ...{ timeZone: "Asia/Shanghai", locale: "en" as Locale },
  };
  const match = (id: number) => ({
    id,
    name: longName,
    externalId: "x".repeat(200),
    domain: null,
    segment: longName,
    ...{ town: longName, country: longName, owner: longName, tier: "top" as const },
    keys: [],
  });
  const member = { slackUserId: "U1", name: "Ana", email: null, role: "rep" as const, timeZone: "UTC" };
  const account = {
    customerId: 1,
    name: longName,
    probability: 0.5,
    bounds: { low: 0.4, high: 0.6 },
    silence: null,
    lastPurchaseAt: null,
    snoozedUntil: null,
  };

  it.each(["en", PSEUDO_LOCALE] as const)(
    "keeps to Block Kit's limits with the longest names: %s",
    (locale) => {
      const READING = { now: NOW, locale };
      const matches = Array.from({ length: 10 }, (_, place) => match(place));
      assertSendable(helpMessage(locale));
      assertSendable(touchForm({ ...form, locale }) as never);
      assertSendable(snoozeForm({ ...form, ...UNSNOOZED, locale }) as never);
      assertSendable(choiceMessage(longName, matches, true, READING));
      assertSendable(nobodyFound(longName, matches.slice(0, 5), READING));
      assertSendable(nobodyFound("", [], READING));
      const accounts = Array.from({ length: 15 }, () => account);
      const page = {
        member,
        atRisk: NOBODY,
        accounts,
        accountsInAll: 20,
        noSignal: false,
        totals: null,
        needOwner: null,
        empty: null,
      };
      assertSendable(homeView(page, NOW) as never);
    },
  );

  it("names on Home the width of a risk, and the reason where there is none", () => {
    const told = (rest: object) => {
      const accounts = [{ ...account, ...rest }];
      const home = homeView(
        {
          member,
          atRisk: NOBODY,
          accounts,
          accountsInAll: 1,
          noSignal: false,
          totals: null,
          needOwner: null,
          empty: null,
        },
        NOW,
      );
      assertSendable(home as never);
      return JSON.stringify(home);
    };
    const none = { probability: null, bounds: null };
    expect(told({})).toContain("50 % (40–60) risk");
    expect(told({ ...none, silence: asWritten("no data from “<!here>” since 3 Nov") })).toContain(
      "no risk figure: no data from “&lt;!here&gt;” since 3 Nov",
    );
    expect(told(none)).toContain('no risk figure"');
  });

  it("says on Home once that no signal was found, and of each account only that", () => {
    const silence = noSignal(0.3, 90);
    const silent = { ...account, probability: null, bounds: null, silence };
    const accounts = [silent, { ...silent, silence: asWritten("no data from “crm” since 3 Nov") }];
    const totals = {
      customers: 30,
      counted: 30,
      scored: 0,
      atHighRisk: 0,
      scoredAt: NOW,
      noSignal: true,
    };
    const home = homeView(
      {
        member,
        atRisk: NOBODY,
        accounts,
        accountsInAll: 9,
        noSignal: true,
        totals,
        needOwner: null,
        empty: null,
      },
      NOW,
    );
    assertSendable(home as never);
    const text = JSON.stringify(home);
    expect(text.match(/nothing in it tells who leaves/g)).toHaveLength(1);
    expect(text).toContain('no risk figure: no signal found"');
    expect(text).toContain("no risk figure: no data from");
    expect(text).toContain("n/a: no signal found");
    expect(text).toContain("9 accounts, riskiest first.");
  });

  it.each(["no-customers", "no-email", "no-accounts"] as const)(
    "says what to do on an empty Home: %s",
    (empty) => {
      const totals = {
        customers: 0,
        counted: 0,
        scored: 0,
        atHighRisk: 0,
        scoredAt: null,
        noSignal: false,
      };
      const home = homeView(
        {
          member,
          atRisk: NOBODY,
          accounts: [],
          accountsInAll: 0,
          noSignal: false,
          totals,
          needOwner: null,
          empty,
        },
        NOW,
      );
      assertSendable(home as never);
      expect(JSON.stringify(home)).toMatch(/to import the customer file|Ask an administrator|owner_email/);
    },
  );

  it("explains a figure without promising certainty", () => {
    const explanation = {
      ...card,
      name: longName,
      hasContract: true,
      model: null,
      levers: [],
      risk: { ...scored, probability: 0.9999 },
    };
    const modal = (locale: Locale) =>
      riskExplanationModal({ explanation, now: NOW, timeZone: "UTC", locale });
    assertSendable(modal("en") as never);
    expect(JSON.stringify(modal("en"))).toContain("about 99");
    assertSendable(modal(PSEUDO_LOCALE) as never);
    expect(JSON.stringify(modal(PSEUDO_LOCALE))).toContain("Çlóšé~~");
  });

  describe("the explanation", () => {
    const explained = (rest: object) => {
      const explanation = { ...card, model: null, levers: [], ...rest };
      const modal = riskExplanationModal({ explanation, now: NOW, timeZone: "UTC", locale: "en" });
      assertSendable(modal as never);
      return JSON.stringify(modal);
    };

    it("lists every reason that can be said, and says where none can", () => {
      const reasons = [phrase("because.open-tickets", { n: 3 }), phrase("because.no-refund")];
      expect(explained({ reasons })).toContain("• 3 tickets open\\n• No refund so far");
      expect(explained({ reasons: [] })).toContain("cannot be said in a sentence.");
      const risk = { kind: "no-score", because: asWritten("x"), scoredAt: NOW };
      expect(explained({ reasons: [], risk })).not.toContain("cannot be said in a sentence.");
    });

    it("lists every step that would lower the risk as association, or says that there is none", () => {
      const levers: Lever[] = [
        { steps: ["contact", "solve-ticket"], probability: 0.31 },
        { steps: ["contact"], probability: 0.48 },
      ];
      const text = explained({ levers });
      expect(text).toContain("• One contact this week and one open ticket solved: 62 % → 31 %");
      expect(text).toContain("• One contact this week: 62 % → 48 %");
      expect(text).toContain("association, not proof");
      expect(explained({})).toContain("No step the model knows would lower it.");
      expect(explained({ risk: { ...scored, stale: true } })).not.toContain("No step");
      expect(explained({ risk: { kind: "no-model" } })).not.toContain("No step");
    });

    it("says why reasons cannot be told, and then nothing of steps; a card says so too", () => {
      const unexplained = unexplainedPhrase("data-changed");
      const text = explained({ reasons: [], unexplained });
      expect(text).toContain("data from before this score came in or changed after it");
      expect(text).not.toContain("No step");
      const cardSays = (rest: Partial<CustomerCard>) => JSON.stringify(customerCardMessage(view(rest)));
      expect(cardSays({ reasons: [], unexplained })).toContain("The reasons cannot be told");
      const ended = { kind: "ended", on: "2026-12-01" } as const;
      expect(cardSays({ reasons: [], unexplained, risk: ended })).not.toContain("reasons");
    });

    it("says what it means that no signal was found, and of the model nothing it cannot claim", () => {
      const model = {
        id: 3,
        serves: "constant" as const,
        trainedAt: NOW,
        horizonDays: 60,
        heldOut: metricsOf(),
      };
      const risk = { kind: "no-score", because: noSignal(0.752, 60), scoredAt: NOW };
      const text = explained({ risk, model, reasons: [] });
      expect(text).toContain("*No risk figure:* no signal found in this history");
      expect(text).toContain("about 75 % of all customers do within 60 days");
      expect(text).toContain("Leaving is no purchase in 60 days.");
      expect(text).toContain("Version 3, one figure for everybody");
      expect(text).not.toContain("Checked on");
      const thin = {
        kind: "no-score",
        because: phrase("no-score.short-history", { purchases: 1, days: 3 }),
        scoredAt: NOW,
      };
      expect(explained({ risk: thin, reasons: [] })).not.toContain("What that means");
    });

    it("says what the bracket means, and whose data it is", () => {
      expect(explained({})).toContain("The bracket (54–70) is where it lies in 8 of 10 cases");
      expect(explained({})).toContain("Data of “crm” up to 8 Dec");
      expect(explained({ risk: { ...scored, bounds: null } })).not.toContain("bracket");
    });
  });

  it("starts the snooze's date a week from the member's own today", () => {
    const late = snoozeForm({ ...form, ...UNSNOOZED, now: new Date("2026-12-09T20:00:00Z") });
    expect(JSON.stringify(late)).toContain('"initial_date":"2026-12-17"');
  });
});

describe("buttons", () => {
  it("carry back what they were given", () => {
    const button = { customerId: 7, suggestionKey: "card:7:x", shownAt: NOW };
    expect(decodeButton(encodeButton(button))).toEqual(button);
    expect(decodeButton(encodeButton({ ...button, sharedBy: "U1" }))).toEqual({ ...button, sharedBy: "U1" });
  });

  it.each([undefined, "", "{}", "[]", '["1",null,1]', "[1,2,3]", '[1,null,"x"]', "[1.5,null,1]"])(
    "of another kind are told apart: %j",
    (value) => expect(decodeButton(value)).toBeNull(),
  );

  it("give way to what was done, and leave the other blocks as they came", () => {
    const blocks = [
      { type: "rich_text", block_id: "a" },
      { type: "actions", block_id: "b" },
    ];
    const settled = settleBlock(blocks, "b", "Ana reached out.");
    expect(settled[0]).toBe(blocks[0]);
    expect(settled[1]).toMatchObject({ type: "context", elements: [{ text: "Ana reached out." }] });
  });
});
