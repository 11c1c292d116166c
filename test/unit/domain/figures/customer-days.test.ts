import { describe, expect, it } from "vitest";
import { customerSpans, customerTurn } from "../../../../src/domain/figures/customer-days.ts";
import type { CustomerHistory } from "../../../../src/domain/figures/customer-history.ts";
import { NO_HISTORY } from "../../../support/customer-history.ts";

const bought = (...days: string[]) => days.map((day) => ({ bookedOn: day, day }));
const contract = (startedOn: string, endedOn: string | null) => ({
  startedOn,
  endedOn,
  continues: true,
  prices: [],
});
const Q1 = { fromDay: "2026-01-01", toDay: "2026-03-31" };
const turn = (history: Partial<CustomerHistory>) =>
  customerTurn(customerSpans({ ...NO_HISTORY, ...history }), Q1);

describe("the days on which somebody is a customer", () => {
  it("are those of the contract, both ends included", () => {
    expect(customerSpans({ ...NO_HISTORY, contracts: [contract("2026-01-05", "2026-02-03")] })).toEqual([
      { firstDay: "2026-01-05", lastDay: "2026-02-03" },
    ]);
  });

  it("of a buyer are the day of the purchase and the 365 after it", () => {
    expect(customerSpans({ ...NO_HISTORY, purchases: bought("2025-03-01") })).toEqual([
      { firstDay: "2025-03-01", lastDay: "2026-03-01" },
    ]);
  });

  it("are one span where they touch, and two where a day lies between", () => {
    const followed = [contract("2026-01-01", "2026-01-31"), contract("2026-02-01", "2026-02-28")];
    expect(customerSpans({ ...NO_HISTORY, contracts: followed })).toHaveLength(1);
    const apart = [contract("2026-01-01", "2026-01-31"), contract("2026-02-02", "2026-02-28")];
    expect(customerSpans({ ...NO_HISTORY, contracts: apart })).toHaveLength(2);
  });

  it("begin anew with a purchase on the day after, which nobody knows at the close of the day", () => {
    const next = { contracts: [contract("2026-01-01", "2026-01-31")], purchases: bought("2026-02-01") };
    expect(customerSpans({ ...NO_HISTORY, ...next })).toHaveLength(2);
    const toldLate = [
      contract("2026-01-01", "2026-01-31"),
      { ...contract("2026-02-01", null), continues: false },
    ];
    expect(customerSpans({ ...NO_HISTORY, contracts: toldLate })).toHaveLength(2);
  });

  it("end with the file's end or the contract's, and begin anew with a purchase after it", () => {
    const ends = [{ endedOn: "2025-06-30", resumedOn: null }];
    expect(customerSpans({ ...NO_HISTORY, ends, purchases: bought("2025-05-01", "2026-02-10") })).toEqual([
      { firstDay: "2025-05-01", lastDay: "2025-06-30" },
      { firstDay: "2026-02-10", lastDay: "2027-02-10" },
    ]);
    const signed = { contracts: [contract("2026-01-01", "2026-02-28")], lastPurchaseBefore: "2025-12-15" };
    expect(customerSpans({ ...NO_HISTORY, ...signed })).toEqual([
      { firstDay: "2025-12-15", lastDay: "2026-02-28" },
    ]);
  });

  it("go on from the day we were told that an end was none", () => {
    const ends = [{ endedOn: "2025-06-30", resumedOn: "2025-08-01" }];
    expect(customerSpans({ ...NO_HISTORY, ends, purchases: bought("2025-05-01") })).toEqual([
      { firstDay: "2025-05-01", lastDay: "2025-06-30" },
      { firstDay: "2025-08-01", lastDay: "2026-05-01" },
    ]);
  });

  it("of a purchase told late begin with its booked day and end 365 days after its own", () => {
    const late = [{ bookedOn: "2026-01-01", day: "2025-11-05" }];
    expect(customerSpans({ ...NO_HISTORY, purchases: late })).toEqual([
      { firstDay: "2026-01-01", lastDay: "2026-11-05" },
    ]);
    const tooLate = [{ bookedOn: "2026-01-01", day: "2024-11-05" }];
    expect(customerSpans({ ...NO_HISTORY, purchases: tooLate })).toEqual([]);
  });

  it("are none for a purchase told late that lies before an end, in whichever period it is asked", () => {
    const ends = [{ endedOn: "2026-03-25", resumedOn: null }];
    const late = [{ bookedOn: "2026-04-01", day: "2026-03-20" }];
    expect(customerSpans({ ...NO_HISTORY, ends, purchases: late })).toEqual([]);
    const [later] = customerSpans({ ...NO_HISTORY, ends, lastPurchaseBefore: "2026-03-20" });
    expect(later?.lastDay).toBe("2026-03-25");
  });
});

describe("what became of a customer over a period", () => {
  it("is lost on the last day of a contract, and in no period twice", () => {
    expect(turn({ contracts: [contract("2025-01-01", "2026-03-31")] })).toMatchObject({
      atStart: true,
      atEnd: false,
      left: 1,
    });
    expect(turn({ contracts: [contract("2025-01-01", "2025-12-31")] })).toMatchObject({
      atStart: false,
      left: 0,
      served: false,
    });
  });

  it("tells who joined from who came back", () => {
    expect(turn({ purchases: bought("2026-02-01") })).toMatchObject({ joined: true, reactivated: 0 });
    expect(turn({ lastPurchaseBefore: "2024-02-01", purchases: bought("2026-02-01") })).toMatchObject({
      atStart: false,
      joined: false,
      reactivated: 1,
    });
  });

  it("adds up: start + joined + reactivated − left = end", () => {
    const all = [
      turn({ contracts: [contract("2026-01-01", "2026-01-31"), contract("2026-03-01", null)] }),
      turn({ contracts: [contract("2025-01-01", "2026-01-31"), contract("2026-03-01", "2026-03-31")] }),
      turn({ purchases: bought("2026-02-01"), ends: [{ endedOn: "2026-02-15", resumedOn: null }] }),
    ];
    for (const { atStart, joined, reactivated, left, atEnd } of all)
      expect(Number(atStart) + Number(joined) + reactivated - left).toBe(Number(atEnd));
  });
});
