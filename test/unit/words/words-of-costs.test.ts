import { describe, expect, it } from "vitest";
import { type CostNote, costNotePhrase } from "../../../src/domain/costs/allocation-notes.ts";
import { mayAdd, mayClose, mayCorrect, mayState } from "../../../src/domain/costs/closing.ts";
import { type CostText, readCost } from "../../../src/domain/costs/cost-draft.ts";
import { COST_DRIVERS, type CostEntry, type LedgerEntry } from "../../../src/domain/costs/cost-entry.ts";
import { judgeImportedCost } from "../../../src/domain/costs/imported-cost.ts";
import { unknownTarget } from "../../../src/domain/costs/known-targets.ts";
import { readPlainAmount, readTypedAmount } from "../../../src/domain/costs/typed-amount.ts";
import { MissingRateError } from "../../../src/domain/exchange-rates.ts";
import { type Phrase, phrase } from "../../../src/domain/phrase.ts";
import { commandLineText } from "../../../src/words/command-line.ts";
import { costs } from "../../../src/words/en/costs.ts";
import { imports } from "../../../src/words/en/imports.ts";
import { importsInSlack } from "../../../src/words/en/imports-in-slack.ts";
import { PSEUDO_LOCALE } from "../../../src/words/locale.ts";
import { textOf } from "../../../src/words/text.ts";

const ENTRY: LedgerEntry = {
  ...{ id: 12, source: "slack", externalId: "K1", category: "tools", subcategory: null, kind: "direct" },
  ...{ amountMinor: 10_000, currency: "EUR", fromDay: "2026-07-01", toDay: "2026-07-31" },
  ...{ appliesTo: "all", driver: "equal", note: null, correctsId: null },
} as unknown as LedgerEntry;
const TEXT: CostText = {
  ...{ category: "tools", subcategory: "", kind: "direct", amount: "10", currency: "EUR" },
  ...{ fromDay: "2026-07-01", toDay: "2026-07-31", appliesTo: "all", driver: "equal", note: "" },
};

const problemsOf = (change: Partial<CostText>): Phrase[] => {
  const read = readCost({ ...TEXT, ...change }, readTypedAmount);
  return read.kind === "wrong" ? read.problems.map(({ problem }) => problem) : [];
};
const wrongDrafts: Partial<CostText>[] = [
  ...["", "shoes", "labour:shoes", "tools:pay"].map((category) => ({ category })),
  ...["", "odd"].map((kind) => ({ kind })),
  ...["", "0", "-1", "ten", "1,234", "1.234.5", "0.125", "€€"].map((amount) => ({ amount })),
  ...["", "EURO"].map((currency) => ({ currency })),
  { amount: "1,234", currency: "KWD" },
  { amount: "5.5", currency: "JPY" },
  { fromDay: "31 July" },
  { toDay: "2026-06-30" },
  ...["", "VIP", "all|customer:1", `customer:${"x".repeat(2_000)}`].map((appliesTo) => ({ appliesTo })),
  { driver: "odd" },
  { note: "x".repeat(2_001) },
];
const NOBODY = { inFile: new Set<string>(), playbooks: ["thank"] };
const unknown = ["customer:1", "segment:1", "ticket:1", "touch:1", "playbook:1"];
const targetOf = (text: string) => {
  const [kind, name] = text.split(":");
  return { kind, name, externalId: name, reference: name, key: name } as never;
};
const notes: CostNote[] = [
  ...COST_DRIVERS.map((driver) => ({ kind: "driver-total-zero" as const, driver, appliesTo: ["all"] })),
  { kind: "unallocated", minor: 5, appliesTo: ["segment:a", "segment:b", "segment:c", "segment:d"] },
  { kind: "unknown-targets", targets: ["customer:9"], count: 12 },
  { kind: "unpriced-minutes", minutes: 90, touches: 3 },
  ...(["costs", "contact-time", "revenue"] as const).flatMap((what) =>
    [null, 120_000].map((minor) => {
      const rate = { from: "USD", to: "EUR", day: "2026-07-01" };
      return { kind: "rate-missing" as const, what, minor, ...rate };
    }),
  ),
  { kind: "previous-rate-missing", problem: new MissingRateError("USD", "EUR", "2026-07-01").reason },
];
const judged = (change: Partial<CostEntry>, kept?: LedgerEntry) => {
  const facts = { known: NOBODY, closedThrough: "2026-07-15" };
  const result = judgeImportedCost({ ...ENTRY, ...change }, kept, facts);
  return result.kind === "rejected" ? [...result.rejection.problems] : [];
};
const refusals = [
  mayAdd(ENTRY, "2026-07-15"),
  mayClose("2026-07-31", null, "2026-07-31"),
  mayClose("2026-07-01", "2026-07-01", "2026-07-31"),
  mayState("2026-07-01", true, "2026-07-01"),
  mayCorrect({ original: { ...ENTRY, correctsId: 3 }, correctedMinor: 0, byMinor: 1 }),
  mayCorrect({ original: ENTRY, correctedMinor: 0, byMinor: 0 }),
  mayCorrect({ original: ENTRY, correctedMinor: 0, byMinor: -20_000 }),
];
const plain = readPlainAmount("1,5", "EUR");
const spoken: Phrase[] = [
  ...wrongDrafts.flatMap(problemsOf),
  ...(plain.kind === "wrong" ? [plain.problem] : []),
  ...unknown.map((text) => unknownTarget([targetOf(text)], NOBODY)?.problem ?? phrase("none")),
  ...notes.map(costNotePhrase),
  ...refusals.map((refusal) => (refusal.kind === "refused" ? refusal.problem : phrase("none"))),
  ...judged({}),
  ...judged({ amountMinor: 1 }, ENTRY),
  ...judged({ driver: "orders", toDay: "2026-08-31" }, ENTRY),
];

describe("the words of costs", () => {
  it("are there for everything a rule of costs says, wherever it is read", () => {
    expect(new Set(spoken.map(({ code }) => code)).size).toBeGreaterThan(45);
    for (const said of spoken) {
      expect(textOf(said, "en"), said.code).toMatch(/\w/);
      expect(textOf(said, PSEUDO_LOCALE).length, said.code).toBeGreaterThan(textOf(said, "en").length);
      expect(commandLineText(said), said.code).toMatch(/\w.*\S$/);
    }
  });

  it("send nobody in Slack to the command line", () => {
    const shownInSlack = Object.entries({ ...costs, ...imports, ...importsInSlack }).filter(
      ([code]) => !code.endsWith(".cli"),
    );
    for (const [code, message] of shownInSlack) {
      expect(message, code).not.toMatch(/npm run|(^|\s)--\w|command line/);
    }
  });

  it("differ where a command helps, with the same facts and days as options take them", () => {
    const missing = new MissingRateError("USD", "EUR", "2026-07-01").reason;
    expect(textOf(missing, "en")).toBe(
      "There is no exchange rate from USD to EUR for 1 Jul 2026. Ask whoever runs the bot to add it.",
    );
    expect(commandLineText(missing)).toContain("ledger rate USD EUR RATE --from 2026-07-01");
    const nested = costNotePhrase({ kind: "previous-rate-missing", problem: missing });
    expect(commandLineText(nested)).toMatch(/^No comparison with the period before: No rate.*--from 2026/);
    const own = [...Object.keys(costs), ...Object.keys(imports)].filter((code) => code.endsWith(".cli"));
    const inSlack = { ...costs, ...imports };
    expect(own.filter((code) => !(code.slice(0, -".cli".length) in inSlack))).toEqual([]);
  });

  it("name at most three of many, and count the others", () => {
    const names = ["segment:a", "segment:b", "segment:c", "segment:d"];
    const said = costNotePhrase({ kind: "unallocated", minor: 5, appliesTo: names });
    expect(textOf(said, "en")).toContain("(segment:a, segment:b, segment:c and 1 more)");
  });

  it("say what an amount in an empty ledger needs, without an option", () => {
    expect(textOf(phrase("cost.nothing-recorded"), "en")).toBe(
      "No costs are recorded yet. Record the first with `/customer cost add`.",
    );
  });
});
