import { describe, expect, it } from "vitest";
import type { Settlement } from "../../../../../src/domain/customers/settlement.ts";
import { accessRefused } from "../../../../../src/slack/blocks/messages/access-refused.ts";
import {
  channelSetMessage,
  offerTouch,
  settledSentence,
  snoozedNotice,
} from "../../../../../src/slack/blocks/messages/notices.ts";
import { ago, shortDate } from "../../../../../src/slack/blocks/words.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const reading = { now: NOW, locale: "en" } as const;
const settled = (given: Partial<Settlement> = {}): Settlement =>
  ({
    ...{ action: "suggestion.settled", status: "reached_out" },
    ...{ by: "U1", byName: "Ana", at: new Date("2026-12-09T13:55:00Z") },
    ...given,
  }) as Settlement;

describe("who answered, and when", () => {
  it.each([
    [settled({ action: "touch.logged" }), "Ana logged a touch 5 min ago."],
    [settled({ action: "customer.snoozed" }), "Ana snoozed this customer 5 min ago."],
    [settled({ status: "not_useful" }), "Ana marked this as not useful 5 min ago."],
    [settled(), "Ana reached out to this customer 5 min ago."],
    [settled({ byName: null }), "Someone reached out to this customer 5 min ago."],
    [settled({ by: "U2" }), "You reached out to this customer 5 min ago."],
  ])("is said in a sentence: %#", (settlement, sentence) =>
    expect(settledSentence(settlement, "U2", reading)).toBe(sentence),
  );

  it("forms no mention from a name", () => {
    expect(settledSentence(settled({ byName: "<!here>" }), "U2", reading)).not.toContain("<!here>");
  });

  it.each([
    [0, "just now"],
    [59, "59 min ago"],
    [47 * 60, "47 h ago"],
    [48 * 60, "2 days ago"],
  ])("is %i minutes: %s", (minutes, text) =>
    expect(ago(new Date(NOW.getTime() - minutes * 60_000), NOW, "en")).toBe(text),
  );

  it("names the year only where it is not this one", () => {
    const days = [NOW, new Date("2025-12-09T14:00:00Z")];
    expect(days.map((day) => shortDate(day, "UTC", NOW, "en"))).toEqual(["9 Dec", "9 Dec 2025"]);
  });
});

describe("what a channel gets", () => {
  const setting = {
    ...{ channelId: "C1", digest: true, costSummary: true, alerts: false },
  } as Parameters<typeof channelSetMessage>[0];

  it("is listed, with what stands in the way", () => {
    expect(channelSetMessage(setting, true, "en")).toBe(
      "This channel now gets the weekly digest and the monthly cost summary. Everyone who reads here now sees what customers are worth.",
    );
    const alertsOnly = { ...setting, digest: false, costSummary: false, alerts: true };
    expect(channelSetMessage(alertsOnly, false, "en")).toMatch(/jobs that fail\. I am not in .* invite me/);
    expect(channelSetMessage({ ...setting, digest: false, costSummary: false }, false, "en")).toBe(
      "This channel now gets nothing from me any more.",
    );
  });
});

describe("notices in a language whose words are longer", () => {
  it("can be sent, and speak it", () => {
    const longer = { now: NOW, locale: PSEUDO_LOCALE } as const;
    for (const message of [
      accessRefused("card", "shared", { typed: "acme" }, PSEUDO_LOCALE),
      accessRefused("costs", "managers-only", null, PSEUDO_LOCALE),
      offerTouch(7, longer),
    ]) {
      assertSendable(message);
      expect(message.text).toMatch(/[áéíóú].*~/);
    }
    expect(snoozedNotice({ until: NOW, passesRenewalOn: null }, { ...longer, timeZone: "UTC" })).toContain(
      "Šñóózéd",
    );
  });
});
