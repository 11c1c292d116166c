import { describe, expect, it } from "vitest";
import {
  COST_CATEGORIES,
  COST_DRIVERS,
  type LedgerEntry,
} from "../../../../../src/domain/costs/cost-entry.ts";
import { correctCostForm } from "../../../../../src/slack/blocks/costs/correct-cost-form.ts";
import { type CostFormView, costForm } from "../../../../../src/slack/blocks/costs/cost-form.ts";
import {
  costCorrectedMessage,
  costRecordedMessage,
} from "../../../../../src/slack/blocks/costs/cost-recorded.ts";
import { ACTION, FIELD } from "../../../../../src/slack/ids.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const VIEW: CostFormView = {
  ...{ metadata: "{}", onlyOwn: false, segments: ["VIP"], currency: "EUR", customer: null, locale: "en" },
  ...{ fromDay: "2026-11-01", toDay: "2026-11-30", category: null, scope: null },
};
const ENTRY = {
  ...{ id: 4_211, source: "slack", externalId: "V1", category: "labour", subcategory: "pay", kind: "direct" },
  ...{ amountMinor: 123_450, currency: "EUR", fromDay: "2026-11-01", toDay: "2026-11-30" },
  ...{ appliesTo: "segment:<VIP>", driver: "minutes", note: null, correctsId: null },
} as unknown as LedgerEntry;
const NAMES = new Map([["C-7", "Acme <Tools>"]]);
const NOW = new Date("2026-12-09T14:00:00Z");
const recorded = (change: Partial<LedgerEntry>, locale: CostFormView["locale"] = "en") =>
  costRecordedMessage({ entry: { ...ENTRY, ...change }, names: NAMES, now: NOW, locale });
const fieldsOf = (view: Partial<CostFormView>) =>
  costForm({ ...VIEW, ...view }).blocks.flatMap(({ block_id }) => block_id ?? []);

const WHOM: readonly string[] = [FIELD.costSegment, FIELD.costCustomer, FIELD.costList];

describe("the form that records a cost", () => {
  it("offers a rep a customer of theirs and nothing that is shared out", () => {
    const own = JSON.stringify(costForm({ ...VIEW, onlyOwn: true }));
    expect(own).toContain("Managers and operations record all other costs");
    expect(own).not.toMatch(/Shared out|Everybody|Indirect/);
    expect(JSON.stringify(costForm(VIEW))).toMatch(/Everybody.*A segment.*A customer.*A list/);
  });

  it.each([
    ["nothing chosen", {}, [], [FIELD.costSubcategory, FIELD.costDriver, ...WHOM]],
    ["labour", { category: "labour" }, [FIELD.costSubcategory], []],
    ["tools", { category: "tools" }, [], [FIELD.costSubcategory]],
    ["everybody", { scope: "all" }, [FIELD.costDriver], WHOM],
    ["a segment", { scope: "segment" }, [FIELD.costSegment, FIELD.costDriver], [FIELD.costCustomer]],
    ["a customer", { scope: "customer" }, [FIELD.costCustomer], [FIELD.costDriver, FIELD.costSegment]],
    ["a list", { scope: "list" }, [FIELD.costList, FIELD.costDriver], [FIELD.costCustomer]],
    ["a rep", { onlyOwn: true }, [FIELD.costCustomer], [FIELD.costKind, FIELD.costScope, FIELD.costDriver]],
  ])("shows only what applies: %s", (_what, view, shown, hidden) => {
    expect(fieldsOf(view)).toEqual(expect.arrayContaining([FIELD.costAmount, ...shown]));
    expect(fieldsOf(view).filter((id) => hidden.includes(id as never))).toEqual([]);
  });

  it("asks to be shown again where a choice changes what applies, and keeps that choice", () => {
    const asking = costForm({ ...VIEW, category: "labour", scope: "list" }).blocks.filter(
      (block) => "dispatch_action" in block && block.dispatch_action,
    );
    expect(asking.map(({ block_id }) => block_id)).toEqual([FIELD.costCategory, FIELD.costScope]);
    expect(asking).toMatchObject(
      ["labour", "list"].map((value) => ({ element: { initial_option: { value } } })),
    );
  });

  it("fits into Slack's form in a language whose words are longer", () => {
    for (const [onlyOwn, scope] of [
      [true, null],
      [false, "segment"],
      [false, "list"],
    ] as const) {
      const form = costForm({ ...VIEW, onlyOwn, scope, category: "labour", locale: PSEUDO_LOCALE });
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
    expect(JSON.stringify(blocks)).toMatch(
      /Correct the amount.*Take it back.*Entry 4211\. If something is wrong/,
    );
    expect(recorded({ appliesTo: "customer:C-7|customer:C-9" }).text).toContain(
      "among *Acme &lt;Tools&gt;* (C-7), customer *C-9*",
    );
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

describe("a cost that is corrected", () => {
  const corrected = (change: object) =>
    costCorrectedMessage({
      ...{ entry: ENTRY, names: NAMES, now: NOW, locale: "en", correctionIds: [4_300] },
      ...{ beforeMinor: 123_450, nowMinor: 100_000, closedThrough: null },
      ...change,
    });

  it("says what it counted and what it counts, and can be corrected again", () => {
    const { text, blocks } = corrected({});
    expect(text).toBe("Entry 4211 now counts *€1,000.00* instead of €1,234.50, by entry 4300.");
    expect(JSON.stringify(blocks)).toContain(ACTION.costUndo);
    const later = corrected({ closedThrough: "2025-12-31", correctionIds: [4_300, 4_301] }).text;
    expect(later).toContain("by entries 4300 and 4301.");
    expect(later).toContain(
      "closed through 31 Dec 2025 and stay as they are: what this changes there counts on 1 Jan 2026",
    );
  });

  it("has no buttons any more once it was taken back", () => {
    const { text, blocks } = corrected({ nowMinor: 0 });
    expect(text).toBe("Taken back: entry 4211 of €1,234.50 no longer counts, by entry 4300.");
    expect(JSON.stringify(blocks)).not.toContain("button");
  });

  it("is asked for in a form that starts with what it counts, in its own currency's decimals", () => {
    const form = (currency: string, nowMinor: number) =>
      correctCostForm({
        ...{ entry: { ...ENTRY, currency }, names: NAMES, now: NOW, locale: "en", metadata: "{}" },
        ...{ nowMinor, closedThrough: "2026-12-31" },
      });
    expect(JSON.stringify(form("EUR", 123_450))).toMatch(/"initial_value":"1234\.50".*/);
    expect(JSON.stringify(form("JPY", 5_000))).toContain('"initial_value":"5000"');
    expect(JSON.stringify(form("EUR", 123_450))).toContain("this changes there counts on 1 Jan 2027");
    assertSendable({ ...form("EUR", 1), type: "modal" });
  });
});
