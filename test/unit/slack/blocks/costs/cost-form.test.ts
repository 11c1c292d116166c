import { describe, expect, it } from "vitest";
import {
  COST_CATEGORIES,
  COST_DRIVERS,
  type LedgerEntry,
} from "../../../../../src/domain/costs/cost-entry.ts";
import { type CostFormView, costForm } from "../../../../../src/slack/blocks/costs/cost-form.ts";
import { costRecordedMessage } from "../../../../../src/slack/blocks/costs/cost-recorded.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const VIEW: CostFormView = {
  ...{ metadata: "{}", onlyOwn: false, segments: ["VIP"], currency: "EUR", customer: null, locale: "en" },
  ...{ fromDay: "2026-11-01", toDay: "2026-11-30" },
};
const ENTRY = {
  ...{ id: 4_211, source: "slack", externalId: "V1", category: "labour", subcategory: "pay", kind: "direct" },
  ...{ amountMinor: 123_450, currency: "EUR", fromDay: "2026-11-01", toDay: "2026-11-30" },
  ...{ appliesTo: "segment:<VIP>", driver: "minutes", note: null, correctsId: null },
} as unknown as LedgerEntry;
const NOW = new Date("2026-12-09T14:00:00Z");
const recorded = (change: Partial<LedgerEntry>, locale: CostFormView["locale"] = "en") =>
  costRecordedMessage({ entry: { ...ENTRY, ...change }, now: NOW, locale });

describe("the form that records a cost", () => {
  it("offers a rep a customer of theirs and nothing that is shared out", () => {
    const own = JSON.stringify(costForm({ ...VIEW, onlyOwn: true }));
    expect(own).toContain("Managers and operations record all other costs");
    expect(own).not.toMatch(/Shared out|Everybody|Indirect/);
    expect(JSON.stringify(costForm(VIEW))).toMatch(/Everybody.*A segment.*A customer.*A list.*Shared out/);
  });

  it("fits into Slack's form in a language whose words are longer", () => {
    for (const onlyOwn of [true, false]) {
      const form = costForm({ ...VIEW, onlyOwn, locale: PSEUDO_LOCALE });
      assertSendable({ ...form, type: "modal" });
      expect(JSON.stringify(form)).not.toMatch(/"(Record|Amount|Note|First day|Labour|Equally)"/);
      expect(form.submit?.text).not.toMatch(/…$/);
      expect(form.title.text).not.toMatch(/…$/);
    }
  });
});

describe("the answer to a recorded cost", () => {
  it("says what was recorded, how it is shared out, and whom to ask where it is wrong", () => {
    const { text, blocks } = recorded({});
    expect(text).toBe(
      "Recorded: *€1,234.50* labour (pay), direct, 1 Nov to 30 Nov. It is shared by minutes spent among the customers of segment *&lt;VIP&gt;*, day by day over 30 days.",
    );
    expect(JSON.stringify(blocks)).toContain("Entry 4211. Is something wrong? Ask whoever runs the bot");
    expect(recorded({ appliesTo: "ticket:T-9", toDay: "2026-11-01" }).text).toContain(
      "1 Nov. All of it counts for the customer of ticket *T-9*.",
    );
  });

  it("has words for every category, driver and target", () => {
    const targets = [
      "all",
      "segment:a",
      "customer:a",
      "ticket:a",
      "touch:a",
      "playbook:a",
      "ticket:a|touch:b",
    ];
    for (const category of COST_CATEGORIES)
      for (const driver of COST_DRIVERS)
        for (const appliesTo of targets)
          assertSendable(recorded({ category, subcategory: null, driver, appliesTo }, PSEUDO_LOCALE));
  });
});
