import { describe, expect, it } from "vitest";
import type { AtRiskCustomer, AtRiskList, NobodyAtRisk } from "../../../../../src/domain/outreach/at-risk.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { decodeButton } from "../../../../../src/slack/blocks/button-value.ts";
import { atRiskMessage } from "../../../../../src/slack/blocks/outreach/at-risk.ts";
import { decodeAtRiskPage, encodeAtRiskPage } from "../../../../../src/slack/blocks/outreach/at-risk-page.ts";
import { ACTION } from "../../../../../src/slack/ids.ts";
import { type Locale, PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const acme: AtRiskCustomer = {
  customerId: 7,
  name: "Acme <有限公司>",
  probability: 0.62,
  bounds: { low: 0.54, high: 0.7 },
  stake: { kind: "known", money: { minor: 421_900, currency: "EUR" } },
  owner: phrase("at-risk.owner", { name: "Ana" }),
  renewsOn: "2026-12-03",
  step: phrase("call-about-renewal.action"),
  acted: null,
};
const ALL_RATED = { customers: 0, names: [], currencies: [] };
type Page = Extract<AtRiskList, { kind: "page" }>;
const page = (given: Partial<Page> = {}, customer: Partial<AtRiskCustomer> = {}): Page => ({
  kind: "page",
  scope: { kind: "team" },
  items: [{ customer: { ...acme, ...customer }, suggestionKey: "card:7:call-about-renewal:2026-12-03" }],
  page: 0,
  pages: 1,
  inAll: 1,
  valueAtRisk: { customers: 1, known: 1, money: { minor: 421_900, currency: "EUR" }, withoutRate: ALL_RATED },
  ranking: { known: 1, unknown: 0, withoutRate: 0 },
  basis: { scoredAt: "2026-11-23T03:00:00.000Z", horizonDays: 90, serves: "network" },
  stopped: null,
  silent: 0,
  ...given,
});
function shown(list: AtRiskList, locale: Locale = "en") {
  const message = atRiskMessage(list, { now: NOW, timeZone: "UTC", locale });
  assertSendable(message);
  return { ...message, json: JSON.stringify(message.blocks) };
}
const buttonsOf = (list: AtRiskList) =>
  shown(list).blocks.flatMap((block) =>
    block.type === "actions" && block.block_id !== "as_file" ? block.elements : [],
  ) as Array<{
    action_id: string;
    value: string;
    accessibility_label?: string;
  }>;

describe("the list of those at high risk", () => {
  it("says of each the risk, the stake, whose they are, when they renew, who acted and what to do next", () => {
    const { json, text } = shown(page());
    for (const part of [
      "Customers at high risk (1)",
      "*Acme &lt;有限公司&gt;* · 62 % (54–70) risk of leaving · about €4,200 at stake",
      "owner Ana · renews 3 Dec · *Nobody has acted yet*",
      "Next: Call about the renewal",
      "Together about €4,200:​ risk × a year's margin, added up over 1 customer at high risk.",
    ])
      expect(json).toContain(part);
    expect(text).toBe("Customers at high risk (1): Acme &lt;有限公司&gt;");
  });

  it("says who acted, and offers no second answer then", () => {
    const acted = { how: "reached_out", byName: "Ana", at: "2026-11-22T10:00:00Z" } as const;
    expect(shown(page({}, { acted })).json).toContain("Ana reached out on 22 Nov");
    expect(shown(page({}, { acted: { ...acted, how: "touched", byName: null } })).json).toContain(
      "Somebody was in touch on 22 Nov",
    );
    expect(buttonsOf(page({}, { acted })).map(({ action_id }) => action_id)).toEqual([
      ACTION.card,
      ACTION.why,
    ]);
    const snoozed = page({}, { acted: { ...acted, how: "snoozed" } });
    expect(buttonsOf(snoozed).map(({ action_id }) => action_id)).toContain(ACTION.atRiskReachedOut);
  });

  it("says until which day of its reader's they are snoozed", () => {
    const list = page({}, { snoozedUntil: "2026-12-09T23:00:00Z" });
    const inZone = (timeZone: string) =>
      JSON.stringify(atRiskMessage(list, { now: NOW, timeZone, locale: "en" }).blocks);
    expect(inZone("Europe/Berlin")).toContain("Next: Snoozed until 10 Dec");
    expect(inZone("America/New_York")).toContain("Next: Snoozed until 9 Dec");
  });

  it("has buttons that say aloud whom they are about and carry the advice they answer, and on which page", () => {
    const buttons = buttonsOf(page({ page: 1, inAll: 11 }));
    expect(buttons.map(({ action_id }) => action_id)).toEqual([
      ACTION.card,
      ACTION.why,
      ACTION.atRiskReachedOut,
    ]);
    expect(buttons.map(({ accessibility_label }) => accessibility_label)).toEqual([
      "Card: Acme <有限公司>",
      "Why: Acme <有限公司>",
      "Reached out: Acme <有限公司>",
    ]);
    expect(decodeButton(buttons[0]?.value)).toMatchObject({ customerId: 7, suggestionKey: null });
    expect(decodeAtRiskPage(buttons[2]?.value)).toEqual({
      scope: { kind: "team" },
      page: 1,
      suggestionKey: "card:7:call-about-renewal:2026-12-03",
    });
  });

  it("links to the record in the CRM where the file knows it", () => {
    const crm = { href: "https://crm.example/a?b=1&c=2", host: "crm.example" };
    expect(shown(page({}, { crm })).json).toContain("<https://crm.example/a?b=1&amp;c=2|");
    expect(shown(page()).json).not.toContain("<http");
  });

  it("shows no amount that is hidden, and says for whom it is; nor one that is not known", () => {
    const hidden = shown(page({ valueAtRisk: null }, { stake: { kind: "hidden" } })).json;
    expect(hidden).not.toMatch(/€|stake not known/);
    expect(hidden).toContain("Amounts are shown to a customer's owner");
    const unknown = page(
      { valueAtRisk: { customers: 1, known: 0, money: null, withoutRate: ALL_RATED } },
      { stake: { kind: "unknown" } },
    );
    expect(shown({ ...unknown, ranking: { known: 0, unknown: 1, withoutRate: 0 } }).json).toContain(
      "risk of leaving · stake not known",
    );
  });

  it("leads to the page before and the next one, where there are any", () => {
    const pager = (at: number) =>
      buttonsOf(page({ page: at, pages: 3, inAll: 27, scope: { kind: "segment", segment: "Retail" } }))
        .filter(({ action_id }) => action_id.startsWith(ACTION.atRiskPage))
        .map(({ action_id, value }) => [action_id.split(":")[1], decodeAtRiskPage(value)]);
    const scope = { kind: "segment", segment: "Retail" };
    const to = (page: number) => ({ scope, page, suggestionKey: null });
    expect(pager(0)).toEqual([["next", to(1)]]);
    expect(pager(1)).toEqual([
      ["previous", to(0)],
      ["next", to(2)],
    ]);
    expect(pager(2)).toEqual([["previous", to(1)]]);
    expect(buttonsOf(page())).toHaveLength(3);
  });

  it("can be had as a file, of the same scope, where there is anybody", () => {
    const last = shown(page({ page: 2, pages: 3, scope: { kind: "team" } })).blocks.at(-1);
    expect(last).toMatchObject({
      elements: [{ action_id: ACTION.atRiskAsFile, value: '["team",0,null,null]' }],
    });
  });

  it.each([
    ["none-at-risk", "mine", "None of your customers is at high risk."],
    ["none-at-risk", "team", "No customer is at high risk."],
    ["no-accounts", "mine", "You own no customers."],
    ["no-email", "mine", "I cannot see your e-mail address"],
    ["no-customers", "team", "There are no customers yet."],
    ["not-scored", "team", "No customer has a score yet"],
    ["no-signal", "team", "So nobody has a risk figure."],
  ] as const)("says why nobody is on it: %s, %s", (because: NobodyAtRisk, kind, said) => {
    expect(shown({ kind: "nobody", scope: { kind }, because, silent: 0 }).text).toContain(said);
  });

  it("says how many buyers were silent for so long that they are not counted, also where nobody is listed", () => {
    const said = "Not counted: 1,203 customers who bought nothing for more than 365 days.";
    expect(shown(page({ silent: 1_203 })).json).toContain(said);
    expect(shown(page()).json).not.toContain("Not counted");
    const nobody = { kind: "nobody", scope: { kind: "mine" } } as const;
    const text = (because: NobodyAtRisk, silent: number) => shown({ ...nobody, because, silent }).text;
    expect(text("none-at-risk", 1)).toContain("Not counted: 1 customer who bought nothing");
    expect(text("none-at-risk", 0)).not.toContain("Not counted");
    expect(text("not-scored", 1)).not.toContain("Not counted");
  });

  it("names the segments there are where one is not known", () => {
    const { text } = shown({
      kind: "unknown-segment",
      typed: "<Retial>",
      segments: ["Retail", "Gastro & Co"],
    });
    expect(text).toContain("I know no segment “&lt;Retial&gt;”. These there are: Retail, Gastro &amp; Co.");
    expect(shown({ kind: "unknown-segment", typed: "x", segments: [] }).text).toContain("names none");
  });

  it("stays within Slack's limits at its longest", () => {
    const long = "<!channel>漢".repeat(300);
    const customer = {
      ...acme,
      name: long,
      owner: phrase("owner-gap.left", { name: long }),
      step: phrase("solve-ticket.action", { reference: long }),
      acted: { how: "not_useful", byName: long, at: "2026-11-22T10:00:00Z" },
    } as const;
    const items = Array.from({ length: 10 }, (_, place) => ({
      customer: { ...customer, customerId: place + 1 },
      suggestionKey: "card:7:call-about-renewal:2026-12-03",
    }));
    const full = page({ items, page: 1, pages: 9_000, inAll: 90_000 });
    const said = shown(full, PSEUDO_LOCALE).blocks.filter(({ type }) => type !== "actions");
    expect(JSON.stringify(said)).not.toMatch(/<[!@](?!date)/);
    const segment = page({ scope: { kind: "segment", segment: "<!channel>" } });
    expect(shown(segment).text).toMatch(/^At high risk in &lt;!channel&gt; \(1\): /);
  });
});

it("reads no page from a value that no button of ours carries", () => {
  const scope = { kind: "segment", segment: "漢" } as const;
  const button = { scope, page: 3, suggestionKey: "card:7:thank:漢" };
  expect(decodeAtRiskPage(encodeAtRiskPage(button))).toEqual(button);
  for (const value of [undefined, "", "[]", '["all",1]', '["mine","1"]', '["segment",1]', "{}"])
    expect(decodeAtRiskPage(value)).toBeNull();
});
