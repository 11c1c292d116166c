import { expect, it } from "vitest";
import type { KeptPointsEntry } from "../../../../../src/domain/value/loyalty/points-entry.ts";
import { loyaltyLine } from "../../../../../src/domain/value/loyalty/standing.ts";
import { type PointsView, pointsMessage } from "../../../../../src/slack/blocks/value/points.ts";
import { adjustForm, redeemForm } from "../../../../../src/slack/blocks/value/points-form.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";
import { aProgramme } from "../../../domain/value/loyalty/points-given.ts";

const NOW = new Date("2026-11-29T09:00:00Z");
const entry = (given: Partial<KeptPointsEntry>): KeptPointsEntry => ({
  ...{ key: "1", kind: "earned", points: 120, day: "2026-11-03", lot: null, expiresOn: "2027-11-03" },
  cause: { source: "shop", externalId: "1001", happenedAt: NOW, document: null, programmeId: 1 },
  ...{ reason: null, by: "loyalty-daily", at: NOW },
  ...given,
});
const eur = (minor: number) => ({ minor, currency: "EUR" });
const view = (given: Partial<PointsView> = {}): PointsView => ({
  customer: { id: 7, name: "艾可米有限公司 <b>" },
  standing: {
    balance: 1240,
    expiresNext: { points: 300, day: "2026-12-31" },
    tier: { name: "Gold", next: { name: "Platinum", missing: eur(120_000) }, withoutRate: [] },
  },
  programme: aProgramme({ tiers: { currency: "EUR", levels: [] } }),
  movements: [entry({})],
  withoutPoints: [],
  ...{ showsMoney: true, mayRedeem: true, mayAdjust: true, line: null, shownAt: NOW, locale: "en" },
  ...given,
});
const said = (given: Partial<PointsView> = {}) => JSON.stringify(pointsMessage(view(given)).blocks);

it("says what there is, where it puts them, how far the next tier is and what goes when", () => {
  const text = said();
  for (const part of ["1,240 points, worth €12.40", "Gold", "€1,200.00 more in 12 months for Platinum"])
    expect(text).toContain(part);
  expect(text).toContain("300 points after 31 Dec 2026");
  expect(text).toContain("3 Nov 2026: *+120* earned by 1001");
  expect(pointsMessage(view()).text).toContain("1,240 points");
});

it("tells nobody an amount who may see none", () => {
  expect(said({ showsMoney: false })).not.toContain("€");
});

it("says what each movement was, and escapes what others wrote", () => {
  const by = "U0ANA";
  const movements = [
    entry({ kind: "redeemed", points: -50, cause: null, reason: "<!channel> *gift*", by }),
    entry({ kind: "adjusted", points: 5, cause: null, reason: "late", by: "command line" }),
    entry({ kind: "expired", points: -10, cause: null }),
    entry({ kind: "expired", points: 10, cause: null }),
    entry({ kind: "corrected", points: -20 }),
    entry({ kind: "taken-back", points: -20 }),
  ];
  const text = said({ movements });
  expect(text).toContain("redeemed by <@U0ANA>: &lt;!channel&gt;");
  expect(text).toContain("adjusted by command line: late");
  expect(text).toMatch(
    /\*-10\* expired.*\*\+10\* no longer expired.*corrected, as 1001.*taken back by refund 1001/,
  );
});

it("says that a balance is below zero and why nothing can be redeemed", () => {
  const standing = { ...view().standing, balance: -80 };
  expect(said({ standing })).toContain("They have used more than was theirs");
  expect(said({ standing })).not.toContain("points.redeem");
});

it("names currencies that earn nothing or do not count", () => {
  const tier = { name: null, next: null, withoutRate: ["TWD"] };
  const text = said({ withoutPoints: ["USD"], standing: { ...view().standing, tier } });
  expect(text).toContain("in USD earns nothing");
  expect(text).toContain("in TWD does not count for the tier: no exchange rate to EUR");
});

it("has no buttons for whoever may change nothing", () => {
  expect(said({ mayRedeem: false, mayAdjust: false })).not.toContain('"actions"');
});

it("keeps to Slack's limits with long names, in every language", () => {
  const long = "長".repeat(400);
  const movements = Array.from({ length: 10 }, () => entry({ kind: "redeemed", points: -1, reason: long }));
  const tier = { name: long, next: { name: long, missing: eur(1) }, withoutRate: ["USD"] };
  const standing = { ...view().standing, tier };
  for (const locale of ["en", PSEUDO_LOCALE] as const)
    assertSendable(
      pointsMessage(view({ customer: { id: 7, name: long }, movements, standing, line: long, locale })),
    );
  const form = { customer: { name: long }, programme: aProgramme(), balance: 12, metadata: "{}" };
  for (const made of [redeemForm, adjustForm])
    expect(JSON.stringify(made({ ...form, locale: "en" }))).toContain("12 points, worth €0.12");
});

it("says on the card what there is, and nothing where there is nothing", () => {
  const facts = { balance: 0, expiresNext: null, tiers: null, today: "2026-11-29", rates: [] };
  expect(loyaltyLine(null, [])).toBeNull();
  expect(loyaltyLine(facts, [])).toBeNull();
  expect(loyaltyLine({ ...facts, balance: -5 }, [])).toMatchObject({ balance: -5, tier: null });
  const tiers = { currency: "EUR", levels: [{ name: "Gold", fromMinor: 100 }] };
  expect(loyaltyLine({ ...facts, tiers }, [eur(100)])).toMatchObject({ tier: "Gold" });
});
