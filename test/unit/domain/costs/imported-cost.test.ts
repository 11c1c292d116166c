import { describe, expect, it } from "vitest";
import type { CostEntry } from "../../../../src/domain/costs/cost-entry.ts";
import {
  type ImportFacts,
  judgeImportedCost,
  type KeptCost,
  sameFacts,
} from "../../../../src/domain/costs/imported-cost.ts";
import { phrase } from "../../../../src/domain/phrase.ts";

const entry: CostEntry = {
  source: "books",
  externalId: "E-1",
  category: "labour",
  subcategory: "pay",
  kind: "direct",
  amountMinor: 10_000,
  currency: "EUR",
  fromDay: "2026-03-01",
  toDay: "2026-03-31",
  appliesTo: "customer:C-1",
  driver: "equal",
  note: null,
};
const facts: ImportFacts = {
  known: { inFile: new Set(["customer:C-1"]), playbooks: [] },
  closedThrough: null,
};
const judge = (kept?: Partial<KeptCost>, given: Partial<ImportFacts> = {}, of = entry) =>
  judgeImportedCost(of, kept && { ...entry, ...kept }, { ...facts, ...given });

describe("an entry of a file", () => {
  it("is new where none with its id is kept", () => {
    expect(judge()).toEqual({ kind: "new" });
  });

  it("is there already with the same facts, whatever its note, also in a closed period", () => {
    expect(judge({ note: "by hand" }, { closedThrough: "2026-12-31" })).toEqual({ kind: "there-already" });
  });

  it("is rejected for somebody nobody knows", () => {
    expect(judge(undefined, {}, { ...entry, appliesTo: "customer:C-9" })).toEqual({
      kind: "rejected",
      rejection: {
        reason: "unknown_customer",
        problems: [phrase("cost.unknown.customer", { name: "C-9" })],
      },
    });
  });

  it("is rejected in a closed period, from the day after it is not", () => {
    expect(judge(undefined, { closedThrough: "2026-03-01" })).toMatchObject({
      kind: "rejected",
      rejection: { reason: "closed_period" },
    });
    expect(judge(undefined, { closedThrough: "2026-02-28" })).toEqual({ kind: "new" });
  });
});

describe("an entry that is kept with other facts", () => {
  const problem = (kept: Partial<KeptCost>) => {
    const judged = judge(kept);
    if (judged.kind !== "rejected") throw new Error(judged.kind);
    expect(judged.rejection.reason).toBe("already_recorded");
    return judged.rejection.problems[0];
  };

  it("is rejected with both amounts where the amount differs", () => {
    expect(problem({ id: 7, amountMinor: 9_000 })).toEqual(
      phrase("rejected.recorded-amount", {
        externalId: "E-1",
        entry: "7",
        recorded: { minor: 9_000, currency: "EUR" },
        here: { minor: 10_000, currency: "EUR" },
      }),
    );
  });

  it("is rejected with the columns that differ otherwise, each once; amounts of two currencies do not compare", () => {
    expect(problem({ category: "tools", subcategory: null, toDay: "2026-03-30" })).toEqual(
      phrase("rejected.recorded-facts", { externalId: "E-1", entry: "ID", columns: "category, to" }),
    );
    expect(problem({ amountMinor: 9_000, currency: "USD" }).parameters.columns).toBe("currency, amount");
  });

  it.each([
    ["category", "tools", "category"],
    ["subcategory", null, "category"],
    ["kind", "indirect", "kind"],
    ["fromDay", "2026-02-01", "from"],
    ["appliesTo", "all", "applies_to"],
    ["driver", "revenue", "driver"],
  ])("differs by its %s", (fact, value, column) => {
    expect(sameFacts(entry, { ...entry, [fact]: value })).toBe(false);
    expect(problem({ [fact]: value }).parameters.columns).toBe(column);
  });
});
