import { describe, expect, it } from "vitest";
import type { NamedContract } from "../../../../src/domain/figures/named-contracts.ts";
import {
  type ContractLine,
  type KeptContract,
  rejectedContractLines,
  tellAnew,
} from "../../../../src/domain/imports/contract-lines.ts";
import { commandLineText } from "../../../../src/words/command-line.ts";

const euros = (minor: number) => ({ minor, currency: "EUR" });
const line = (changes: Partial<ContractLine> = {}): ContractLine => ({
  customer: "C1",
  contract: "K1",
  startedOn: "2026-01-01",
  endedOn: null,
  priceFrom: "2026-01-01",
  monthly: euros(10_000),
  ...changes,
});

const CUSTOMERS = new Map([
  ["C1", "Acme"],
  ["C2", "華光股份有限公司"],
]);

/** Per line its reason, or null; and what is said. */
function judged(lines: readonly ContractLine[], kept: Record<string, KeptContract> = {}) {
  const rows = lines.map((told) => ({ told }));
  const facts = { source: "crm", customers: CUSTOMERS, kept: new Map(Object.entries(kept)) };
  const rejected = rejectedContractLines(rows, facts);
  const texts = [...rejected.values()].flatMap(({ problems }) => problems.map(commandLineText));
  return {
    reasons: rows.map((row) => rejected.get(row)?.reason ?? null),
    text: [...new Set(texts)].join(" "),
  };
}

describe("lines of a file of contracts", () => {
  it("are taken where they agree, with several prices and several contracts", () => {
    const more = [line({ priceFrom: "2026-07-01", monthly: euros(1) }), line({ contract: "K2" }), line()];
    expect(judged([line(), ...more]).reasons).toEqual([null, null, null, null]);
  });

  it("are refused where the customer is not known, and only those", () => {
    const { reasons, text } = judged([line({ customer: "C9", contract: "K9" }), line()]);
    expect(reasons).toEqual(["unknown_customer", null]);
    expect(text).toBe(
      "No customer “C9” in the source “crm”. Import the customers first, then this file again.",
    );
  });

  it("are refused where the contract belongs to another customer, with both named", () => {
    const kept = { K1: { customer: "C2", customerName: "華光股份有限公司", firstPriceFrom: "2026-01-01" } };
    const { reasons, text } = judged([line(), line({ customer: "C2" })], kept);
    expect(reasons).toEqual(["other_customer", null]);
    expect(text).toContain(
      "“K1” belongs to 華光股份有限公司 (C2), and this line names Acme (C1). Correct the customer",
    );
  });

  const contradicting: readonly [string, string, ContractLine[], string][] = [
    [
      "two customers",
      "other_customer",
      [line(), line({ customer: "C2" })],
      "to Acme (C1) and to 華光股份有限公司 (C2)",
    ],
    [
      "two spans",
      "contradicting_lines",
      [line(), line({ priceFrom: "2026-02-01", endedOn: "2026-12-31" })],
      "do not agree on its days: 2026-01-01 – and 2026-01-01 – 2026-12-31.",
    ],
    [
      "two prices of one day",
      "contradicting_lines",
      [line({ monthly: euros(20_000) }), line()],
      "two prices from 2026-01-01 on: €100.00 and €200.00.",
    ],
    [
      "two currencies of one day",
      "contradicting_lines",
      [line(), line({ monthly: { minor: 10_000, currency: "USD" } })],
      "€100.00 and $100.00",
    ],
  ];
  it.each(contradicting)("are all refused that name %s, in whatever order", (_what, reason, lines, text) => {
    const forth = judged([...lines, line({ contract: "K2" })]);
    expect(forth.reasons).toEqual([reason, reason, null]);
    expect(forth.text).toContain(text);
    expect(judged([...lines].reverse())).toEqual({ ...forth, reasons: [reason, reason] });
  });

  it("are refused without a price from the first day, unless one is kept", () => {
    const later = line({ priceFrom: "2026-04-01" });
    const { reasons, text } = judged([later]);
    expect(reasons).toEqual(["no_first_price"]);
    expect(text).toContain("begins on 2026-01-01, and its first price only on 2026-04-01");
    const owner = { customer: "C1", customerName: "Acme" };
    expect(judged([later], { K1: { ...owner, firstPriceFrom: "2026-01-01" } }).reasons).toEqual([null]);
    expect(judged([later], { K1: { ...owner, firstPriceFrom: "2026-02-01" } }).reasons).toEqual([
      "no_first_price",
    ]);
  });
});

describe("what lines make of a customer's contracts", () => {
  const KEPT: NamedContract = {
    externalId: "K1",
    startedOn: "2026-01-01",
    endedOn: null,
    prices: [{ fromDay: "2026-01-01", monthly: euros(10_000) }],
  };
  const later = line({ priceFrom: "2026-07-01", monthly: euros(12_000) });

  it("is new where nothing is kept, with the prices in the order of their days", () => {
    const told = tellAnew([], [later, line()]);
    expect(told).toMatchObject({ added: 2, changed: 0, same: 0, changes: [] });
    expect(told.contracts).toEqual([
      { ...KEPT, prices: [...KEPT.prices, { fromDay: "2026-07-01", monthly: euros(12_000) }] },
    ]);
  });

  it("is nothing where the file says what is kept, once or twice", () => {
    expect(tellAnew([KEPT], [line(), line()])).toEqual({
      ...{ contracts: [KEPT], touched: [], changes: [] },
      ...{ added: 0, changed: 0, same: 2 },
    });
  });

  it("is a further price beside those that the file does not name", () => {
    const told = tellAnew([KEPT], [later]);
    expect(told).toMatchObject({ added: 1, changed: 0 });
    expect(told.contracts[0]?.prices).toHaveLength(2);
  });

  it("is a change with the old and the new value", () => {
    const told = tellAnew([KEPT], [line({ endedOn: "2026-12-31", monthly: euros(9_000) })]);
    expect(told).toMatchObject({ added: 0, changed: 1, same: 0 });
    expect(told.changes).toEqual([
      {
        contract: "K1",
        before: { startedOn: "2026-01-01", endedOn: null, prices: KEPT.prices },
        after: {
          startedOn: "2026-01-01",
          endedOn: "2026-12-31",
          prices: [{ fromDay: "2026-01-01", monthly: euros(9_000) }],
        },
      },
    ]);
  });

  it.each([{ endedOn: "2026-12-31" }, { startedOn: "2025-12-01" }])("is a change of days: %o", (days) => {
    const told = tellAnew([KEPT], [line(days)]);
    expect(told).toMatchObject({ added: 0, changed: 1, same: 0, contracts: [days] });
    expect(told.changes).toMatchObject([{ before: { prices: [] }, after: { ...days, prices: [] } }]);
  });

  it("leaves other contracts of the customer alone", () => {
    const told = tellAnew([KEPT], [line({ contract: "K2" })]);
    expect(told.contracts.map(({ externalId }) => externalId)).toEqual(["K1", "K2"]);
    expect(told.touched.map(({ externalId }) => externalId)).toEqual(["K2"]);
  });
});
