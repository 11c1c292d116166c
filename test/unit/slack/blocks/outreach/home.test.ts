import { describe, expect, it } from "vitest";
import type { Member } from "../../../../../src/domain/customer.ts";
import type { AtRiskList } from "../../../../../src/domain/outreach/at-risk.ts";
import { accountsOnHome, type HomePage, type HomeSettings } from "../../../../../src/domain/outreach/home.ts";
import { HOME_AT_FIRST, turnedTo } from "../../../../../src/domain/outreach/home-state.ts";
import type { MyDay } from "../../../../../src/domain/outreach/my-day.ts";
import { type COMING, NOTHING_COMES } from "../../../../../src/domain/outreach/my-week.ts";
import { defaultPreferences } from "../../../../../src/domain/outreach/turns/nudge-preferences.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { operationsBlocks } from "../../../../../src/slack/blocks/messages/operations.ts";
import { homeView } from "../../../../../src/slack/blocks/outreach/home.ts";
import { ACTION } from "../../../../../src/slack/ids.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";
import { allOperations } from "../../../../support/operations.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
/** As long as names get, with everything in it that could be markup. */
const LONGEST = "<!channel>漢*".repeat(200);

const person = (role: Member["role"], locale = "en"): Member => ({
  ...{ slackUserId: "U1", name: "Ana", email: "ana@example.com", role, timeZone: "Asia/Taipei", locale },
});
const emptyList = { items: [], page: 0, pages: 1, inAll: 0 };
const NOBODY: AtRiskList = { kind: "nobody", scope: { kind: "mine" }, because: "none-at-risk", silent: 0 };
const QUIET_DAY: MyDay = {
  nudges: emptyList,
  ownsCustomers: true,
  due: { ...emptyList, lookedAt: 3, owned: 3 },
  answers: emptyList,
  mentions: emptyList,
};
const SETTINGS: HomeSettings = {
  told: {
    preferences: defaultPreferences("TW"),
    timeZone: "Asia/Taipei",
    country: "TW",
    nextTurnOn: "2026-12-10",
  },
  snoozes: emptyList,
};

const NO_MOVERS = { risen: { items: [], inAll: 0 }, fallen: { items: [], inAll: 0 } };
const QUIET_WEEK = {
  behind: {
    ...{ whose: "mine" as const, touches: 0, movers: NO_MOVERS, revenue: [] },
    nudges: { sent: 0, reachedOut: 0, snoozed: 0, notUseful: 0, open: 0, failed: 0 },
    boughtSince: { items: [], inAll: 0 },
  },
  ahead: NOTHING_COMES,
};

const page = (given: Partial<HomePage> = {}, role: Member["role"] = "rep"): HomePage => ({
  member: person(role),
  atRisk: NOBODY,
  ...{ accounts: [], accountsInAll: 0, accountsOwned: 3, noSignal: false, totals: null, needOwner: null },
  ...{
    empty: null,
    day: QUIET_DAY,
    settings: SETTINGS,
    week: QUIET_WEEK,
    freshness: { kind: "fresh" as const, scoredAt: ago(10) },
  },
  ...given,
});

function shown(given: HomePage, options: Parameters<typeof homeView>[2] = {}) {
  const view = homeView(given, NOW, options);
  assertSendable(view as never);
  return { ...view, json: JSON.stringify(view.blocks) };
}

const account = (customerId: number, name = LONGEST) => ({
  ...{ customerId, name, probability: 0.62, before: 0.4, bounds: { low: 0.54, high: 0.7 }, silence: null },
  ...{ lastPurchaseAt: ago(300), snoozedUntil: ago(-300) },
});

/** Every text that Slack reads as markup, wherever it stands. */
function mrkdwnIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  if ("type" in part && part.type === "mrkdwn" && "text" in part) return [String(part.text)];
  return Object.values(part).flatMap(mrkdwnIn);
}

/** Everything there can be, of every list one page in the middle. */
function fullest(locale: string): HomePage {
  const five = <Item>(item: (at: number) => Item) => ({
    ...{ items: [1, 2, 3, 4, 5].map(item), page: 1, pages: 2_000, inAll: 10_000 },
  });
  const because = phrase("owner-gap.left", { name: LONGEST });
  const state = ["ownerless", "undelivered", "accounts"].reduce(
    (turned, list) => turnedTo(turned, list as "accounts", 1),
    HOME_AT_FIRST,
  );
  const customer = (customerId: number) => ({
    ...{
      customerId,
      name: LONGEST,
      probability: 0.62,
      bounds: { low: 0.5, high: 0.7 },
      renewsOn: "2026-12-30",
    },
    stake: { kind: "known" as const, money: { minor: 99_999_999, currency: "TWD" } },
    ...{
      owner: phrase("at-risk.owner", { name: LONGEST }),
      step: phrase("call-about-renewal.action"),
      acted: null,
    },
  });
  const unrated = { customers: 0, names: [], currencies: [] };
  return {
    ...page({}, "operations"),
    member: person("operations", locale),
    state,
    explains: true,
    noSignal: true,
    freshness: { kind: "old", scoredAt: ago(100) },
    stopped: { sources: [{ source: LONGEST, since: "2026-11-27" }], isAll: false },
    atRisk: {
      ...five((at) => ({
        customer: customer(at),
        suggestionKey: `card:${at}:call-about-renewal:2026-12-30`,
      })),
      ...{ kind: "page" as const, scope: { kind: "team" as const }, stopped: null, silent: 12 },
      valueAtRisk: {
        customers: 9,
        known: 9,
        money: { minor: 9_999_999, currency: "TWD" },
        withoutRate: unrated,
      },
      ranking: { known: 9, unknown: 1, withoutRate: 1 },
      basis: { scoredAt: ago(100).toISOString(), horizonDays: 90, serves: "baseline" as const },
    },
    totals: {
      ...{
        customers: 10_000,
        counted: 10_000,
        scored: 9_000,
        atHighRisk: 800,
        scoredAt: ago(100),
        noSignal: false,
      },
    },
    needOwner: {
      kind: "known",
      customers: five((at) => ({ ...account(at), because })).items,
      inAll: 10_000,
    },
    undelivered: {
      items: five((at) => ({
        ...{ what: "digest", recipient: "C1", recipientName: null, at: ago(at).toISOString(), key: `k${at}` },
        because: phrase("undelivered.slack.is_archived"),
      })).items,
      inAll: 10_000,
    },
    accounts: Array.from({ length: accountsOnHome(person("operations")) }, (_, at) => account(at + 1)),
    accountsInAll: 10_000,
    accountsOwned: 10_000,
    day: {
      ownsCustomers: true,
      nudges: five((at) => ({
        ...{ suggestionKey: `nudge:${at}`, customerId: at, name: LONGEST, probability: 0.7, madeAt: ago(5) },
        ...{
          reason: phrase("as-written", { text: LONGEST }),
          action: phrase("as-written", { text: LONGEST }),
        },
      })),
      due: {
        ...five((customerId) => ({
          ...{ customerId, name: LONGEST, since: ago(100), snoozeEnds: ago(3) },
          ...{ stake: { minor: 99_999_999, currency: "TWD" } },
          says: {
            reason: phrase("as-written", { text: LONGEST }),
            action: phrase("as-written", { text: LONGEST }),
          },
        })),
        ...{ lookedAt: 1_000, owned: 10_000 },
      },
      answers: five((at) => ({
        ...{ customerId: at, customer: LONGEST, kind: "nps" as const, score: 2, scaleMax: 10 },
        ...{ comment: LONGEST, at: ago(50), contactName: LONGEST },
      })),
      mentions: {
        ...five((id) => ({
          ...{ id, customer: { id, name: LONGEST }, network: "x", author: LONGEST, text: LONGEST },
          ...{ url: "https://x.example/1", at: ago(9), reach: 12_000, sentiment: -0.8 },
        })),
      },
    },
    week: fullestWeek(),
    settings: {
      ...SETTINGS,
      snoozes: five((customerId) => ({ customerId, name: LONGEST, until: ago(-300) })),
    },
  };
}

function fullestWeek(): NonNullable<HomePage["week"]> {
  const [one, two, three] = [1, 2, 3];
  const many = <Item>(items: readonly Item[]) => ({ items, inAll: 10_000 });
  const moved = [one, two, three, 4, 5].map((customerId) => ({
    ...{ customerId, name: LONGEST, probability: 0.62, before: 0.3 },
  }));
  const coming = (kind: (typeof COMING)[number]) =>
    many(
      [one, two, three].map((customerId) => ({
        ...{ kind, customerId, name: LONGEST, day: "2027-01-02", person: LONGEST },
      })),
    );
  return {
    behind: {
      ...{ whose: "team", touches: 10_000, boughtSince: many(moved.slice(0, 3)) },
      nudges: { ...QUIET_WEEK.behind.nudges, sent: 10_000, reachedOut: 9_000, open: 1_000 },
      movers: { risen: many(moved.slice(0, 3)), fallen: many(moved.slice(0, 3)) },
      revenue: ["TWD", "EUR", "JPY", "KWD"].map((currency) => ({ minor: -99_999_999_999, currency })),
    },
    ahead: {
      coming: {
        ...{ renewal: coming("renewal"), "contract-end": coming("contract-end") },
        ...{ birthday: coming("birthday"), "snooze-end": coming("snooze-end") },
      },
      feasts: [
        { feast: "christmas", day: "2026-12-25", countries: Array.from({ length: 200 }, () => LONGEST) },
      ],
    },
  };
}

describe("Home", () => {
  it.each(["en", PSEUDO_LOCALE])("stays within Slack's limits with 10,000 of everything: %s", (locale) => {
    const given = fullest(locale);
    const reading = { now: NOW, timeZone: "Asia/Taipei", locale: given.member.locale as "en" };
    const operations = operationsBlocks(allOperations(LONGEST), reading);
    const view = shown(given, { takesFiles: true, operations });
    expect(view.blocks.length).toBeLessThanOrEqual(100);
    // Whatever is no mrkdwn is shown as it is written.
    expect(mrkdwnIn(view.blocks).join()).not.toContain("<!channel>");
    const ids = view.blocks.flatMap(({ block_id }) => block_id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("begins with how fresh the risks are, and says where they are old or there are none", () => {
    const top = (freshness: HomePage["freshness"]) => shown(page({ ...(freshness && { freshness }) })).json;
    expect(top({ kind: "fresh", scoredAt: ago(10) })).toContain("Risks were scored 10 h ago");
    expect(top({ kind: "old", scoredAt: ago(72) })).toContain("*Risks were last scored 3 days ago");
    expect(top({ kind: "never" })).toContain("Nobody has been scored yet");
  });

  it("says of each empty list that it is empty, and offers nothing to turn", () => {
    const { json } = shown(page());
    for (const text of [
      "None of your customers is at high risk.",
      "Nothing waits for your answer.",
      "Every unhappy answer was followed up.",
      "No complaint in public is waiting",
      "You have snoozed nobody.",
    ])
      expect(json).toContain(text);
    expect(json).not.toContain(ACTION.homePage);
    expect(shown(page({ day: { ...QUIET_DAY, ownsCustomers: false } })).json).toContain(
      "You own no customers, so no nudge waits for you.",
    );
  });

  it("says of each part that could not be read that it was not, and shows the others", () => {
    const unread = (place: number) => ({ unread: `ref-${place}` });
    const totals = { customers: 9, counted: 9, scored: 7, atHighRisk: 0, scoredAt: null, noSignal: false };
    const { json } = shown(
      page(
        {
          ...{ freshness: unread(1), atRisk: unread(2), needOwner: unread(3), undelivered: unread(4) },
          ...{ empty: unread(5), totals, settings: { told: unread(6), snoozes: emptyList } },
          day: { ...QUIET_DAY, answers: unread(7), due: unread(8) },
          week: { behind: unread(9), ahead: unread(10) },
        },
        "manager",
      ),
    );
    for (const [place, part] of [
      [1, "How fresh the risks are"],
      [2, "Customers at high risk"],
      [3, "Who needs a new owner"],
      [4, "Messages that did not arrive"],
      [5, "Your accounts"],
      [6, "Your settings"],
      [7, "Unhappy answers"],
      [8, "Due follow-ups"],
      [9, "Your week"],
      [10, "What comes"],
    ] as const) {
      const line = `*${part}: could not be read.* Open Home again in a minute. If it stays so, give whoever runs me the reference ref-${place}.`;
      expect(json.split(line)).toHaveLength(2);
    }
    expect(json).toContain("n/a: could not be read");
    for (const text of ["Nothing waits for your answer.", "You have snoozed nobody.", "0 of 7 scored"])
      expect(json).toContain(text);
    // What nobody could read is not called empty.
    for (const text of [
      "Every unhappy answer was followed up.",
      "No follow-up is due.",
      "Nothing is known to come.",
      "None of your customers",
      "accounts, riskiest",
    ])
      expect(json).not.toContain(text);
  });

  it("lists whom to get back to with why, since when and what is at stake, and where a snooze ends today", () => {
    const says = { reason: phrase("monthly-contact.never"), action: phrase("monthly-contact.action") };
    const one = { customerId: 7, name: "北京<貿易>", says, snoozeEnds: null, since: ago(72), stake: null };
    const stake = { minor: 120_000, currency: "EUR" };
    const items = [
      { ...one, stake },
      { ...one, customerId: 8, name: "Acme", since: ago(1), snoozeEnds: ago(1) },
      { ...one, customerId: 9, name: "Calm", since: ago(1), says: null, snoozeEnds: ago(1) },
    ];
    const due = (owned: number) => ({ items, page: 0, pages: 1, inAll: 3, lookedAt: 1_000, owned });
    const { json } = shown(page({ day: { ...QUIET_DAY, due: due(4_000) } }));
    for (const text of [
      "Due follow-ups (3)",
      "*北京&lt;貿易&gt;* · due since 6 Dec · about €1,200 at stake\\nWhy: No contact",
      "*Acme* · due today · snooze ends today\\nWhy:",
      "*Calm* · due today\\nThe snooze ends today.",
      "Among your 1,000 riskiest of 4,000 customers.",
    ])
      expect(json).toContain(text);
    expect(shown(page({ day: { ...QUIET_DAY, due: due(1_000) } })).json).not.toContain("riskiest of");
    expect(shown(page()).json).toContain("No follow-up is due.");
  });

  it("tells the week in counts and names, and that nothing happened where nothing did", () => {
    const quiet = shown(page()).json;
    for (const text of [
      '"My week"',
      "Nudges: 0 sent, 0 answered, 0 not. Contacts: 0.",
      "Nobody's risk moved by ten points or more.",
      "No revenue of my customers.",
      "Nothing is known to come.",
    ])
      expect(quiet).toContain(text);
    expect(quiet).not.toContain('"Movers"');
    const { behind } = QUIET_WEEK;
    const riser = { customerId: 7, name: "A<b>", probability: 0.62, before: 0.41 };
    const moved = { ...NO_MOVERS, risen: { items: [riser], inAll: 4 } };
    const week = (given: object) =>
      shown(page({ week: { ...QUIET_WEEK, behind: { ...behind, ...given } } })).json;
    const told = week({
      ...{ movers: moved, boughtSince: { items: [{ customerId: 8, name: "Beta" }], inAll: 1 } },
      revenue: [{ minor: 123_456, currency: "EUR" }],
    });
    for (const text of [
      "Risk up (4): *A&lt;b&gt;* 41 % → 62 % and 3 more",
      "At high risk 7 days ago and bought since (1): *Beta*",
      "Net revenue of my customers: €1,235",
      "movers mine",
    ])
      expect(told).toContain(text);
    // A team's amounts stand in its reports, and where nobody has a figure nobody moved.
    const team = week({ whose: "team", revenue: null, movers: null });
    expect(team).not.toContain("revenue of my customers");
    expect(team).not.toContain("risk moved");
    const fullest = JSON.stringify(shown(page({ week: fullestWeek() }, "manager")).blocks);
    expect(fullest).toContain("The team's week");
    expect(fullest).toContain("Birthdays (10,000): ");
    expect(fullest).toContain("and 9,997 more");
  });

  it("explains in three lines what it is for and what to do first, until one knows", () => {
    const explained = (given: Partial<HomePage>, role?: Member["role"]) =>
      shown(page({ explains: true, ...given }, role)).blocks[0] as unknown as { text: { text: string } };
    const lines = explained({}).text.text.split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain("First: answer what waits below");
    expect(explained({ empty: "no-customers" }).text.text).toContain("First: import the customer file");
    const totals = { customers: 9, counted: 9, scored: 0, atHighRisk: 0, scoredAt: null, noSignal: false };
    expect(explained({ totals }, "manager").text.text).toContain("has an owner");
    expect(shown(page()).json).not.toContain(ACTION.homeExplained);
  });

  it("names a customer in any script, with the risk, how far it moved and the way to turn", () => {
    const state = turnedTo({ band: "moved", pages: {} }, "accounts", 1);
    const accounts = [account(7, "北京<貿易>"), { ...account(8, "Acme"), before: 0.8 }];
    const view = shown(page({ state, accounts, accountsInAll: 25, accountsOwned: 340 }));
    expect(view.json).toContain("*北京&lt;貿易&gt;*\\n62 % (54–70) risk · up 22 in 7 days");
    expect(view.json).toContain("down 18 in 7 days");
    expect(view.json).toContain("25 of 340 accounts moved by 10 points or more in 7 days");
    expect(view.json).toContain("A new model version moves figures, too.");
    expect(view.json).toContain("Previous (page 1 of 3)");
    expect(view.json).toContain("Next (page 3 of 3)");
    expect(JSON.parse(view.private_metadata ?? "")).toEqual(state);
  });

  it("says which band is empty, with the choice of another", () => {
    const none = (band: "high" | "moved" | "no-figure") =>
      shown(page({ state: { band, pages: {} }, accountsOwned: 340 })).json;
    expect(none("high")).toContain("None of your 340 accounts is at 50 % risk or more.");
    expect(none("moved")).toContain("None of your 340 accounts moved");
    expect(none("no-figure")).toContain("Each of your 340 accounts has a risk figure.");
    for (const label of ["All accounts", "At high risk", "Moved in 7 days", "Without a figure"])
      expect(none("high")).toContain(label);
  });

  it("leads those who steer to what holds for the team, and a rep to nothing of it", () => {
    const totals = { customers: 9, counted: 9, scored: 0, atHighRisk: 0, scoredAt: null, noSignal: false };
    const team = [
      "nudges team",
      '"playbooks"',
      "playbooks settings",
      `${ACTION.playbookChange}:nudge-threshold`,
      "do-not-disturb",
    ];
    const manager = shown(page({ totals }, "manager")).json;
    for (const button of team) expect(manager).toContain(button);
    const rep = shown(page()).json;
    for (const button of team) expect(rep).not.toContain(button);
    expect(rep).toContain(ACTION.nudgeSettings);
  });
});
